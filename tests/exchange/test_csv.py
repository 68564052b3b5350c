"""CSV of LinkedIn in all its eras, Google, Outlook and whoever else; each shape with its own small imitation."""

from __future__ import annotations

import contextlib
import datetime as dt
import time

import pytest

from salver.cards.card import Card, Labelled
from salver.cards.note import Deed
from salver.exchange import csvcards, dates
from salver.exchange.model import Read, Unreadable

OLD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
NEW = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
IN = "https://www.linkedin.com/in/"
NOTES = 'Notes:\n"When exporting your connection data, you may notice that, sometimes, e-mails are missing."\n\n'


def read(text: str, encoding: str = "utf-8") -> Read:
    return csvcards.read(text.encode(encoding))


def only(text: str, encoding: str = "utf-8") -> Card:
    found = read(text, encoding)
    assert len(found.cards) == 1
    assert found.problems == ()
    return found.cards[0]


@pytest.mark.parametrize("before", ["", NOTES, "Notes:\na note\n", "Notes:\n\n\n\n\n", "\n\n"])
def test_linkedin_s_header_is_found_below_any_notes(before: str) -> None:
    card = only(before + NEW + "Ana,Ruiz,https://www.linkedin.com/in/ana-ruiz,,Acme,CTO,08 Feb 2026")
    assert (card.first_name, card.last_name, card.company, card.title) == ("Ana", "Ruiz", "Acme", "CTO")
    assert card.links == (Labelled("https://www.linkedin.com/in/ana-ruiz", "linkedin"),)


def test_a_connection_is_accepted_on_its_day_by_the_import() -> None:
    found = read(OLD + "Ana,Ruiz,ana@acme.example,Acme,CTO,08 Feb 2026\n")
    activity = found.entries[0].activities[0]
    assert (activity.deed, activity.at.date(), activity.by_import) == (Deed.ACCEPTED, dt.date(2026, 2, 8), True)
    assert found.entries[0].meetings == ()


def test_closed_profiles_make_no_cards_and_are_counted() -> None:
    found = read(NEW + ",,,,,,07 Jun 2026\nAna,Ruiz,,,,,\n,,,,,,06 Jun 2026\n")
    assert [c.display_name for c in found.cards] == ["Ana Ruiz"]
    assert "2 connections" in found.problems[0].message


def test_commas_quotes_and_breaks_inside_of_fields() -> None:
    card = only(NEW + '"Ana ""Annie""","Ruiz, PhD",,,"Acme,\nInc.",CTO,08 Feb 2026')
    assert (card.first_name, card.last_name, card.company) == ('Ana "Annie"', "Ruiz, PhD", "Acme, Inc.")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_file_that_excel_saved_again_is_read(encoding: str, mark: str) -> None:
    text = (OLD + "Zoë,Müller,,Acme,CTO,4-Apr-21\n").replace(",", mark).replace("\n", "\r\n")
    found = csvcards.read(text.encode(encoding))
    assert found.cards[0].display_name == "Zoë Müller"
    assert found.entries[0].activities[0].at.date() == dt.date(2021, 4, 4)


def test_a_line_that_names_the_delimiter_is_understood() -> None:
    assert only("sep=;\r\nFirst Name;Last Name;Email\r\nAna;Ruiz;a@b.example\r\n").last_name == "Ruiz"


@pytest.mark.parametrize(
    ("text", "day"),
    [("08 Feb 2026", "2026-02-08"), ("2026-02-08", "2026-02-08"), ("2/8/2026", "2026-02-08"),
     ("8-Feb-26", "2026-02-08"),
     ("08.02.2026", "2026-02-08"), ("25/12/2025", "2025-12-25"), ("Feb 8, 2026", "2026-02-08"), ("08 févr. 2026", None),
     ("31 Feb 2026", None), ("soon", None), ("99/99/9999", None), ("", None)],
)  # fmt: skip
def test_dates_of_exports(text: str, day: str | None) -> None:
    found = dates.moment(text)
    assert (found.date().isoformat() if found else None) == day


