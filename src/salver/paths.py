"""Where the data lives. The only importer of appdirs."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import appdirs


@dataclass(frozen=True, slots=True)
class Paths:
    """The one folder that holds everything of a person; nothing is made by asking for it."""

    data: Path

    @property
    def database(self) -> Path:
        """The SQLite file with all cards."""
        return self.data / "salver.sqlite"

    @property
    def backups(self) -> Path:
        """The folder of verified copies."""
        return self.data / "backups"

    @property
    def log(self) -> Path:
        """The log; it holds ids, never people's data."""
        return self.data / "salver.log"


def paths(data_dir: str | None = None) -> Paths:
    """The paths of this person, or those below `data_dir`."""
    if data_dir:
        path = Path(data_dir)
        with contextlib.suppress(RuntimeError):
            # Raised for ~name where nobody has that name; it is then a name like any other.
            path = path.expanduser()
        return Paths(path.absolute())
    return Paths(Path(appdirs.user_data_dir("Salver", appauthor=False)))
