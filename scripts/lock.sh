#!/usr/bin/env bash
# Writes requirements.lock: every package that running, testing and building needs, with the
# hashes of all its files, so that one lock serves every platform that has wheels.
#
# Usage: scripts/lock.sh FOLDER    (FOLDER: where pip-tools is installed for the purpose)
#
# Run it with Python 3.11, the oldest one supported.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$1

"${PYTHON:-python3.11}" -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check pip-tools
# The lock names no registry: which one is used is up to the machine.
CUSTOM_COMPILE_COMMAND="make lock" "$folder/bin/pip-compile" --quiet --upgrade \
    --generate-hashes --allow-unsafe --strip-extras --extra dev --all-build-deps \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options \
    --output-file requirements.lock pyproject.toml
