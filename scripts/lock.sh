#!/usr/bin/env bash
# Writes requirements.lock: every package that running, testing and building needs, with the
# hashes of all its files, so that one lock serves every platform and every Python from 3.11 on.
#
# Usage: scripts/lock.sh FOLDER    (FOLDER: where the resolver is installed for the purpose)
#
# The resolver (uv) is universal: where a package is needed on some Pythons or systems only, the
# lock says so beside it, and pip leaves it out elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1

"${PYTHON:-python3}" -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check uv
# The lock names no registry: which one is used is up to the machine.
UV_CUSTOM_COMPILE_COMMAND="make lock" "$folder/bin/uv" pip compile --quiet --upgrade \
    --universal --python-version 3.11 --generate-hashes --only-binary :all: --extra dev \
    --no-emit-index-url --no-emit-find-links \
    --output-file requirements.lock pyproject.toml
