"""Where the built program begins."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import MutableMapping


def give_back_library_path(environ: MutableMapping[str, str]) -> None:
    """Let programs that Salver starts, such as the browser, load their own libraries again.

    The loader in front of this file points LD_LIBRARY_PATH at Salver's libraries. This process has
    read it by now; a browser that inherited it would load ours, and may not start.
    """
    before = environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        environ["LD_LIBRARY_PATH"] = before
    else:
        environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    from salver.__main__ import main

    multiprocessing.freeze_support()
    if sys.platform.startswith("linux"):
        give_back_library_path(os.environ)
    sys.exit(main())
