"""Prints how many tests passed, failed and were skipped, as the last line of a run.

Usage: python scripts/closing_line.py TESTS_XML FAILED_STEPS

TESTS_XML is what ``pytest --junitxml`` wrote; a missing file counts as one failure.  A step that
failed without a failed test (a lint, the demonstration) counts as one failure too.  The exit
status is 0 if nothing failed.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path


def main(results: Path, failed_steps: int) -> int:
    """Print the line; 1 if anything failed, 0 otherwise."""
    passed = failed = skipped = 0
    if results.exists():
        for suite in ET.parse(results).iter("testsuite"):
            counts = {key: int(suite.get(key, "0")) for key in ("tests", "failures", "errors")}
            skipped += int(suite.get("skipped", "0"))
            failed += counts["failures"] + counts["errors"]
            passed += counts["tests"] - counts["failures"] - counts["errors"]
        passed -= skipped
    else:
        print(f"{results} was not written: the tests did not run to their end")
        failed_steps = max(failed_steps, 1)
    # A failed test has already made its own step fail.
    failed += failed_steps - 1 if failed and failed_steps else failed_steps
    print(f"{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2])))
