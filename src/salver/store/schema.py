"""The tables as peewee sees them. The steps make them; a test holds the two side by side.

No model is bound to a database: queries are handed to `Database.execute`, so that several files can be open.
"""

from __future__ import annotations

import peewee


class _Row(peewee.Model):
    class Meta:
        legacy_table_names = False


def _text(**options: object) -> peewee.TextField:
    return peewee.TextField(**options)


class CardRow(_Row):
    id = peewee.AutoField()
    uid = _text(unique=True)
    display_name = _text()
    first_name = _text()
    middle_name = _text()
    last_name = _text()
    prefix = _text()
    suffix = _text()
    nickname = _text()
    pronunciation = _text()
    pronouns = _text()
    title = _text()
    company = _text()
    birthday = _text()
    about = _text()
    cadence_days = peewee.IntegerField(null=True)
    extra = _text()
    created_at = _text()
    changed_at = _text()
    deleted_at = _text(null=True)

    class Meta:
        table_name = "card"


class LineRow(_Row):
    """An e-mail, phone, link or postal address; `normal` is its form for matching alone."""

    id = peewee.AutoField()
    card_id = peewee.IntegerField()
    kind = _text()
    position = peewee.IntegerField()
    value = _text()
    label = _text()
    normal = _text()

    class Meta:
        table_name = "line"


class TagRow(_Row):
    id = peewee.AutoField()
    card_id = peewee.IntegerField()
    position = peewee.IntegerField()
    tag = _text()

    class Meta:
        table_name = "tag"


class PictureRow(_Row):
    digest = _text(primary_key=True)
    data = peewee.BlobField()
    created_at = _text()

    class Meta:
        table_name = "picture"


class CardPictureRow(_Row):
    id = peewee.AutoField()
    card_id = peewee.IntegerField()
    position = peewee.IntegerField()
    digest = _text()
    kind = _text()

    class Meta:
        table_name = "card_picture"


class MergedRow(_Row):
    """The uid of a card that was merged into another, so that an old export still finds it."""

    uid = _text(primary_key=True)
    card_id = peewee.IntegerField()

    class Meta:
        table_name = "merged"


class EventRow(_Row):
    id = peewee.AutoField()
    uid = _text(unique=True)
    name = _text()
    folded = _text()
    place = _text()
    starts = _text(null=True)
    ends = _text(null=True)
    zone = _text()
    created_at = _text()
    deleted_at = _text(null=True)

    class Meta:
        table_name = "event"


class MeetingRow(_Row):
    id = peewee.AutoField()
    uid = _text(unique=True)
    card_id = peewee.IntegerField()
    event_id = peewee.IntegerField(null=True)
    event = _text()
    place = _text()
    met_local = _text(null=True)
    met_zone = _text()
    met_precision = _text()
    met_guess = peewee.IntegerField()
    tie = _text()
    their_words = _text()
    hook = _text()
    told = _text()
    created_at = _text()
    changed_at = _text()
    deleted_at = _text(null=True)

    class Meta:
        table_name = "meeting"


class MeetingLineRow(_Row):
    """A topic or a private line."""

    id = peewee.AutoField()
    meeting_id = peewee.IntegerField()
    kind = _text()
    position = peewee.IntegerField()
    text = _text()

    class Meta:
        table_name = "meeting_line"


class MeetingPersonRow(_Row):
    """An introducer or a friend in common."""

    id = peewee.AutoField()
    meeting_id = peewee.IntegerField()
    role = _text()
    position = peewee.IntegerField()
    name = _text()
    card_id = peewee.IntegerField(null=True)

    class Meta:
        table_name = "meeting_person"


class PromiseRow(_Row):
    id = peewee.AutoField()
    meeting_id = peewee.IntegerField()
    position = peewee.IntegerField()
    text = _text()
    by = _text()
    due = _text(null=True)
    done_at = _text(null=True)

    class Meta:
        table_name = "promise"


class NoteRow(_Row):
    id = peewee.AutoField()
    uid = _text(unique=True)
    card_id = peewee.IntegerField()
    meeting_id = peewee.IntegerField(null=True)
    channel = _text()
    text = _text()
    created_at = _text()
    changed_at = _text()
    deleted_at = _text(null=True)

    class Meta:
        table_name = "note"


class ActivityRow(_Row):
    id = peewee.AutoField()
    card_id = peewee.IntegerField()
    note_id = peewee.IntegerField(null=True)
    deed = _text()
    at = _text()
    channel = _text(null=True)
    detail = _text()
    by_import = peewee.IntegerField()

    class Meta:
        table_name = "activity"


class DismissalRow(_Row):
    id = peewee.AutoField()
    rule = _text()
    card_id = peewee.IntegerField(null=True)
    note_id = peewee.IntegerField(null=True)
    fingerprint = _text()
    created_at = _text()

    class Meta:
        table_name = "dismissal"


class SettingRow(_Row):
    name = _text(primary_key=True)
    value = _text()

    class Meta:
        table_name = "setting"


class StepRow(_Row):
    id = peewee.AutoField()
    label = _text()
    run = _text()
    at = _text()
    touched_at = _text()

    class Meta:
        table_name = "step"


class ChangeRow(_Row):
    id = peewee.AutoField()
    step_id = peewee.IntegerField()
    kind = _text()
    row_id = peewee.IntegerField()
    card_id = peewee.IntegerField(null=True)
    before = _text(null=True)

    class Meta:
        table_name = "change"


class PersonRow(_Row):
    """One line of the list, derived from card, meetings and activities. Times are microseconds since 1970."""

    card_id = peewee.IntegerField(primary_key=True)
    sort_key = _text()
    letter = _text()
    name = _text()
    first_name = _text()
    title = _text()
    company = _text()
    initials = _text()
    met_at = peewee.IntegerField(null=True)
    met_precision = _text()
    state = _text()
    state_at = peewee.IntegerField(null=True)
    event = _text()
    tags = _text()
    cadence_days = peewee.IntegerField(null=True)
    last_contact_at = peewee.IntegerField(null=True)
    next_promise_due = _text(null=True)
    to_send = peewee.IntegerField()
    in_touch = peewee.IntegerField()

    class Meta:
        table_name = "person"


MODELS: tuple[type[peewee.Model], ...] = (
    CardRow, LineRow, TagRow, PictureRow, CardPictureRow, MergedRow, EventRow, MeetingRow, MeetingLineRow,
    MeetingPersonRow, PromiseRow, NoteRow, ActivityRow, DismissalRow, SettingRow, StepRow, ChangeRow, PersonRow,
)  # fmt: skip
