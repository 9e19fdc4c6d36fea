"""``python -m kg``: the command line."""

import sys

from kg.cli import main

if __name__ == "__main__":
    sys.exit(main())