@pytest.mark.parametrize("gap", [" ", "\u202f"])
def test_invitations_that_went_out_are_dated_facts(gap: str) -> None:
    text = (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"
        f'Me,Ana Ruiz,"2/8/26, 3:05{gap}PM",Hello Ana,OUTGOING,{IN}me,{IN}ana\n'
        f'Bo,Me,"2/8/26, 9:05{gap}AM",,INCOMING,{IN}bo,{IN}me\n'
    )
    found = read(text)
    assert [c.display_name for c in found.cards] == ["Ana Ruiz"]
    sent = found.entries[0].activities[0]
    assert (sent.deed, sent.at, sent.note_id) == (Deed.SENT, dt.datetime(2026, 2, 8, 15, 5, tzinfo=dt.UTC), 1)
    assert found.entries[0].notes[0].text == "Hello Ana"


def test_the_member_s_own_notes_become_text_about_the_person() -> None:
    header = "Connection First Name,Connection Last Name,Connection Profile URL,Note,Created On,Edited On\n"
    card = only(header + "Ana,Ruiz,https://www.linkedin.com/in/ana,Loves night trains,2026-01-01,\n")
    assert (card.about, card.links[0].value) == ("Loves night trains", "https://www.linkedin.com/in/ana")


def test_google_s_new_contacts() -> None:
    header = (
        "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
        "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,"
        "Photo,"
        "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
        "Address 1 - Label,Address 1 - Formatted,Address 1 - City,Website 1 - Label,Website 1 - Value,"
        "Custom Field 1 - Label,Custom Field 1 - Value,Custom Field 2 - Label,Custom Field 2 - Value\n"
    )
    row = (
        "Ana,María,Ruiz,,,,Dr.,,Annie,,Acme,CTO,Lab,--02-03,Met in York,,Fair ::: * myContacts,* Work,a@b.example,"
        'Home,c@d.example,Mobile,+34 600 ::: +34 601,Home,"1 High St\nYork",York,Profile,https://ana.example,'
        "LinkedIn,https://www.linkedin.com/in/ana,Colour,Blue\n"
    )
    card = only(header + row)
    assert (card.first_name, card.middle_name, card.last_name, card.prefix) == ("Ana", "María", "Ruiz", "Dr.")
    assert (card.company, card.title, card.nickname, card.birthday) == ("Acme", "CTO", "Annie", "--02-03")
    assert card.emails == (Labelled("a@b.example", "Work"), Labelled("c@d.example", "Home"))
    assert [p.value for p in card.phones] == ["+34 600", "+34 601"]
    assert [u.value for u in card.links] == ["https://ana.example", "https://www.linkedin.com/in/ana"]
    assert card.addresses == (Labelled("1 High St\nYork", "Home"),)
    assert card.tags == ("Fair",)
    assert card.about == "Met in York\nColour: Blue"


def test_google_s_old_contacts() -> None:
    header = (
        "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Family Name Yomi,Name Prefix,"
        "Name Suffix,"
        "Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Occupation,Notes,Group Membership,"
        "E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name,"
        "Organization 1 - Title\n"
    )
    row = "Ana Ruiz,Ana,,Ruiz,,,,,,,,,,,,,,,* myContacts,* ,a@b.example,Mobile,+34 600,,Acme,CTO\n"
    card = only(header + row)
    assert (card.display_name, card.first_name, card.last_name) == ("Ana Ruiz", "Ana", "Ruiz")
    assert (card.company, card.title, card.emails[0].value, card.phones[0].value) == (
        "Acme",
        "CTO",
        "a@b.example",
        "+34 600",
    )


def test_outlook_s_title_is_a_salutation() -> None:
    text = (
        '"Title","First Name","Middle Name","Last Name","Suffix","Company","Department","Job Title","Business Street",'
        '"Business City","Business Postal Code","Business Country/Region","Business Fax","Business Phone",'
        '"Mobile Phone",'
        '"E-mail Address","E-mail 2 Address","Web Page","Notes","Categories"\n'
        '"Dr.","Ana","","Ruiz","","Acme","Lab","CTO","1 High St","York","YO1","UK","+44 1","+44 2","+44 3",'
        '"a@b.example","c@d.example","ana.example","Hello","Fair;Trains"\n'
    )
    card = only(text)
    assert (card.prefix, card.title, card.company) == ("Dr.", "CTO", "Acme")
    assert card.phones == (Labelled("+44 1", "work fax"), Labelled("+44 2", "work"), Labelled("+44 3", "mobile"))
    assert card.addresses == (Labelled("1 High St\nYork YO1\nUK", "work"),)
    assert [e.value for e in card.emails] == ["a@b.example", "c@d.example"]
    assert card.tags == ("Fair", "Trains")


