"""Reading order is position: lines that a file draws early or late come where they stand.

The rule, in words: a file draws a page as runs of lines, each run from the top down.  A run is
fitted into those drawn before it: its lines come before the first line that stands below them in
the same column, that is, with some of its width in common with theirs.  Runs side by side
(columns, cells of a row) keep the order in which the file draws them.
"""

from __future__ import annotations

from kg.documents.rawlines import RawLine

#: A line stands above another if its baseline is higher by this part of the font size.
HIGHER = 0.5
#: Points; lines with less of their width in common are in different columns.
COMMON = 3.0
#: A foot of more runs than this (its lines and cells) is no foot.
FEET = 6
#: A page with more runs than this is no page of a report; it is read from the top down.
MOST = 400


def reading_order(lines: list[RawLine]) -> list[RawLine]:
    """The lines of a page in the order in which they are read."""
    runs = _runs(lines)
    if len(runs) < 2:
        return lines
    if len(runs) > MOST:
        return sorted(lines, key=lambda line: (-(line.y or 0.0), line.x0 or 0.0))
    runs = _feet_last(runs)
    read = runs[0]
    for run in runs[1:]:
        read = _fitted(run, read)
    return read


def _feet_last(runs: list[list[RawLine]]) -> list[list[RawLine]]:
    """The runs, those at the page's foot that a file draws before all others moved to the end."""
    for count in range(min(FEET, len(runs) - 1), 0, -1):
        feet, others = runs[:count], runs[count:]
        lowest = min(run[-1].y or 0.0 for run in others)
        if all((run[0].y or 0.0) < lowest for run in feet):
            return others + feet
    return _parted(runs)


def _parted(runs: list[list[RawLine]]) -> list[list[RawLine]]:
    """The runs, a first one that holds the page's head and its foot, and no more, parted in two."""
    first, others = runs[0], runs[1:]
    highest = max(run[0].y or 0.0 for run in others)
    lowest = min(run[-1].y or 0.0 for run in others)
    head = [line for line in first if (line.y or 0.0) > highest]
    foot = [line for line in first if (line.y or 0.0) < lowest]
    if head and foot and len(head) + len(foot) == len(first) <= FEET:
        return [head, *others, foot]
    return runs


def _runs(lines: list[RawLine]) -> list[list[RawLine]]:
    """The runs of lines that go from the top down."""
    runs: list[list[RawLine]] = []
    run: list[RawLine] = []
    lowest = float("inf")
    for line in lines:
        y = line.y or 0.0
        if y > lowest:
            runs.append(run)
            run = []
        run.append(line)
        lowest = y + HIGHER * line.size
    return [*runs, run] if run else runs


def _above(line: RawLine, other: RawLine) -> bool:
    return (line.y or 0.0) > (other.y or 0.0) + HIGHER * other.size


def _fitted(run: list[RawLine], read: list[RawLine]) -> list[RawLine]:
    """The lines read so far with a run in its place among them."""
    fitted: list[RawLine] = []
    late: list[RawLine] = []
    taken = 0
    for index, line in enumerate(read):
        if taken < len(run) and _above(run[taken], line):
            # a run goes from the top down: these stand above the line
            end = taken
            while end < len(run) and _above(run[end], line):
                end += 1
            if any(_in_one_column(line, other) for other in run[taken:end]):
                if any(_must_precede(other, run[taken]) for other in read[index + 1 :]):
                    late.append(line)  # a foot that the file draws first
                    continue
                place = _gap_above(fitted, line, run[end - 1])
                fitted[place:place] = run[taken:end]
                taken = end
        fitted.append(line)
    return fitted + run[taken:] + late


def _must_precede(one: RawLine, other: RawLine) -> bool:
    return _above(one, other) and _in_one_column(one, other)


def _gap_above(fitted: list[RawLine], line: RawLine, last: RawLine) -> int:
    """Where lines that must come before ``line`` go best, ``last`` being the last of them.

    They may come before any line that they stand above; the widest gap is where they part least.
    """
    best, widest = len(fitted), float("-inf")
    place, below = len(fitted), line
    while True:
        gap = (fitted[place - 1].y or 0.0) - (below.y or 0.0) if place else float("inf")
        if gap > widest:
            best, widest = place, gap
        if not place or not _above(last, fitted[place - 1]):
            return best
        place -= 1
        below = fitted[place]


def _in_one_column(one: RawLine, other: RawLine) -> bool:
    left, right = max(one.x0 or 0.0, other.x0 or 0.0), min(one.x1 or 0.0, other.x1 or 0.0)
    return right - left > COMMON
