"""Files of every kind by content and ending; archives that mean harm; anything at all never raises or hangs."""

from __future__ import annotations

import io
import stat
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from salver.exchange import atomic, csvwriter, reader, writer
from salver.exchange.model import Unreadable

CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\nN:Ruiz;Ana;;;\r\nFN:Ana Ruiz\r\nEND:VCARD\r\n"
LINKS = (
    b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    b"Ana,Ruiz,https://www.linkedin.com/in/ana,,Acme,CTO,08 Feb 2026\n"
)


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name.replace("__", "."), data)
    return out.getvalue()


@pytest.mark.parametrize("name", ["a.vcf", "a.VCF", "a.txt", "a.csv", "a"])
def test_a_vcard_is_known_by_its_content_whatever_its_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(CARD)
    assert [c.display_name for c in reader.read(tmp_path / name).cards] == ["Ana Ruiz"]


def test_linkedin_s_archive_is_read_without_its_messages() -> None:
    data = archive(
        Connections__csv=LINKS, messages__csv=b"CONVERSATION ID,FROM\n1,Eve\n", Profile__csv=b"First Name\nMe\n"
    )
    assert [c.display_name for c in reader.read_bytes(data).cards] == ["Ana Ruiz"]


def test_a_folder_of_vcards_in_a_zip_is_read() -> None:
    assert len(reader.read_bytes(archive(a__vcf=CARD, b__vcf=CARD)).cards) == 2


@pytest.mark.parametrize(
    "data",
    [
        archive(Connections__csv=b"0" * 200_000_000),
        archive(Connections__csv=LINKS + b",,,,,,\n" * 3_000_000),
        archive(**{f"f{i}__txt": b"" for i in range(6_000)}),
        archive(Connections__csv=LINKS)[:-30],
        archive(readme__txt=b"hello"),
        b"PK\x03\x04" + b"\0" * 100,
    ],
)
def test_archives_that_mean_harm_or_nothing_get_a_sentence(data: bytes) -> None:
    started = time.process_time()
    with pytest.raises(Unreadable, match="archive"):
        reader.read_bytes(data)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("data", [b"", b"   \n", b"\x7fELF\x01\x01\0\0\0\0" * 20, b"\xef\xbb\xbf"])
def test_files_of_no_known_kind_get_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable) as caught:
        reader.read_bytes(data)
    assert caught.value.sentence


def test_a_picture_is_told_to_come_later() -> None:
    found = reader.read_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100), ".png")
    assert found.cards == ()
    assert "pictures" in found.problems[0].message


def test_a_missing_file_a_folder_and_a_huge_file_get_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="There is no file"):
        reader.read(tmp_path / "none.vcf")
    with pytest.raises(Unreadable, match="folder"):
        reader.read(tmp_path)
    huge = tmp_path / "huge.csv"
    with huge.open("wb") as file:
        file.truncate(1_000_000_000)
    started = time.process_time()
    with pytest.raises(Unreadable, match="larger than 50 MB"):
        reader.read(huge)
    assert time.process_time() - started < 2


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out.vcf"
    atomic.write(target, b"first")
    atomic.write(target, b"second")
    assert target.read_bytes() == b"second"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    blocked = tmp_path / "blocked"
    blocked.mkdir()
    with pytest.raises(OSError, match="blocked"):
        atomic.write(blocked, b"x")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["blocked", "out.vcf"]


SEEDS = [
    CARD,
    b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=\n=20;x\n"
    b"PHOTO;BASE64:\n QUJD\n\nTEL;CELL:1\nEND:VCARD\n",
    b'BEGIN:VCARD\nVERSION:4.0\nADR;LABEL="a:b^n";TYPE=home:;;x;;;;\nitem1.URL:http\\://x\nitem1.X-ABLabel:_$!<Home>!$_\n'
    b"AGENT:BEGIN:VCARD\nFN:y\nEND:VCARD\nEND:VCARD\n",
    LINKS,
    b'sep=;\r\nName;E-mail 1 - Value;Notes\r\n"A ""q""";a@b.example;"x\r\ny"\r\n',
    b'{"cards": [{"display_name": "Ana", "emails": [{"value": "x"}], "tags": ["y"]}]}',
    b'{"salver": 1, "cards": [{"first_name": "A", "meetings": [{"met": {"local": "2026-01-01T10:00:00"}}]}]}',
]
PIECES = [b"\n", b"\r", b"=\n", b'"', b"\\", b"\0", b"\xff\xfe", b"\xc3", b";", b":", b",", b"\n ", b"BEGIN:VCARD\n",
          b"END:VCARD\n", b";ENCODING=B", b";CHARSET=utf-16", b";CHARSET=idna", b"{", b"]", b"1" * 5_000]  # fmt: skip


@st.composite
def mangled(pick: st.DrawFn) -> bytes:
    data = bytearray(pick(st.sampled_from(SEEDS)))
    for _ in range(pick(st.integers(0, 8))):
        at = pick(st.integers(0, len(data)))
        if pick(st.booleans()):
            data[at:at] = pick(st.sampled_from(PIECES) | st.binary(max_size=4))
        else:
            del data[at : at + pick(st.integers(1, 20))]
    return bytes(data)


@settings(deadline=2_000, max_examples=300)
@given(mangled() | st.binary(max_size=200), st.sampled_from([".vcf", ".csv", ".json", ".zip", ""]))
def test_whatever_is_in_a_file_it_is_read_or_refused_with_a_sentence(data: bytes, ending: str) -> None:
    try:
        found = reader.read_bytes(data, ending)
    except Unreadable as error:
        assert error.sentence.endswith(".")  # noqa: PT017  # both outcomes are fine; only their shape is checked
        return
    named = [card for card in found.cards if card.shown_name]
    if named:
        again = reader.read_bytes(writer.write(named).encode(), ".vcf")
        assert [card.shown_name for card in again.cards] == [card.shown_name for card in named]
    csvwriter.write(found.cards)
