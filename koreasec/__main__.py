"""``python -m koreasec score FOLDER``: measure on annotated texts."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from .errors import KoreasecError
from .score import as_json, misses, score, show


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 2 where the input is not what was needed."""
    parser = argparse.ArgumentParser(prog="koreasec", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    scoring = commands.add_parser("score", help="measure on annotated texts")
    scoring.add_argument("folder", help="folder of .xml files, or one file")
    scoring.add_argument("--json", action="store_true", help="write JSON")
    scoring.add_argument("--misses", action="store_true", help="list every error")
    given = parser.parse_args(arguments)
    try:
        scores = score(given.folder)
        print(as_json(scores) if given.json else show(scores))
        if given.misses:
            print(misses(given.folder).to_string(index=False, max_colwidth=120))
    except KoreasecError as error:
        print(f"koreasec: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
