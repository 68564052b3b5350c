"""The tables as peewee sees them. The steps make them; a test holds the two side by side.

No model is bound to a database: queries are handed to `Database.execute`, so that several files can be open.
"""

from __future__ import annotations

import peewee


class _Row(peewee.Model):
    class Meta:
        legacy_table_names = False


class CardRow(_Row):
    id = peewee.AutoField()
    uid = peewee.TextField(unique=True)
    display_name = peewee.TextField()
    first_name = peewee.TextField()
    middle_name = peewee.TextField()
    last_name = peewee.TextField()
    prefix = peewee.TextField()
    suffix = peewee.TextField()
    nickname = peewee.TextField()
    pronunciation = peewee.TextField()
    pronouns = peewee.TextField()
    title = peewee.TextField()
    company = peewee.TextField()
    birthday = peewee.TextField()
    about = peewee.TextField()
    cadence_days = peewee.IntegerField(null=True)
    extra = peewee.TextField()
    created_at = peewee.TextField()
    changed_at = peewee.TextField()
    deleted_at = peewee.TextField(null=True)

    class Meta:
        table_name = "card"


class LineRow(_Row):
    """An e-mail, phone, link or postal address; `normal` is its form for matching alone."""

    id = peewee.AutoField()
    card_id = peewee.IntegerField()
    kind = peewee.TextField()
    position = peewee.IntegerField()
    value = peewee.TextField()
    label = peewee.TextField()
    normal = peewee.TextField()

    class Meta:
        table_name = "line"


class TagRow(_Row):
    id = peewee.AutoField()
    card_id = peewee.IntegerField()
    position = peewee.IntegerField()
    tag = peewee.TextField()

    class Meta:
        table_name = "tag"


class PictureRow(_Row):
    digest = peewee.TextField(primary_key=True)
    data = peewee.BlobField()
    created_at = peewee.TextField()

    class Meta:
        table_name = "picture"


class CardPictureRow(_Row):
    id = peewee.AutoField()
    card_id = peewee.IntegerField()
    position = peewee.IntegerField()
    digest = peewee.TextField()
    kind = peewee.TextField()

    class Meta:
        table_name = "card_picture"


class MergedRow(_Row):
    """The uid of a card that was merged into another, so that an old export still finds it."""

    uid = peewee.TextField(primary_key=True)
    card_id = peewee.IntegerField()

    class Meta:
        table_name = "merged"


class EventRow(_Row):
    id = peewee.AutoField()
    uid = peewee.TextField(unique=True)
    name = peewee.TextField()
    folded = peewee.TextField()
    place = peewee.TextField()
    starts = peewee.TextField(null=True)
    ends = peewee.TextField(null=True)
    zone = peewee.TextField()
    created_at = peewee.TextField()
    deleted_at = peewee.TextField(null=True)

    class Meta:
        table_name = "event"


class MeetingRow(_Row):
    id = peewee.AutoField()
    uid = peewee.TextField(unique=True)
    card_id = peewee.IntegerField()
    event_id = peewee.IntegerField(null=True)
    event = peewee.TextField()
    place = peewee.TextField()
    met_local = peewee.TextField(null=True)
    met_zone = peewee.TextField()
    met_precision = peewee.TextField()
    met_guess = peewee.IntegerField()
    tie = peewee.TextField()
    their_words = peewee.TextField()
    hook = peewee.TextField()
    told = peewee.TextField()
    created_at = peewee.TextField()
    changed_at = peewee.TextField()
    deleted_at = peewee.TextField(null=True)

    class Meta:
        table_name = "meeting"


class MeetingLineRow(_Row):
    """A topic or a private line."""

    id = peewee.AutoField()
    meeting_id = peewee.IntegerField()
    kind = peewee.TextField()
    position = peewee.IntegerField()
    text = peewee.TextField()

    class Meta:
        table_name = "meeting_line"


class MeetingPersonRow(_Row):
    """An introducer or a friend in common."""

    id = peewee.AutoField()
    meeting_id = peewee.IntegerField()
    role = peewee.TextField()
    position = peewee.IntegerField()
    name = peewee.TextField()
    card_id = peewee.IntegerField(null=True)

    class Meta:
        table_name = "meeting_person"


class PromiseRow(_Row):
    id = peewee.AutoField()
    meeting_id = peewee.IntegerField()
    position = peewee.IntegerField()
    text = peewee.TextField()
    by = peewee.TextField()
    due = peewee.TextField(null=True)
    done_at = peewee.TextField(null=True)

    class Meta:
        table_name = "promise"


class NoteRow(_Row):
    id = peewee.AutoField()
    uid = peewee.TextField(unique=True)
    card_id = peewee.IntegerField()
    meeting_id = peewee.IntegerField(null=True)
    channel = peewee.TextField()
    text = peewee.TextField()
    created_at = peewee.TextField()
    changed_at = peewee.TextField()
    deleted_at = peewee.TextField(null=True)

    class Meta:
        table_name = "note"


class ActivityRow(_Row):
    id = peewee.AutoField()
    card_id = peewee.IntegerField()
    note_id = peewee.IntegerField(null=True)
    deed = peewee.TextField()
    at = peewee.TextField()
    channel = peewee.TextField(null=True)
    detail = peewee.TextField()
    by_import = peewee.IntegerField()

    class Meta:
        table_name = "activity"


class DismissalRow(_Row):
    id = peewee.AutoField()
    rule = peewee.TextField()
    card_id = peewee.IntegerField(null=True)
    note_id = peewee.IntegerField(null=True)
    fingerprint = peewee.TextField()
    created_at = peewee.TextField()

    class Meta:
        table_name = "dismissal"


class SettingRow(_Row):
    name = peewee.TextField(primary_key=True)
    value = peewee.TextField()

    class Meta:
        table_name = "setting"


class StepRow(_Row):
    id = peewee.AutoField()
    label = peewee.TextField()
    run = peewee.TextField()
    at = peewee.TextField()
    touched_at = peewee.TextField()

    class Meta:
        table_name = "step"


class ChangeRow(_Row):
    id = peewee.AutoField()
    step_id = peewee.IntegerField()
    kind = peewee.TextField()
    row_id = peewee.IntegerField()
    card_id = peewee.IntegerField(null=True)
    before = peewee.TextField(null=True)

    class Meta:
        table_name = "change"


class PersonRow(_Row):
    """One line of the list, derived from card, meetings and activities. Times are microseconds since 1970."""

    card_id = peewee.IntegerField(primary_key=True)
    sort_key = peewee.TextField()
    letter = peewee.TextField()
    name = peewee.TextField()
    first_name = peewee.TextField()
    title = peewee.TextField()
    company = peewee.TextField()
    initials = peewee.TextField()
    met_at = peewee.IntegerField(null=True)
    met_precision = peewee.TextField()
    state = peewee.TextField()
    state_at = peewee.IntegerField(null=True)
    event = peewee.TextField()
    tags = peewee.TextField()
    cadence_days = peewee.IntegerField(null=True)
    last_contact_at = peewee.IntegerField(null=True)
    next_promise_due = peewee.TextField(null=True)
    to_send = peewee.IntegerField()
    in_touch = peewee.IntegerField()

    class Meta:
        table_name = "person"


MODELS: tuple[type[peewee.Model], ...] = (
    CardRow, LineRow, TagRow, PictureRow, CardPictureRow, MergedRow, EventRow, MeetingRow, MeetingLineRow,
    MeetingPersonRow, PromiseRow, NoteRow, ActivityRow, DismissalRow, SettingRow, StepRow, ChangeRow, PersonRow,
)  # fmt: skip
