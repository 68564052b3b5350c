"""What the columns of a CSV file mean: LinkedIn, Google, Outlook, Salver's own, and others by their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

SALVER_UID = "Salver UID"
"""The first column of Salver's own CSV: by it the file is known again."""

_WORDS: dict[str, str] = {
    "first": "first name, firstname, first, given name, givenname, given, forename, fname, vorname, prénom, prenom,"
    " nombre, nome, voornaam, förnamn, fornavn, fornamn, etunimi, imię, imie, jméno, keresztnév, имя, 名, 名字, 이름",
    "middle": "middle name, middlename, additional name, middle, weitere vornamen, zweiter vorname, deuxième prénom,"
    " segundo nombre, secondo nome, tweede naam, отчество",
    "last": "last name, lastname, last, family name, familyname, surname, lname, nachname, familienname, nom,"
    " nom de famille, apellido, apellidos, cognome, sobrenome, apelido, achternaam, efternamn, etternavn, efternavn,"
    " sukunimi, nazwisko, příjmení, vezetéknév, фамилия, 姓, 姓氏, 성",
    "full": "name, full name, fullname, display name, displayname, contact name, contact, person, anzeigename,"
    " vollständiger name, nom complet, nom affiché, nombre completo, nome completo, weergavenaam, naam, namn, navn,"
    " full names, file as name, 姓名, 氏名",
    "prefix": "name prefix, prefix, anrede, honorific, salutation, titre de civilité, civilité, tratamiento, aanhef",
    "suffix": "name suffix, suffix, suffixe, sufijo, namenszusatz",
    "nickname": "nickname, nick name, nick, spitzname, surnom, apodo, soprannome, bijnaam, alias",
    "phonetic_first": "phonetic first name, given name yomi, yomi first name",
    "phonetic_last": "phonetic last name, family name yomi, yomi last name",
    "pronunciation": "pronunciation",
    "pronouns": "pronouns",
    "company": "company, companies, organization name, organisation name, organization, organisation, company name,"
    " firm, employer, account, account name, business, firma, unternehmen, société, societe, entreprise, empresa,"
    " azienda, società, bedrijf, företag, firmanavn, organization 1 - name, yritys, compañía,"
    " компания, 会社名, 公司, 회사",
    "title": "job title, jobtitle, position, organization title, organisation title, organization 1 - title, role,"
    " occupation, headline, designation, job, position title, berufsbezeichnung, funktion, stelle, fonction, poste,"
    " puesto, cargo, posizione, qualifica, functie, befattning, stilling, stanowisko, должность, 役職, 职位, 직책",
    "salutation_or_title": "title, titel, titre, título, titolo",
    "email": "email, e-mails, e-mail, email address, e-mail address, emailaddress, mail, e mail, primary email, "
    "work email, home email, personal email, business email, other email, secondary email, e-mail-adresse,"
    " e-mail adresse, mailadresse, adresse e-mail, adresse de messagerie, courriel, correo electrónico, correo,"
    " dirección de correo"
    " electrónico, indirizzo di posta elettronica, indirizzo e-mail, e-mailadres, e-postadress, e-post, emails,"
    " email addresses, endereço de email, почта, メールアドレス, 电子邮件, 이메일",
    "phone": "phone, phone number, phonenumber, telephone, tel, mobile, mobile phone, cell, cell phone, cellphone,"
    " work phone, home phone, business phone, business phone 2, home phone 2, primary phone, other phone, car phone,"
    " company main phone, pager, business fax, home fax, other fax, fax, mobile number, telephone number, telefon,"
    " telefon geschäftlich, telefon privat, mobiltelefon, handy, mobil, fax geschäftlich, téléphone,"
    " téléphone (bureau), téléphone (domicile), tél. mobile, téléphone mobile, portable, teléfono, teléfono móvil,"
    " móvil, telefono, cellulare, telefoonnummer, telefoon, mobiele telefoon, mobiltelefonnummer, telefone, celular,"
    " numer telefonu, телефон, phone numbers, phonenumbers, assistant's phone, radio phone, callback, isdn,"
    " 電話番号, 电话, 전화",
    "link": "url, link, website, web site, web page, webpage, homepage, profile, profile url, linkedin, linkedin url,"
    " linkedin profile, linkedin profile url, personal web page, business homepage, personal website, webseite,"
    " internetseite, page web, site web, página web, sito web, pagina web, webbplats, sites, public profile url,"
    " person linkedin url, profiles, ウェブサイト, 网址",
    "note": "notes, note, comments, comment, description, notizen, bemerkungen, remarques, notas, appunti, opmerkingen,"
    " anteckningar, remarks, заметки, メモ, 备注",
    "tags": "labels, group membership, categories, groups, tags, kategorien, catégories, categorías, categorie,"
    " category, group",
    "birthday": "birthday, birth date, birthdate, date of birth, geburtstag, anniversaire, cumpleaños, compleanno,"
    " verjaardag, födelsedag",
    "address": "address, postal address, mailing address, home address, business address, other address, addresses,"
    " location, adresse, dirección, indirizzo, adres, adress, 住所, 地址",
    "street": "business street, home street, other street, street, street address, straße, strasse,"
    " straße geschäftlich, straße privat, rue, rue (bureau), calle, home address street, work address, home address",
    "city": "business city, home city, other city, city, town, ort, ort geschäftlich, ort privat, ville, ciudad, città",
    "region": "business state, home state, other state, state, province, region, business state/province",
    "code": "business postal code, home postal code, other postal code, zip, zip code, postal code, postcode, plz,"
    " postleitzahl, postleitzahl geschäftlich, code postal, código postal, cap",
    "country": "business country, business country/region, home country, home country/region, other country,"
    " other country/region, country, country/region, land, land/region geschäftlich, pays, país, paese",
    "connected": "connected on, connected at, verbunden am, conectado el",
    "extra": "other vcard lines",
    "uid": "salver uid",
    "cadence": "keep in touch (days)",
}
_MEANING = {name.strip(): kind for kind, names in _WORDS.items() for name in names.split(",")}
_NUMBERED = re.compile(
    r"(e-?mail|phone|address|website|organization|im|relation|event|custom field)s? (\d+) - (label|type|value|formatted"
    r"|name|title|department|street|city|region|postal code|country|po box|extended address|.+)",
)
_OUTLOOK_MAIL = re.compile(r"e-?mail[ -]?(\d*)[ -]?(address|adresse|adres)?$|e-?mail (address|adresse) ?\d*$")
_NUMBER_AT_END = re.compile(r"^(.+?)[ _]?\(?(\d{1,2})\)?$")
_OF_LINKEDIN = frozenset(
    {"from", "to", "direction", "sent at", "connection first name", "connection last name", "connection profile url"}
)
"""Headings of LinkedIn's files that say something only together."""
_LABELS = {
    "work": "work, business, geschäftlich, bureau, company main",
    "home": "home, privat, domicile, personal",
    "mobile": "mobile, cell, handy, mobil, móvil, cellulare, portable, celular, mobiele",
    "other": "other",
}
_LABEL_WORDS = {word.strip(): label for label, words in _LABELS.items() for word in words.split(",")}


