#!/usr/bin/env bash
# Makes a virtual environment with the `kg` command and every tool that the Makefile calls.
#
# Usage: scripts/environment.sh FOLDER
#
# Packages are those of requirements.lock, each checked against its hash.  PYTHON names the
# interpreter to use; otherwise the first one found that is new enough is taken.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

# the oldest one first: what it runs, the others run
python=
for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3}; do
    if new_enough "$candidate"; then
        python=$candidate
        break
    fi
done
if [ -z "$python" ]; then
    echo "No Python 3.11 or newer was found (tried: ${PYTHON:-python3.11 python3.12 python3.13 python3})." >&2
    echo "Install one, or name it: make install PYTHON=/path/to/python3.11" >&2
    exit 1
fi

# Debian and Ubuntu ship venv without the part that puts pip into it.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "Installing $package, which $python needs to make virtual environments."
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$package"
    else
        echo "$python cannot make virtual environments. Install $package (as root: apt-get install $package) and try again." >&2
        exit 1
    fi
fi

echo "Making $folder with $("$python" --version)."
rm -rf "$folder"
"$python" -m venv "$folder"
# The lock says all that is needed, so that nothing is resolved here: whatever has been released
# since, and however old pip is, the same packages come.  Wheels only: no package of the lock
# needs a compiler, and none should try for one.
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
    --no-deps --require-hashes --only-binary :all: -r requirements.lock
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check \
    --no-index --no-deps --no-build-isolation --editable .
"$folder/bin/python" -m pip --disable-pip-version-check check