def test_outlook_in_german_with_semicolons_and_windows_letters() -> None:
    text = "Anrede;Vorname;Nachname;Firma;Position;Telefon geschäftlich;Mobiltelefon;E-Mail-Adresse\n"
    text += "Frau;Zoë;Müller;Öl AG;Chefin;030 1;0171 2;z@m.example\n"
    card = only(text, "cp1252")
    assert (card.prefix, card.first_name, card.last_name, card.company) == ("Frau", "Zoë", "Müller", "Öl AG")
    assert [p.value for p in card.phones] == ["030 1", "0171 2"]


@pytest.mark.parametrize(
    "header",
    ["Name,Email,Company,Phone,Job Title", "Full Name,E-mail,Organisation,Mobile,Role",
     "full_name,email_address,company_name,phone_number,position",
     "Contact,Mail,Employer,Tel,Designation", "Nom,Courriel,Société,Téléphone,Fonction"],
)  # fmt: skip
def test_other_tables_are_read_by_the_names_of_their_columns(header: str) -> None:
    card = only(header + "\nAna Ruiz,a@b.example,Acme,+34 600,CTO\n")
    assert (card.first_name, card.last_name, card.company, card.title) == ("Ana", "Ruiz", "Acme", "CTO")
    assert (card.emails[0].value, card.phones[0].value) == ("a@b.example", "+34 600")


def test_a_table_without_a_header_is_guessed_from_its_cells() -> None:
    card = only("Ana Ruiz,a@b.example,+34 600 111 222,Acme\n")
    assert (card.display_name, card.emails[0].value, card.phones[0].value, card.company) == (
        "Ana Ruiz", "a@b.example", "+34 600 111 222", "Acme",
    )  # fmt: skip


def test_a_table_that_names_nobody_is_refused_with_a_sentence() -> None:
    with pytest.raises(Unreadable, match="No column"):
        read("a,b\n1,2\n")


def test_a_quote_that_never_closes_costs_its_own_row_alone() -> None:
    found = read(
        NEW
        + 'Ana,Ruiz,,,Acme,CTO,08 Feb 2026\nBo,"Berg,,,Acme,CTO,08 Feb 2026\n'
        + "Cy,Coe,,,Acme,CTO,08 Feb 2026\n" * 3
    )
    assert [c.first_name for c in found.cards] == ["Ana", "Cy", "Cy", "Cy"]
    assert [p.line for p in found.problems] == [3]


def test_a_short_or_long_row_is_still_read() -> None:
    found = read("First Name,Last Name,Email,Company\nAna\nBo,Berg,b@c.example,Acme,more,and more\n")
    assert [c.first_name for c in found.cards] == ["Ana", "Bo"]


@pytest.mark.parametrize(
    "bomb",
    [b"a," * 1_000_000, b'"' * 2_000_000, b'"a\n' * 500_000, b"\n" * 2_000_000, b"First Name\n" + b"x" * 2_000_000,
     b"First Name,Last Name\n" + b'"\n' * 300_000, b"\0" * 2_000_000],
)  # fmt: skip
def test_no_bomb_holds_the_reader_up(bomb: bytes) -> None:
    started = time.process_time()
    with contextlib.suppress(Unreadable):
        csvcards.read(bomb)
    assert time.process_time() - started < 5


def test_one_bad_byte_does_not_spoil_the_other_names() -> None:
    data = (OLD + "Zoë,Müller,,Acme,CTO,\n").encode() + b"J\xf6rg,Berg,,Acme,CTO,\n"
    assert [c.first_name for c in csvcards.read(data).cards] == ["Zoë", "Jörg"]


def test_a_translated_linkedin_table_keeps_its_dates() -> None:
    found = read("Vorname,Nachname,E-Mail-Adresse,Unternehmen,Position,Verbunden am\nAna,Ruiz,,Acme,CTO,08.02.2026\n")
    assert found.cards[0].company == "Acme"
    assert found.entries[0].activities[0].at.date() == dt.date(2026, 2, 8)
