"""How long whole builds take, as ratios to PDFium alone on the same files, and in how much memory.

Usage: python benchmarks/building.py

Times, with the real reports: the first build, a build with nothing changed, one with one report
changed, and ``kg --help``.  Wall-clock time: a build uses every core.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium

CORPUS = Path(os.environ.get("KG_CORPUS", "../shared"))
KG = [sys.executable, "-m", "kg"]


def main() -> None:
    """Print one line a measurement."""
    source = CORPUS / "reports" / "pdf"
    if not source.is_dir():
        print(f"No reports in {source}: name the corpus in KG_CORPUS.")
        return
    with tempfile.TemporaryDirectory() as name:
        folder, store = Path(name) / "reports", Path(name) / "store"
        shutil.copytree(source, folder)
        bare = _timed(lambda: _text_only(folder))
        first = _build(folder, store)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**10
        nothing = _build(folder, store)
        changed = sorted(folder.glob("*.pdf"))[0]
        # a comment behind the end changes the file and nothing that is read from it
        changed.write_bytes(changed.read_bytes() + b"\n% changed\n")
        one = _build(folder, store)
        start = _timed(lambda: subprocess.run([*KG, "--help"], capture_output=True, check=True))
        print(f"PDFium alone, one core       {bare:6.2f} s")
        print(
            f"first build                  {first:6.2f} s  {first / bare:.2f} x (goal: at most 4)"
        )
        print(f"largest process              {peak:6.0f} MB (goal: all together at most 1 GB)")
        print(f"build, nothing changed       {nothing:6.2f} s  (goal: under 1 s)")
        print(f"build, one report changed    {one:6.2f} s  (goal: under 2 s)")
        print(f"kg --help                    {1000 * start:6.0f} ms (goal: under 150 ms)")


def _text_only(folder: Path) -> None:
    for path in sorted(folder.glob("*.pdf")):
        try:
            document = pdfium.PdfDocument(path)
        except pdfium.PdfiumError:
            continue  # one file is a page of a web site
        for index in range(len(document)):
            page = document[index]
            textpage = page.get_textpage()
            textpage.get_text_range()
            textpage.close()
            page.close()
        document.close()


def _build(folder: Path, store: Path) -> float:
    command = [*KG, "build", "--quiet", "--store", str(store), str(folder)]
    return _timed(lambda: subprocess.run(command, capture_output=True, check=False))


def _timed(step: Callable[[], object]) -> float:
    started = time.perf_counter()
    step()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
