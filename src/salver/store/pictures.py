"""Pictures, kept once by the hash of their bytes."""

from __future__ import annotations

import hashlib

from salver.store import schema
from salver.store.codec import stamp
from salver.store.core import Core


class Pictures:
    """The pictures of one store. Cards name them by digest."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._db = core.db

    def put(self, data: bytes) -> str:
        """Keep the bytes and answer with their digest; the same bytes are kept once."""
        digest = hashlib.sha256(data).hexdigest()
        if not self._db.value("SELECT 1 FROM picture WHERE digest = ?", (digest,)):
            row = {"digest": digest, "data": data, "created_at": stamp(self._core.clock())}
            with self._db.write():
                self._db.execute(schema.PictureRow.insert(row))
        return digest

    def get(self, digest: str) -> bytes | None:
        """The bytes of a digest; None when they are not here."""
        data = self._db.value("SELECT data FROM picture WHERE digest = ?", (digest,))
        return None if data is None else bytes(data)
