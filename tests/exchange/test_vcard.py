"""vCards of every age and maker, each oddity with its own small imitation."""

from __future__ import annotations

import base64
import time
from collections.abc import Callable

import pytest

from salver.cards.card import Card, Labelled
from salver.exchange import vcard
from salver.exchange.model import Unreadable
from salver.exchange.properties import CARD_MAX
from salver.exchange.vcard import CARDS_MAX

CardOf = Callable[..., Card]


def values(lines: tuple[Labelled, ...]) -> list[str]:
    return [line.value for line in lines]


def test_a_plain_card_is_read_as_it_is_written(card_of: CardOf) -> None:
    card = card_of(
        "N:Müller;Zoë;Anna;Dr.;PhD", "FN:Dr. Zoë Anna Müller PhD", "ORG:Nordlicht;Research;Light", "TITLE:Head of dawn",
        "EMAIL;TYPE=INTERNET,WORK:Zoe@Nordlicht.example", "TEL;TYPE=CELL:0171 / 12 34-567", "URL:https://nordlicht.example",
        "BDAY:1980-03-21", "CATEGORIES:fair,night\\, trains", "NOTE:One\\nTwo\\, three\\; four", "NICKNAME:Zo",
    )  # fmt: skip
    assert (card.first_name, card.middle_name, card.last_name) == ("Zoë", "Anna", "Müller")
    assert (card.prefix, card.suffix, card.nickname) == ("Dr.", "PhD", "Zo")
    assert (card.display_name, card.company, card.title) == ("Dr. Zoë Anna Müller PhD", "Nordlicht", "Head of dawn")
    assert card.emails == (Labelled("Zoe@Nordlicht.example", "work"),)
    assert card.phones == (Labelled("0171 / 12 34-567", "mobile"),)
    assert card.birthday == "1980-03-21"
    assert card.tags == ("fair", "night, trains")
    assert card.about == "One\nTwo, three; four"


def test_names_are_never_recased_and_phones_never_reformatted(card_of: CardOf) -> None:
    card = card_of("N:mcDONALD;aNNA;;;", "FN:aNNA mcDONALD", "TEL:BusinessPhone", "TEL:+49(0)30/1234 ext. 5")
    assert (card.first_name, card.last_name) == ("aNNA", "mcDONALD")
    assert values(card.phones) == ["BusinessPhone", "+49(0)30/1234 ext. 5"]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r", b"\r\r\n"])
def test_every_way_to_end_a_line_is_understood(card_of: CardOf, end: bytes) -> None:
    card = card_of("FN:Ana Ruiz", "NOTE:a long", "  note", "TEL:123", end=end)
    assert (card.display_name, card.about, values(card.phones)) == ("Ana Ruiz", "a long note", ["123"])


def test_a_name_from_the_full_name_alone_is_taken_apart(card_of: CardOf) -> None:
    card = card_of("FN:Frank van der Berg")
    assert (card.first_name, card.last_name) == ("Frank", "van der Berg")


def test_a_firm_is_not_taken_apart_like_a_person(card_of: CardOf) -> None:
    card = card_of("FN:Blue Harbour Ltd", "N:;;;;", "ORG:Blue Harbour Ltd", "X-ABShowAs:COMPANY")
    assert (card.first_name, card.last_name, card.company) == ("", "", "Blue Harbour Ltd")


def test_han_names_keep_family_name_first_when_only_parts_are_given(card_of: CardOf) -> None:
    assert card_of("N:田中;由紀;;;").display_name == "田中由紀"


def test_a_fold_may_part_a_character_or_a_word(card_of: CardOf) -> None:
    assert card_of(b"FN:Zo\xc3\r\n \xab M\xc3\xbcl\r\n\tler").display_name == "Zoë Müller"


def test_quoted_printable_runs_over_soft_breaks(card_of: CardOf) -> None:
    card = card_of(
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=4D=C3=BC=6C=6C=65=72;=5A=6F=\r\n=C3=AB;;;",
        "NOTE;ENCODING=QUOTED-PRINTABLE:first=0D=0A=\r\nsecond=0D=\r\n=0A",
        "ORG;QUOTED-PRINTABLE:A=3BB;Sales", "TEL;CELL:55", version="2.1",
    )  # fmt: skip
    assert (card.last_name, card.first_name) == ("Müller", "Zoë")
    assert card.about == "first\nsecond"
    assert card.company == "A;B"
    assert card.phones == (Labelled("55", "mobile"),)


def test_a_soft_break_before_a_new_property_ends_the_value(card_of: CardOf) -> None:
    card = card_of("FN:Ana", "ORG;ENCODING=QUOTED-PRINTABLE:Acme=", "TEL:123", version="2.1")
    assert (card.company, values(card.phones)) == ("Acme", ["123"])


