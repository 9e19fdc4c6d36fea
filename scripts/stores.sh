#!/usr/bin/env bash
# Sees that the triple stores are there that `make test-stores` starts.
#
# Virtuoso 7 comes from Debian or Ubuntu; the Oxigraph server is a package of the virtual
# environment.  Where one is missing its tests are skipped and say so.
set -euo pipefail

if command -v virtuoso-t >/dev/null; then
    exit 0
fi
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "Installing virtuoso-opensource for the tests of triple stores."
    export DEBIAN_FRONTEND=noninteractive
    # the package would start a server of its own: the tests start theirs
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
        trap 'rm -f "$policy"' EXIT
    fi
    if apt-get update -qq && apt-get install -y -qq --no-install-recommends virtuoso-opensource; then
        exit 0
    fi
    echo "virtuoso-opensource could not be installed: its tests are skipped." >&2
    exit 0
fi
echo "virtuoso-t is not installed: its tests are skipped. To run them, as root:" >&2
echo "    apt-get install virtuoso-opensource" >&2
