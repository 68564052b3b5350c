"""Words of the note, its findings and its send window."""

from __future__ import annotations

from salver.ui.texts.shared import count


class NoteWords:
    """The note pane: recipient, facts, counter, findings, send window, and what happens after copying."""

    PANE = "Note"
    EDITOR = "Note text"
    CHANNEL = "Kind of message"
    CHANNELS = (("invitation", "Invitation"), ("message", "Message"), ("email", "E-mail"), ("reply", "Reply"))
    FACTS = "From the back of the card"
    EMPTY_TITLE = "Nothing written yet"
    START = "Start a note"
    ADDED_ME = "They added me: reply"
    PLACEHOLDER = "Hi … What did you talk about? What would you ask next?"
    TRIM = "Trim"
    WINDOW = "Send window"
    NOW = "now"
    LATER = "later"
    COPY = "Copy note"
    OPEN_PROFILE = "Open profile"
    FIND_PROFILE = "Find profile"
    NOT_NOW = "Not now"
    SENT = "Sent"
    SENT_ASK = "Copied. Sent it?"
    SENT_AT = "Sent at another time"
    SENT_WHEN = "When was it sent?"
    SENT_HOW = "Type over a part of it, or change it with the arrow keys."
    SENT_HOUR_AGO = "An hour ago"
    SENT_YESTERDAY = "Yesterday evening"
    KEEP_TIME = "Keep this time"
    ACCEPTED = "They accepted"
    CONNECTED = "We are connected"
    NO_ANSWER = "No answer"
    WITHDRAWN = "Withdrawn"
    NOT_SENT = "Not sent after all"
    AGAIN = "Invite again"
    WRITE_MESSAGE = "Write a message"
    WRITE_ANOTHER = "Write another"
    WHY = "Why?"
    IGNORE_ONCE = "Ignore this once"
    IGNORE_CARD = "Ignore for this card"
    IGNORE_ALWAYS = "Never tell me this"
    FEWER = "Show fewer"
    ALL_WELL = "Reads well."
    WHAT = "What it does"
    REASON = "Why it matters"
    FINE = "When it is fine"
    BETTER = "For example"
    SOURCE = "Where this comes from"
    NO_PROFILE = "This card has no LinkedIn address, so the search for their name was opened. Pick the right person."
    PROFILE_FAILED = "The browser did not open. The address is on the front of the card."
    HOW_TO_ADD = "On the profile: More, Connect, Add a note."
    NOTHING_TO_COPY = "There is nothing to copy yet."
    KEPT_FOR_LATER = "Kept as it is. It is here when you want it."
    NOT_KEPT = "What you type stays here and is tried again in a moment."
    NO_DATE = "no day of meeting yet"
    SPELL_WHAT = "Marks words and phrases that look misspelled or oddly put. Names on the card are known words."
    SPELL_WHY = "A slip is no sin, but it is the first thing some people see."
    SPELL_FINE = "Dialect, jokes and words of your trade are fine: add them to your dictionary."
    SPELL_TITLE = "Spelling"
    MORE_ACTIONS = "More for this note"
    COPY_AGAIN = "Copy it again"

    @staticmethod
    def to(name: str) -> str:
        """The title of the pane."""
        return f"To {name}" if name else "To somebody new"

    @staticmethod
    def notes_left(left: int, of: int, month: str) -> str:
        """How many personal invitations a free account still has."""
        return f"{left} of {of} notes left in {month}"

    @staticmethod
    def used(used: int, of: int) -> str:
        """How many facts of the card the note mentions."""
        return f"{used} of {of} used"

    @staticmethod
    def fact(text: str, kind: str, used: bool) -> str:
        """A fact for a screen reader."""
        return f"{kind}: {text}, {'in the note' if used else 'press to work it in'}"

    @staticmethod
    def left(left: int) -> str:
        """Beside the counter: what is left or over."""
        return f"{left:,} left" if left >= 0 else f"{-left:,} over"

    @staticmethod
    def counter(used: int, limit: int | None) -> str:
        """The counter for a screen reader."""
        if limit is None:
            return count(used, "character", "characters")
        over = f"{used - limit:,} over" if used > limit else f"{limit - used:,} left"
        return f"{used:,} of {limit:,} characters, {over}"

    @staticmethod
    def trim_to(length: int) -> str:
        """The button that shortens the note."""
        return f"Trim to {length:,}"

    @staticmethod
    def trim_offer(label: str, length: int) -> str:
        """One way to shorten it."""
        return f"{label}: {count(length, 'character', 'characters')}"

    @staticmethod
    def more(n: int) -> str:
        """Below the three worst findings."""
        return f"and {n} more"

    @staticmethod
    def finding(severity: str, title: str, reason: str) -> str:
        """A finding for a screen reader."""
        return f"{severity}: {title}. {reason}".rstrip()

    @staticmethod
    def more_for(title: str) -> str:
        """The menu of a finding."""
        return f"More about: {title}"

    @staticmethod
    def findings(n: int) -> str:
        """The list of findings for a screen reader."""
        return count(n, "remark", "remarks") if n else "No remarks"

    @staticmethod
    def ready(name: str, things: int, until: str) -> str:
        """Below "Nothing written yet"; `until` is the time at which the window closes, or empty."""
        who = name or "They"
        words = ("", "One thing", "Two things", "Three things", "Four things", "Five things", "Six things",
                 "Seven things", "Eight things", "Nine things")  # fmt: skip
        many = words[things] if things < len(words) else f"{things} things"
        first = f"{who} will remember you best before {until}." if until else "A kind word is always welcome."
        if not things:
            return f"{first} What you write on the back of the card helps here."
        return f"{first} {many} on the back {'is' if things == 1 else 'are'} ready to use."

    @staticmethod
    def from_clock(clock: str) -> str:
        """Where the window opens."""
        return f"from {clock}"

    @staticmethod
    def met(clock: str) -> str:
        """Where the scale begins."""
        return f"Met {clock}"

    @staticmethod
    def open_until(span: str, clock: str) -> str:
        """The window is open."""
        return f"{span} left, until {clock}"

    @staticmethod
    def opens_in(span: str, clock: str) -> str:
        """The window opens later."""
        return f"opens in {span}, at {clock}"

    @staticmethod
    def still_welcome(ago: str) -> str:
        """The window is over, which is no harm."""
        return f"{ago}, still welcome"

    @staticmethod
    def met_in(month: str) -> str:
        """Only the month is known."""
        return f"Met in {month}, still welcome"

    @staticmethod
    def sent(day: str, waiting: bool) -> str:
        """After sending."""
        return f"Sent {day}, waiting" if waiting else f"Sent {day}"

    @staticmethod
    def connected(day: str) -> str:
        """After they accepted."""
        return f"Connected since {day}" if day else "Connected"

    @staticmethod
    def no_answer(day: str) -> str:
        """They did not answer."""
        return f"No answer since {day}" if day else "No answer"

    @staticmethod
    def withdrawn(day: str, again: str) -> str:
        """The invitation was taken back; `again` is the day LinkedIn takes a new one, or empty."""
        return f"Withdrawn {day}. A new one can go out from {again}." if again else f"Withdrawn {day}"

    @staticmethod
    def no_answer_later(day: str) -> str:
        """Why *No answer* is not offered yet."""
        return f"offered from {day}"

    @staticmethod
    def add_word(word: str) -> str:
        """Teach the speller a word."""
        return f"Add “{word}” to my dictionary"

    @staticmethod
    def not_before(text: str, becomes: str) -> str:
        """An example of a note with a fault, and what the fix makes of it."""
        return f"Not: {text}\nBut: {becomes}" if becomes else f"Not: {text}"

    @staticmethod
    def rather(text: str) -> str:
        """An example of a note that is fine."""
        return f"Fine: {text}"

    @staticmethod
    def failed(sentence: str) -> str:
        """The store could not keep what was typed."""
        return f"{sentence} {NoteWords.NOT_KEPT}"

    @staticmethod
    def sent_noted(day: str, name: str) -> str:
        """Said after the note was marked as sent."""
        return f"Noted: sent{' to ' + name if name else ''} {day}. Ctrl+Z takes it back."

    @staticmethod
    def never_again(rule: str) -> str:
        """Names the step of undo that a rule switched off is."""
        return f"never hear about {rule.replace('-', ' ')}"
