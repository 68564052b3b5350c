"""Measures every budget and prints one table: `python3 packaging/dev.py bench [WORD …]` (rows that hold a word)."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

import building  # found beside this file
import imports
import reading
import searching
import starting
import writing
from table import print_table


def main(words: list[str]) -> None:
    """Print the rows whose name holds one of `words`, or all."""
    with tempfile.TemporaryDirectory(prefix="salver-bench-") as folder:
        at = Path(folder)
        parts = (starting, searching, reading, writing, imports, building)
        rows = [row for part in parts for row in part.rows(at)]
        print_table([row for row in rows if not words or any(word in row.what for word in words)])


if __name__ == "__main__":
    main(sys.argv[1:])
