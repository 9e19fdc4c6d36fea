"""How many made-up reports are read wrongly today: these numbers may only fall, to none."""

#: Designs and formats of unvaried reports, and how many of the six seeds tried are read wrongly.
WRONG: dict[tuple[str, str], int] = {}

#: Varied reports of each kind that the test reads.
SAMPLE = 6
#: Kinds of variation that are not read as they should be: how many of the sample are misread (in
#: silence, or with a value that is not printed), and how many are not read rightly.  These may only
#: fall.  The goal is an empty table: none misread, nine in ten read rightly where a person would.
OPEN: dict[str, tuple[int, int]] = {}
