"""The command line: check, import, export, backup, restore, selftest, demo. Without a command, the window.

Each command imports what it needs when it runs, so that `check` starts without a database or a window.
"""

from __future__ import annotations

import argparse
import datetime as dt
import errno
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


def why(error: OSError) -> str:
    """What the operating system refused, in a sentence."""
    name = error.filename or "it"
    said = {
        errno.ENOENT: f"There is no file {name}.",
        errno.EEXIST: f"Something else called {name} is there already.",
        errno.EISDIR: f"{name} is a folder, not a file.",
        errno.ENOTDIR: f"A part of {name} is a file, not a folder.",
        errno.EACCES: f"You have no right to open {name}.",
        errno.EPERM: f"You have no right to open {name}.",
        errno.ENOSPC: "The disk is full, so the answer could not be written.",
        errno.ENAMETOOLONG: "That name is too long for a file.",
    }
    return said.get(error.errno or 0, f"{name} could not be used: {error.strerror or type(error).__name__}.")


def _unexpected(error: Exception) -> str:
    """For a fault of the program: its kind and place, never its message, which may quote a card."""
    place = ""
    trace = error.__traceback__
    while trace is not None:
        place = f" at {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return (
        f"Something went wrong inside Salver ({type(error).__name__}{place}). What was saved before is safe. "
        "Please tell the people who make Salver these words."
    )


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
    """Names of any script go in and out, whatever the terminal's own encoding is; a closed stream is an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  # as long as we run
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
        status = COMMANDS[args.command](args, paths(args.data_dir))
        # Here and not at exit, where nobody could say that it failed.
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader went away, as `head` does; what is left in the buffer has nowhere to go.
        _drop_output()
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as error:
        _drop_output()
        return refuse(f"{why(error)} Your cards are as they were.")
    except MemoryError:
        return refuse("That is too large for this computer's memory. Your cards are as they were.")
    except Exception as error:  # noqa: BLE001  # no traceback reaches a person
        return refuse(_unexpected(error))
    return status


def _drop_output() -> None:
    """Send what could not be written nowhere, so that it is not tried again at exit."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
