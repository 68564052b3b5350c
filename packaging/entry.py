"""Where the built program begins."""

import multiprocessing
import sys

from salver.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
