"""The same from a shell: ``koreasec report``, ``tag``, ``lab``, ``score``, ``lint``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .errors import KoreasecError

ABOUT = """\
Multilingual news on Korean-peninsula security as traced tables and charts.

  koreasec report                    the notebooks on three seed texts: a site in ./site
  koreasec report my_texts/ -o out   the same on your texts: open out/index.html
  koreasec tag my_texts/ -o tables   every table as Parquet and CSV
  koreasec lab my_texts/             JupyterLab on your own copy of the notebooks
  koreasec score gold/               accuracy on texts that you annotated
  koreasec lint --knowledge mine/    names that collide, mislead or are never found

PATH is a folder, a file (.txt .md .csv .jsonl .parquet .zip) or a quoted glob.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0, 1 where lint finds errors, 2 for wrong input."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.run(given) or 0)
    except KoreasecError as error:
        print(f"koreasec: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("koreasec: stopped; nothing half-written was left", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="koreasec",
        description=ABOUT,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"koreasec {_version()}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_report(commands)
    _add_tag(commands)
    _add_lab(commands)
    _add_score(commands)
    _add_lint(commands)
    return parser


def _add_report(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "report", "notebooks on a corpus, written as a site")
    _add_path(parser)
    parser.add_argument(
        "-o", "--output", default="site", help="folder of the site (default: site)"
    )
    parser.set_defaults(run=_report)


def _add_tag(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "tag", "all tables as Parquet and CSV")
    _add_path(parser)
    parser.add_argument("-o", "--output", required=True, help="folder of the tables")
    parser.set_defaults(run=_tag)


def _add_lab(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "lab", "JupyterLab on your own copy of the notebooks")
    _add_path(parser)
    parser.add_argument(
        "-o",
        "--output",
        default="koreasec-lab",
        help="folder of your copy; what stands there stays (default: koreasec-lab)",
    )
    parser.add_argument(
        "--no-browser", action="store_true", help="start the server, open nothing"
    )
    parser.set_defaults(run=_lab)


def _add_score(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "score", "accuracy on annotated texts")
    parser.add_argument("folder", help="folder of .xml files, or one file")
    parser.add_argument("--json", action="store_true", help="write JSON")
    parser.add_argument("--misses", action="store_true", help="list every error")
    parser.set_defaults(run=_score)


def _add_lint(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = _command(
        commands,
        "lint",
        "names that collide, mislead or are never found; exit 1 if any",
    )
    _add_knowledge(parser)
    parser.add_argument("--all", action="store_true", help="list what is accepted too")
    parser.set_defaults(run=_lint)


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name, help=help, description=f"{help[0].upper()}{help[1:]}."
    )


def _add_path(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "path",
        nargs="?",
        metavar="PATH",
        help="folder, file or glob of texts; the three seed texts if absent",
    )
    _add_knowledge(parser)


def _add_knowledge(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--knowledge", metavar="FOLDER", help="tables of your own laid over koreasec's"
    )


def _version() -> str:
    from importlib.metadata import version

    return version("koreasec")


def _use_knowledge(folder: str | None) -> None:
    import os

    from . import knowledge

    knowledge.use(folder)
    if folder:  # the notebooks run in processes of their own
        os.environ["KOREASEC_KNOWLEDGE"] = knowledge.overlay()


def _report(given: argparse.Namespace) -> None:
    from .report import report

    _use_knowledge(given.knowledge)
    print(report(given.path, to=given.output))


def _tag(given: argparse.Namespace) -> None:
    from . import tag
    from .export import export
    from .load import load
    from .report import seeds

    _use_knowledge(given.knowledge)
    tables = tag.everything(load(given.path or seeds()))
    for path in export(tables._asdict(), to=given.output):
        print(path)


def _lab(given: argparse.Namespace) -> int:
    from .report import lab

    _use_knowledge(given.knowledge)
    folder = lab.copy(given.path, to=given.output)
    print(f"your copy of the notebooks is in {folder}", file=sys.stderr)
    return lab.start(Path(folder), browser=not given.no_browser)


def _score(given: argparse.Namespace) -> None:
    from .score import as_json, misses, score, show

    scores = score(given.folder)
    print(as_json(scores) if given.json else show(scores))
    if given.misses:
        print(misses(given.folder).to_string(index=False, max_colwidth=120))


def _lint(given: argparse.Namespace) -> int:
    from .lint import lint, told

    _use_knowledge(given.knowledge)
    found = lint()
    print(told(found, everything=given.all))
    return int(found["level"].eq("error").any())
