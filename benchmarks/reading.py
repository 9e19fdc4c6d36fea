"""How long it takes to read, extract, classify and map, as a ratio to PDFium on the same files.

Usage: python benchmarks/reading.py [--every N] [--rounds N]

Each round times, in the same process and in turn, (a) PDFium pulling the plain text of every
file, (b) `kg.documents.read`, (c) document and report, (d) the whole way to canonical N-Quads.
Processor time, so that a busy machine matters less; the median of the rounds' ratios is what to
quote.
"""

from __future__ import annotations

import argparse
import gc
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium

from kg import __version__
from kg.documents import read
from kg.errors import UnreadableFile
from kg.knowledge import load_knowledge
from kg.rdf import report_quads
from kg.reports import Report, load_profiles, read_report

CORPUS = Path(os.environ.get("KG_CORPUS", "../shared"))


def main() -> None:
    """Print one line a round and the medians."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--every", type=int, default=1, help="take every Nth file (default: all)")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    # as the command line sets it, before numpy is imported
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    found = sorted((CORPUS / "reports" / "pdf").glob("*.pdf"))[:: args.every]
    files = [path for path in found if _is_pdf(path)]
    knowledge, profiles = load_knowledge(), load_profiles()

    def text_only(path: Path) -> None:
        document = pdfium.PdfDocument(path)
        for index in range(len(document)):
            page = document[index]
            textpage = page.get_textpage()
            textpage.get_text_range()
            textpage.close()
            page.close()
        document.close()

    def report(path: Path) -> Report:
        return read_report(read(path), knowledge, profiles)

    def whole(path: Path) -> None:
        report_quads(report(path), knowledge, program_version=__version__)

    steps: tuple[Callable[[Path], object], ...] = (text_only, read, report, whole)
    rounds: list[list[float]] = []
    for number in range(1, args.rounds + 1):
        bare, *others = (_time(step, files) for step in steps)
        rounds.append([time / bare for time in others])
        print(
            f"round {number}: {len(files)} files, PDFium alone {bare:.2f} s, {_said(rounds[-1])}",
            flush=True,
        )
    print(f"median: {_said([median(ratios) for ratios in zip(*rounds, strict=True)])}")


def _said(ratios: Sequence[float]) -> str:
    documents, report, whole = ratios
    return (
        f"documents {documents:.2f} x, documents and reports {report:.2f} x (at most 3.6), "
        f"with mapping {whole:.2f} x"
    )


def _time(step: Callable[[Path], object], files: list[Path]) -> float:
    gc.collect()
    start = time.process_time()
    for path in files:
        # as a build does it
        gc.disable()
        step(path)
        gc.enable()
    return time.process_time() - start


def _is_pdf(path: Path) -> bool:
    try:
        read(path)
    except UnreadableFile:
        return False
    return True


if __name__ == "__main__":
    main()
