"""The program: with a command it is a tool of the command line, without one it is the window."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run Salver and answer with its exit status."""
    from salver.cli import run

    return run(sys.argv[1:] if argv is None else argv)


if __name__ == "__main__":
    sys.exit(main())
