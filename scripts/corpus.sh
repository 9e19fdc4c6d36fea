#!/usr/bin/env bash
# Reads the real reports into a store and prints which words of the vocabularies they never print,
# and how what was read compares with labels that people made by reading the same reports.
#
# Usage: scripts/corpus.sh BIN    (BIN: the folder of the `kg` command)
#
# KG_CORPUS names the corpus (default: ../shared): reports/pdf, reports/seeds, gold/reports and
# score/score.py.  KG_CORPUS_STORE names the store (default: build/corpus/store); a store that a
# test run has filled is used again.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$1
corpus=${KG_CORPUS:-../shared}
export KG_STORE=${KG_CORPUS_STORE:-build/corpus/store}
tables=build/corpus/tables
mkdir -p "$(dirname "$KG_STORE")"

if [ ! -d "$corpus/reports/pdf" ]; then
    echo "No reports in $corpus/reports/pdf. Name the corpus: make corpus KG_CORPUS=FOLDER" >&2
    exit 2
fi

# Status 1 says that a file could not be read or a report broke a rule. The corpus holds one file
# that is no report, so 1 is right here; anything above is a failure of the program.
echo "== build"
"$bin/kg" build "$corpus/reports/pdf" "$corpus/reports/seeds" || [ $? -eq 1 ]
echo "== build again, nothing changed"
time ("$bin/kg" build "$corpus/reports/pdf" "$corpus/reports/seeds" || [ $? -eq 1 ])
echo "== info"
"$bin/kg" info
echo "== words of the vocabularies that no report prints, or one only"
PYTHONPATH=. "$bin/python" scripts/vocabulary_words.py "$KG_STORE"
rm -rf "$tables"
"$bin/kg" export tables "$tables"
echo "== score"
"$bin/python" "$corpus/score/score.py" "$tables" "$corpus/gold/reports" --misses --json build/corpus/score.json
