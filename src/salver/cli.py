"""The command line: check, import, export, backup, restore, selftest, demo. Without a command, the window.

Each command imports what it needs when it runs, so that `check` starts without a database or a window.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import salver
from salver.paths import Paths, paths

REFUSED = 2
"""Exit status when a command could not do its work; a sentence on stderr says why."""


def now() -> dt.datetime:
    """The computer's clock, in UTC."""
    return dt.datetime.now(dt.UTC)


def refuse(sentence: str) -> int:
    """Say why nothing was done, and answer with the exit status for it."""
    print(sentence, file=sys.stderr)
    return REFUSED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="salver", description="Cards of the people you met, and notes they are glad to get."
    )
    parser.add_argument("--version", action="version", version=f"Salver {salver.__version__}")
    parser.add_argument("--data-dir", metavar="DIR", help="keep everything in DIR instead of your data folder")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    check = commands.add_parser("check", help="check a note against its card")
    check.add_argument("file", nargs="?", default="-", metavar="FILE", help="the note, or - for standard input")
    check.add_argument("--card", metavar="CARD.json", help="what is known of the person, the meeting and the sender")
    check.add_argument("--format", choices=("text", "json"), default="text")
    check.add_argument("--jsonl", action="store_true", help="one JSON object a line in, one a line out")

    imports = commands.add_parser("import", help="read cards from vCard, CSV, JSON, zip or pictures")
    imports.add_argument("files", nargs="+", metavar="FILE")
    imports.add_argument("--dry-run", action="store_true", help="read and report, store nothing")
    imports.add_argument("--json", action="store_true", help="answer in JSON")

    export = commands.add_parser("export", help="write all cards to a .vcf, .csv, .json or .ics file")
    export.add_argument("file", metavar="FILE")

    backup = commands.add_parser("backup", help="make a verified copy of everything")
    backup.add_argument("file", nargs="?", metavar="FILE", help="where to; your backups folder without it")
    restore = commands.add_parser("restore", help="bring a backup back; what is there now is backed up first")
    restore.add_argument("file", metavar="FILE")

    commands.add_parser("selftest", help="prove that this program is whole")
    demo = commands.add_parser("demo", help="show the window with example cards, in a folder of its own")
    demo.add_argument("--pictures", metavar="DIR", help="drive the window by itself and keep pictures of it in DIR")
    return parser


def _check(args: argparse.Namespace, _: Paths) -> int:
    from salver import cli_check

    return cli_check.run(args)


def _import(args: argparse.Namespace, where: Paths) -> int:
    from salver import cli_exchange

    return cli_exchange.run_import(args, where, now)


def _export(args: argparse.Namespace, where: Paths) -> int:
    from salver import cli_exchange

    return cli_exchange.run_export(args, where, now)


def _backup(args: argparse.Namespace, where: Paths) -> int:
    from salver import cli_keep

    return cli_keep.run_backup(args, where, now)


def _restore(args: argparse.Namespace, where: Paths) -> int:
    from salver import cli_keep

    return cli_keep.run_restore(args, where, now)


def _selftest(_: argparse.Namespace, __: Paths) -> int:
    from salver import selftest

    return selftest.run()


def _demo(args: argparse.Namespace, _: Paths) -> int:
    from salver import app

    return app.demo(Path(args.pictures) if args.pictures else None)


def _window(_: argparse.Namespace, where: Paths) -> int:
    # First what is not drawn: PySide reads the source of each module that is loaded after it.
    importlib.import_module("salver.store")
    from salver import app

    return app.window(where)


COMMANDS: dict[str | None, Callable[[argparse.Namespace, Paths], int]] = {
    "check": _check,
    "import": _import,
    "export": _export,
    "backup": _backup,
    "restore": _restore,
    "selftest": _selftest,
    "demo": _demo,
    None: _window,
}


def _speak_utf8() -> None:
    """Names of any script go in and out, whatever the terminal's own encoding is."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")


def run(argv: Sequence[str]) -> int:
    """Carry out a command line and answer with its exit status: 0 done, 1 done in part, 2 not done."""
    _speak_utf8()
    os.umask(0o077)
    args = _parser().parse_args(argv)
    try:
        return COMMANDS[args.command](args, paths(args.data_dir))
    except BrokenPipeError:
        # The reader went away, as `head` does; what is left in the buffer has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
