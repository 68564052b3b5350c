"""The built program does not push its own libraries on the browser it opens."""

from __future__ import annotations

import entry


def test_the_library_path_of_the_person_comes_back() -> None:
    environ = {"LD_LIBRARY_PATH": "/usr/lib/salver/_internal", "LD_LIBRARY_PATH_ORIG": "/opt/lib", "HOME": "/home/ana"}

    entry.give_back_library_path(environ)

    assert environ == {"LD_LIBRARY_PATH": "/opt/lib", "HOME": "/home/ana"}


def test_a_library_path_that_was_not_there_before_goes_away() -> None:
    environ = {"LD_LIBRARY_PATH": "/usr/lib/salver/_internal"}

    entry.give_back_library_path(environ)

    assert environ == {}
