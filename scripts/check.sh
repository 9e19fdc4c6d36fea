#!/usr/bin/env bash
# Checks format, lint, types, layers and white space; the exit status is 0 if all are in order.
#
# Usage: scripts/check.sh BIN    (BIN: the folder of the tools)
#
# Every check runs, also after one has failed, so that one run tells everything.
cd "$(dirname "$0")/.." || exit 2
bin=$1
failed=()

check() {
    echo "== $*"
    "$bin/$@" || failed+=("$1")
}

check ruff check
check ruff format --check
check mypy
check lint-imports
check python scripts/check_text.py
check pre-commit validate-config

if [ ${#failed[@]} -ne 0 ]; then
    echo "Checks that failed: ${failed[*]}" >&2
    exit 1
fi
