"""Trains the classifier of findings: polarity and themes.

Usage: python training/train.py [--corpus DIR] [--out FILE] [--scores FILE] [--no-model]

Needs the extra ``train`` (scikit-learn) and a corpus folder: reports and labelled sentences
(``reports/``, ``gold/sentences/*.json``).  The labels of ``training/labels.csv.gz`` name their
sentences by hash, so that no report's words are in this repository.

Scores come from cross-validation in five parts; no report is in two parts, and everything that is
learnt or chosen (weights, second layer, thresholds) is learnt without the part that is scored.
Only the sentences drawn at random are scored.  The same corpus gives the same model.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kg.classifier.model import SHIPPED
from training.corpus import Corpus, read_corpus
from training.fit import Fitted, fit, held_out_sums
from training.pack import pack
from training.scores import cross_validated


def main() -> int:
    """Train, score and write; returns the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    corpus_folder = Path(os.environ.get("KG_CORPUS", "../shared"))
    parser.add_argument("--corpus", type=Path, default=corpus_folder)
    parser.add_argument("--out", type=Path, default=SHIPPED)
    parser.add_argument("--scores", type=Path, help="write the scores to this JSON file")
    parser.add_argument("--no-model", action="store_true", help="only score")
    parser.add_argument("--no-scores", action="store_true", help="only train")
    args = parser.parse_args()
    corpus: Corpus = read_corpus(args.corpus)
    print(corpus.summary())
    sums = held_out_sums(corpus)
    if not args.no_scores:
        scores = json.dumps(cross_validated(corpus, sums), indent=1)
        print(scores)
        if args.scores:
            args.scores.write_text(scores + "\n", encoding="utf-8")
    if not args.no_model:
        fitted: Fitted = fit(corpus, sums)
        pack(fitted, args.out)
        print(f"wrote {args.out} ({args.out.stat().st_size / 1e6:.1f} MB)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
