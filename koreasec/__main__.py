"""``python -m koreasec``: the same as the command ``koreasec``."""

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
