"""Words of the card, both sides, and its timeline."""

from __future__ import annotations

from typing import ClassVar

from salver.ui.texts.shared import count


class CardWords:
    """The card: both faces, the line below, the timeline, the menu."""

    PANE = "Card"
    FRONT = "Front"
    BACK = "Back"
    FLIP_TIP = "Turn the card over"
    FACES = "Side of the card"
    PREVIOUS = "Previous card"
    NEXT = "Next card"
    MENU = "More for this card"

    NAME = "Name"
    TITLE = "Title"
    COMPANY = "Company"
    ADD_TITLE = "Add a title"
    ADD_COMPANY = "Add a company"
    CONTACT: ClassVar[dict[str, tuple[str, str, str]]] = {
        "email": ("E-mail", "Add an e-mail", "Add another e-mail"),
        "phone": ("Phone", "Add a phone", "Add another phone"),
        "profile": ("LinkedIn profile", "Add a profile address", ""),
        "web": ("Website", "Add a website", "Add another website"),
    }
    COPY = "Copy"
    OPEN_LINK = "Open in the browser"
    CANNOT_OPEN = "Only web addresses can be opened from here. This one is kept as it is."
    PAPER = "Picture of the paper card"
    PAPER_LARGE = "The paper card"

    MET = "Met"
    THROUGH = "Through"
    TOPICS = "Talked about"
    WORDS = "Their words"
    ASK = "Ask next"
    PROMISED = "Promised"
    PRIVATE = "Private"
    FRIENDS = "In common"
    MET_HINT = "When and where? Today 15:40, at the bar"
    EVENT = "Event"
    EVENT_HINT = "Event"
    THROUGH_HINT = "Who introduced you?"
    THROUGH_SHORT = "Nobody yet"
    TOPIC_ADD = "Add topic"
    TOPIC_HELP = "Enter or comma adds a topic, Backspace takes the last one away"
    FRIEND_ADD = "Add a friend in common"
    WORDS_HINT = "A joke or an insight, as they said it"
    ASK_HINT = "What could you ask them next?"
    PROMISE_HINT = "What did you promise, or they?"
    PROMISE_MORE = "Another promise"
    PROMISE_DONE = "Kept"
    DUE = "Due"
    DUE_HINT = "by when?"
    BY_ME = "You promised"
    BY_THEM = "They promised"
    BY_ME_SHORT = "you"
    BY_THEM_SHORT = "they"
    BY_TIP = "Who promised it. Press to change"
    PRIVATE_HINT = "Only for your eyes"
    PRIVATE_MORE = "Another private line"
    NEVER = "never in a note"
    TOLD = "Told them?"
    TOLD_SHORT = "Told?"
    TOLD_TIP = "Did you tell them that you would look for them on LinkedIn?"
    TOLD_CHOICES: ClassVar[list[tuple[str, str]]] = [("yes", "Yes"), ("no", "No"), ("unknown", "Not sure")]
    TIE = "How you know them"
    TIES: ClassVar[dict[str, tuple[str, str]]] = {
        "met": ("met", "You met and talked"),
        "introduced": ("introduced", "Somebody introduced you"),
        "friend": ("friend", "A good friend"),
        "colleague": ("colleague", "You work together"),
        "heard": ("heard them speak", "You only heard them speak"),
        "stranger": ("stranger", "You have not met"),
        "unknown": ("not said", "Not said yet"),
    }
    TIE_LABELS: ClassVar[dict[str, str]] = {
        "met": "Met", "introduced": "Introduced", "friend": "Friend", "colleague": "Colleague",
        "heard": "Heard", "stranger": "Stranger", "unknown": "Met?",
    }  # fmt: skip
    ASK_INTRODUCTION = "You have not met. Could somebody introduce you? If you write anyway, say who you are."
    KEEP_GUESS = "Keep"
    KEEP_GUESS_TIP = "This is a guess of when you met. Keep it, or type over it"
    GUESS_LINE = "When you met is a guess. Press Enter on the first line to keep it, or type over it."
    COPIED_FROM_LATER = "An earlier meeting is on the back. Back to the latest"
    LATEST = "Back to the latest meeting"
    EARLIER = "An earlier meeting is on the back."

    TIMELINE = "Timeline"
    ADD_MEETING = "Add meeting"
    SAY_STATE = "Where the invitation stands"
    NOTHING_YET = "Nothing yet. Turn the card over (F4) and write down what you talked about."
    NEW_HINT = "Type their name. Everything is kept as you type."
    DUE_NONE = "No date"
    KEPT = "Kept"
    CONNECTED = "Connected"
    NOT_MET = "Not met yet"
    CHANNELS: ClassVar[dict[str, str]] = {
        "invitation": "Invitation", "message": "Message", "email": "E-mail", "reply": "Reply",
    }  # fmt: skip
    DEEDS: ClassVar[dict[str, str]] = {
        "drafted": "drafted", "copied": "copied", "sent": "sent", "ignored": "got no answer",
        "withdrawn": "withdrawn", "not_now": "put off",
    }  # fmt: skip
    SINGLE: ClassVar[dict[str, str]] = {
        "accepted": "Connected", "called": "You talked", "wrote": "You wrote to them",
        "position_changed": "New position", "photographed": "Paper card photographed", "imported": "Imported",
    }  # fmt: skip
    SAY: ClassVar[dict[str, str]] = {
        "sent": "I sent it", "accepted": "They accepted", "ignored": "No answer came", "withdrawn": "I withdrew it",
        "called": "We talked", "wrote": "I wrote to them",
    }  # fmt: skip
    CHANGE_TIME = "Change the time"
    REMOVE_ROW = "Take this row away"
    WHEN_WAS_IT = "When was it? For example yesterday 18:00"
    SHOW_ON_BACK = "Show on the back"
    TRASH_MEETING = "Move this meeting to the trash"
    MEETING_TRASHED = "The meeting is in the trash. Ctrl+Z brings it back."
    ROW_REMOVED = "Taken away. Ctrl+Z brings it back."
    TIME_CHANGED = "The time is corrected. Ctrl+Z takes it back."
    NO_ENDING = "The e-mail address has no ending, like .com. It is kept as it is."
    TIME_UNREAD = "That is no time that could be read. It stays as it was."

    MORE = "More"
    MORE_FIELDS: ClassVar[dict[str, tuple[str, str]]] = {
        "tags": ("Tags", "Add tag"),
        "cadence": ("Keep in touch", ""),
        "pronunciation": ("Say it", "How the name is spoken"),
        "pronouns": ("Pronouns", "The words they use"),
        "nickname": ("Called", "What people call them"),
        "birthday": ("Birthday", "3 May, or 3 May 1984"),
        "address": ("Address", "Street, town, country"),
        "about": ("About", "Anything else worth keeping. It is searched, and never quoted in a note."),
    }
    CADENCES: ClassVar[list[tuple[int | None, str]]] = [
        (None, "No reminder"),
        (30, "Every month"),
        (91, "Every three months"),
        (182, "Twice a year"),
        (365, "Once a year"),
    ]
    NOTHING_TO_SAY = ""
    WRITE_NOTE = "Write a note"
    REPLY = "They added me: reply"
    ADD_FRIEND = "Add a friend in common"
    MORE_ABOUT = "More about them"
    GOT_IT = "Understood"
    TRASH = "Move to trash"
    FORGET = "Forget this person…"
    RESTORED_FROM_TRASH = "This card is in the trash."

    SAYING_NOTHING_SAVED = "It could not be saved just now. It stays here and is tried again."

    @staticmethod
    def position(index: int, total: int) -> str:
        """Where the card stands in the list."""
        return f"{index} of {total:,}"

    @staticmethod
    def copied(value: str) -> str:
        """Said after a key copied an address or a number."""
        short = value if len(value) <= 60 else value[:59] + "…"
        return f"Copied {short}"

    @staticmethod
    def not_a_profile(what: str) -> str:
        """Below the card, when the address is no person's page."""
        if what:
            return f"That is {what}, not a person’s page. It is kept as it is."
        return "That does not look like a person’s LinkedIn page. It is kept as it is."

    @staticmethod
    def about_person(name: str) -> str:
        """Heading of the part with everything that is not on the face."""
        return f"More about {name}" if name else "More"

    @staticmethod
    def step(what: str, name: str) -> str:
        """Names a step of the undo journal: it stands after "Undid:"."""
        part = what[:1].lower() + what[1:]
        return f"{part} of {name}" if name else f"change to “{part}”"

    @staticmethod
    def usable(things: int, private: int) -> str:
        """Below the back: how much of it can be worked into a note."""
        numbers = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
        many = numbers[things] if things < len(numbers) else str(things)
        first = f"{many} {'thing' if things == 1 else 'things'} here can go into the note."
        if things == 0:
            first = "What you write here can go into the note."
        if private == 1:
            return f"{first} The private line never does."
        if private:
            return f"{first} The private lines never do."
        return first

    @staticmethod
    def read_as(words: str) -> str:
        """While the Met line is typed: how it is understood."""
        return f"Read as {words}"

    @staticmethod
    def met(place: str, tie: str) -> str:
        """Title of a meeting in the timeline; `place` already reads as "at …" where that fits."""
        verb = {"heard": "Heard them speak", "stranger": "Not met yet", "introduced": "Introduced"}.get(tie, "Met")
        if not place:
            return verb
        return f"{verb} {place}" if place.startswith("at ") else f"{verb}, {place}"

    @staticmethod
    def introduced_by(name: str) -> str:
        """Who introduced you, in the timeline."""
        return f"Introduced by {name}"

    @staticmethod
    def promise(text: str, mine: bool) -> str:
        """Title of a promise in the timeline."""
        return f"You promised: {text}" if mine else f"They promised: {text}"

    @staticmethod
    def due(words: str, days_late: int) -> str:
        """Below a promise; never a reproach."""
        if days_late <= 0:
            return f"Due {words}"
        return f"Due {words}, still welcome"

    @staticmethod
    def draft_length(used: int, limit: int | None, copied: bool) -> str:
        """Below a drafted note."""
        many = f"{used} of {limit:,} characters" if limit else count(used, "character", "characters")
        return many if copied else f"{many}, not copied yet"

    @staticmethod
    def said(deed: str) -> str:
        """Said after the state of the invitation was told from here."""
        return f"Noted: {deed}. Ctrl+Z takes it back."

    @staticmethod
    def trashed(name: str) -> str:
        """Said after the card went to the trash."""
        return f"{name or 'The card'} is in the trash. Ctrl+Z brings it back."

    @staticmethod
    def show_all(total: int) -> str:
        """Below a long timeline."""
        return f"Show all {total:,}"

    @staticmethod
    def every_days(days: int) -> str:
        """A cadence that is none of the usual ones."""
        return f"Every {count(days, 'day', 'days')}"