@pytest.mark.parametrize(
    ("charset", "data"),
    [("ISO-8859-1", "Müller".encode("latin-1")), ("windows-1251", "Иванов".encode("cp1251")),
     ("SHIFT_JIS", "表田".encode("shift_jis")), ("ISO-2022-JP", "田中".encode("iso2022_jp")),
     ("", "Müller".encode("cp1252")),
     ("no-such-thing", "Müller".encode()), ("zip", "Müller".encode())],
)  # fmt: skip
def test_each_value_is_read_in_its_own_character_set(card_of: CardOf, charset: str, data: bytes) -> None:
    named = f";CHARSET={charset}".encode() if charset else b""
    card = card_of(b"N" + named + b":" + data + b";;;;", version="2.1")
    assert card.last_name in ("Müller", "Иванов", "表田", "田中")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_whole_files_in_other_encodings_are_read(encoding: str) -> None:
    text = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë Müller\r\nEND:VCARD\r\n"
    assert vcard.read(text.encode(encoding)).cards[0].display_name == "Zoë Müller"


def test_old_folds_keep_the_space_that_belongs_to_the_text(card_of: CardOf) -> None:
    assert card_of("FN:Ana", "NOTE:a short line", " and its rest", version="2.1").about == "a short line and its rest"


def test_old_cards_need_no_escapes_for_commas(card_of: CardOf) -> None:
    assert card_of("FN:Ana", "ORG:Company, The;Sales", version="2.1").company == "Company, The"


def test_pictures_end_where_they_end(card_of: CardOf) -> None:
    picture = base64.encodebytes(b"\x89PNG" + bytes(range(200))).decode().strip().replace("\n", "\r\n ")
    for head, version in (
        ("PHOTO;ENCODING=b;TYPE=PNG", "3.0"),
        ("PHOTO;BASE64", "3.0"),
        ("PHOTO;PNG;ENCODING=BASE64", "2.1"),
    ):
        card = card_of("FN:Ana Ruiz", f"{head}:\r\n {picture}\r\n", "TEL:123", version=version)
        assert (card.display_name, values(card.phones)) == ("Ana Ruiz", ["123"])


def test_base64_without_indentation_is_still_one_picture() -> None:
    body = base64.encodebytes(b"\x89PNG" + bytes(200)).decode().strip().replace("\n", "\r\n")
    for version in ("2.1", "3.0"):
        data = f"BEGIN:VCARD\r\nVERSION:{version}\r\nPHOTO;ENCODING=BASE64:{body}\r\n\r\nFN:Ana\r\nEND:VCARD\r\n"
        found = vcard.read(data.encode())
        assert found.entries[0].portrait == b"\x89PNG" + bytes(200)
        assert found.cards[0].display_name == "Ana"


def test_a_picture_s_address_is_kept_and_never_fetched(card_of: CardOf) -> None:
    card = card_of("FN:Ana", "PHOTO;VALUE=uri:http://pictures.example/ana.png")
    assert card.extra == ("PHOTO;VALUE=uri:http://pictures.example/ana.png",)


def test_a_picture_as_a_data_address_is_read() -> None:
    data = base64.b64encode(b"GIF89a").decode()
    text = f"BEGIN:VCARD\nVERSION:4.0\nFN:Ana\nPHOTO:data:image/gif;base64\\,{data}\nEND:VCARD\n"
    assert vcard.read(text.encode()).entries[0].portrait == b"GIF89a"


def test_groups_give_their_labels(card_of: CardOf) -> None:
    card = card_of(
        "FN:Ana", "item1.EMAIL;type=INTERNET:a@b.example", "item1.X-ABLabel:Sailing club",
        "item2.URL:http\\://ana.example", "item2.X-ABLabel:_$!<HomePage>!$_",
        "item3.X-ABDATE:1999-01-02", "item3.X-ABLabel:_$!<Anniversary>!$_",
    )  # fmt: skip
    assert card.emails == (Labelled("a@b.example", "Sailing club"),)
    assert card.links == (Labelled("http://ana.example", "HomePage"),)
    assert card.extra == ("item3.X-ABDATE:1999-01-02", "item3.X-ABLABEL:_$!<Anniversary>!$_")