@dataclass(frozen=True, slots=True)
class Column:
    """What one column holds: its kind, the word to file it under, and the number that groups it with others."""

    kind: str
    label: str = ""
    group: str = ""


def plain(cell: str) -> str:
    """A heading as it is looked up."""
    return " ".join(
        cell.replace("\ufeff", "").replace("_", " ").replace(":", " ").strip().strip("\"'*").casefold().split()
    )


def _label_of(name: str) -> str:
    words = [label for word, label in _LABEL_WORDS.items() if re.search(rf"(?<!\w){re.escape(word)}(?!\w)", name)]
    parts = words[:1] + (["fax"] if "fax" in name else []) + (["pager"] if "pager" in name else [])
    return " ".join(parts)


def column(cell: str) -> Column | None:
    """The meaning of one heading, or None when its name says nothing to us."""
    name = plain(cell)
    numbered = _NUMBERED.match(name)
    if numbered:
        return _numbered(*numbered.groups())
    kind = _MEANING.get(name) or _MEANING.get(re.sub(r"(?<=[a-z])(?=[A-Z])", " ", cell.strip()).casefold())
    if kind is None and _OUTLOOK_MAIL.match(name):
        kind = "email"
    if kind is None:
        at_end = _NUMBER_AT_END.match(name)
        kind = _MEANING.get(at_end.group(1)) if at_end else None
        if kind not in ("email", "phone", "link", "address"):
            return None
    if kind in ("email", "phone", "link", "address"):
        return Column(kind, "linkedin" if "linkedin" in name else _label_of(name))
    if kind in ("street", "city", "region", "code", "country"):
        return Column(kind, _label_of(name), _label_of(name))
    return Column(kind)


def _numbered(what: str, number: str, part: str) -> Column | None:
    kinds = {"email": "email", "e-mail": "email", "phone": "phone", "address": "address", "website": "link"}
    group = f"{what} {number}"
    if what == "organization":
        return {"name": Column("company"), "title": Column("title")}.get(part)
    if part in ("label", "type"):
        return Column("label", "", group)
    if what == "custom field" and part == "value":
        return Column("custom", "", group)
    if what in kinds and part in ("value", "formatted"):
        return Column(kinds[what], "", group)
    return None


def columns(header: Sequence[str]) -> list[Column | None]:
    """The meaning of every column of a header.

    "Title" is the salutation where another column holds the job, as in Outlook, and the job elsewhere.
    """
    found = [column(cell) for cell in header]
    kinds = {c.kind for c in found if c}
    meaning = "prefix" if "title" in kinds else "title"
    # Where parts are given, a column called "Nom" or "Name" beside them is the whole name or the surname.
    has_last = "last" in kinds
    lone = ("nome", "nombre")
    out: list[Column | None] = []
    for col, cell in zip(found, header, strict=True):
        if col and col.kind == "salutation_or_title":
            col = Column(meaning)
        elif (
            col and col.kind == "full" and "first" in kinds and not has_last and plain(cell) in ("naam", "namn", "navn")
        ):
            col = Column("last")
        elif col and ((plain(cell) in lone and not has_last) or (plain(cell) == "nom" and "first" not in kinds)):
            col = Column("full")
        out.append(col)
    return out


def score(cells: Sequence[str]) -> int:
    """How many cells of a row are headings we know; 0 when a cell looks like a value."""
    if any("@" in cell or "://" in cell for cell in cells):
        return 0
    return len({name for cell in cells if (name := plain(cell)) in _OF_LINKEDIN or column(cell)})