@pytest.mark.parametrize(
    "line",
    [
        "X-SOCIALPROFILE;type=linkedin:https://www.linkedin.com/in/ana-ruiz",
        "X-SOCIALPROFILE;TYPE=LinkedIn;x-user=ana-ruiz:https\\://www.linkedin.com/in/ana-ruiz",
        "X-SOCIALPROFILE;type=linkedin;x-user=ana-ruiz:x-apple:ana-ruiz",
        "X-SOCIALPROFILE;type=linkedin:ana-ruiz",
        "URL;TYPE=linkedin:https://www.linkedin.com/in/ana-ruiz",
        "IMPP;X-SERVICE-TYPE=LinkedIn;type=HOME:https://www.linkedin.com/in/ana-ruiz",
        "SOCIALPROFILE;SERVICE-TYPE=LinkedIn:https://www.linkedin.com/in/ana-ruiz",
        "X-LINKEDIN:https://www.linkedin.com/in/ana-ruiz",
    ],
)
def test_linkedin_addresses_are_found_wherever_they_stand(card_of: CardOf, line: str) -> None:
    assert values(card_of("FN:Ana Ruiz", line).links) == ["https://www.linkedin.com/in/ana-ruiz"]


def test_links_stay_as_they_were_written(card_of: CardOf) -> None:
    written = "http://de.linkedin.com/in/Ana-Ruiz/en?trk=x"
    assert values(card_of("FN:Ana", f"URL:{written}").links) == [written]


def test_an_id_with_a_colon_in_a_parameter_does_not_cut_the_address(card_of: CardOf) -> None:
    card = card_of("FN:Ana", "X-SOCIALPROFILE;TYPE=GAME;X-USERID=G:126:http\\://game.example/G\\:1")
    assert values(card.links) == ["http://game.example/G:1"]


@pytest.mark.parametrize(
    ("line", "day"),
    [("BDAY:1604-06-12", "--06-12"), ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-06-12", "--06-12"), ("BDAY:--0203", "--02-03"),
     ("BDAY:19800321", "1980-03-21"), ("BDAY;VALUE=date-time:1980-03-21T00:00:00Z", "1980-03-21"),
     ("BDAY:1980-13-40", "")],
)  # fmt: skip
def test_birthdays_with_and_without_a_year(card_of: CardOf, line: str, day: str) -> None:
    assert card_of("FN:Ana", line).birthday == day


def test_addresses_as_links_lose_only_their_scheme(card_of: CardOf) -> None:
    card = card_of("FN:Ana", 'TEL;VALUE=uri;TYPE="work,voice";PREF=1:tel:+1-418-656-9254;ext=102',
                   "EMAIL:mailto:a@b.example", version="4.0")  # fmt: skip
    assert card.phones == (Labelled("+1-418-656-9254;ext=102", "work"),)
    assert values(card.emails) == ["a@b.example"]


def test_the_preferred_value_stands_first(card_of: CardOf) -> None:
    card = card_of("FN:Ana", "EMAIL:one@x.example", "EMAIL;TYPE=pref:two@x.example", "EMAIL:three@x.example")
    assert values(card.emails) == ["two@x.example", "one@x.example", "three@x.example"]


@pytest.mark.parametrize(
    "agent",
    ["AGENT:BEGIN:VCARD\nVERSION:2.1\nFN:Jane\nTEL:9\nEND:VCARD",
     "AGENT:\nBEGIN:VCARD\nVERSION:2.1\nFN:Jane\nEND:VCARD",
     "AGENT:BEGIN:VCARD\n VERSION:3.0\n FN:Jane\n END:VCARD"],
)  # fmt: skip
def test_a_card_inside_a_card_is_no_card_of_its_own(card_of: CardOf, agent: str) -> None:
    card = card_of("FN:John", agent, "TEL:123")
    assert (card.display_name, values(card.phones)) == ("John", ["123"])


def test_a_colon_in_quotes_belongs_to_the_parameter(card_of: CardOf) -> None:
    card = card_of("FN:Ana", 'TEL;X-ID="urn:uuid:1;2":905-666', 'ADR;LABEL="12: High St":;;12 High St;York;;YO1;UK')
    assert values(card.phones) == ["905-666"]
    assert values(card.addresses) == ["12 High St\nYork YO1\nUK"]


def test_several_notes_and_firms_lose_nothing(card_of: CardOf) -> None:
    card = card_of("FN:Ana", "NOTE:one", "NOTE:two", "ORG:First;Unit", "ORG:Second")
    assert (card.about, card.company) == ("one\ntwo", "First")
    assert "ORG:Second" in card.extra


def test_a_note_with_bare_line_breaks_is_read_to_its_end() -> None:
    found = vcard.read(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nNOTE:one\ntwo words here\nTEL:1\nEND:VCARD\n")
    assert found.cards[0].about == "one\ntwo words here"


def test_overrides_of_writing_direction_are_removed_and_joiners_stay(card_of: CardOf) -> None:
    card = card_of("FN:Ana \u202ezuiR\u202c", "ORG:می\u200cخواهم")
    assert card.display_name == "Ana zuiR"
    assert card.company == "می\u200cخواهم"


def test_values_are_trimmed_and_composed(card_of: CardOf) -> None:
    assert card_of("FN:  Zoe\u0308 Mu\u0308ller ").display_name == "Zoë Müller"


def test_one_bad_card_costs_that_card_alone() -> None:
    good = "BEGIN:VCARD\nVERSION:3.0\nFN:{}\nEND:VCARD\n"
    text = good.format("One") + "BEGIN:VCARD\nVERSION:3.0\nEND:VCARD\n" + good.format("Three")
    found = vcard.read(text.encode())
    assert [c.display_name for c in found.cards] == ["One", "Three"]
    assert [p.card for p in found.problems] == [2]


def test_a_card_that_never_ends_is_told_and_does_not_swallow_the_next() -> None:
    found = vcard.read(b"BEGIN:VCARD\nFN:One\nTEL:1\nBEGIN:VCARD\nFN:Two\nEND:VCARD\nBEGIN:VCARD\nFN:Three\n")
    assert [c.display_name for c in found.cards] == ["One", "Two", "Three"]
    assert [p.card for p in found.problems] == [1, 3]


def test_a_file_without_cards_is_refused_with_a_sentence() -> None:
    with pytest.raises(Unreadable, match="no vCard"):
        vcard.read(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n")


def test_an_indented_card_is_read_too() -> None:
    found = vcard.read(b"\n    BEGIN:VCARD\n    VERSION:3.0\n    FN:Ana Ruiz\n    END:VCARD\n")
    assert found.cards[0].display_name == "Ana Ruiz"


def test_a_card_of_enormous_size_is_left_out_and_said() -> None:
    big = "\n".join("NOTE:" + "x" * 900_000 for _ in range(3))
    found = vcard.read(f"BEGIN:VCARD\nFN:Big\n{big}\nEND:VCARD\nBEGIN:VCARD\nFN:Small\nEND:VCARD\n".encode())
    assert [c.display_name for c in found.cards] == ["Small"]
    assert "larger than" in found.problems[0].message
    assert CARD_MAX == 2_000_000


def test_a_line_of_enormous_length_costs_itself() -> None:
    found = vcard.read(b"BEGIN:VCARD\nFN:Ana\nNOTE:" + b"x" * 1_200_000 + b"\nTEL:1\nEND:VCARD\n")
    assert (found.cards[0].display_name, found.cards[0].about) == ("Ana", "")
    assert found.problems[0].card == 1


def test_more_cards_than_the_limit_are_left_out_and_said() -> None:
    found = vcard.read(b"BEGIN:VCARD\nFN:A\nEND:VCARD\n" * (CARDS_MAX + 5))
    assert len(found.cards) == CARDS_MAX
    assert "more than 20,000" in found.problems[-1].message


@pytest.mark.parametrize(
    "bomb",
    [b"NOTE:a\n" + b"b\n" * 400_000, b"X;" + b";" * 900_000 + b":1\n", b'TEL;X="' + b'"' * 900_001 + b":1\n",
     b"N:" + b"\\;" * 400_000 + b"\n", b"NOTE;ENCODING=QUOTED-PRINTABLE:" + b"=\n" * 400_000,
     b"PHOTO;BASE64:" + b"QQ\n" * 400_000,
     b"AGENT:BEGIN:VCARD\n" * 50_000, b"X:" + b"\n " * 400_000, b"ADR;LABEL=" + b"a:" * 300_000 + b"\n"],
)  # fmt: skip
def test_no_bomb_holds_the_reader_up(bomb: bytes) -> None:
    started = time.process_time()
    vcard.read(b"BEGIN:VCARD\nVERSION:2.1\nFN:Ana\n" + bomb + b"END:VCARD\n")
    vcard.read(b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana\n" + bomb.replace(b"QUOTED", b"X") + b"END:VCARD\n")
    assert time.process_time() - started < 5


def test_files_put_one_behind_another_keep_all_their_cards() -> None:
    one = "\ufeffBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nEND:VCARD\r\n".encode()
    assert len(vcard.read(one + one).cards) == 2
    assert len(vcard.read(one + one.replace(b"Ana", b"Zo\xeb")).cards) == 2


def test_a_card_as_netscape_wrote_it() -> None:
    found = vcard.read(
        b"begin:vcard\nfn:Ana Ruiz\nn:Ruiz;Ana\nemail;internet:a@b.example\ntel;work:1\nversion:2.1\nend:vcard\n"
    )
    assert (found.cards[0].last_name, found.cards[0].emails[0].value, found.cards[0].phones[0].label) == (
        "Ruiz", "a@b.example", "work",
    )  # fmt: skip
