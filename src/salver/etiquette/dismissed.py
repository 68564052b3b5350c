"""Remember what the person has let go, by content and never by position."""

from __future__ import annotations

from salver.cards.names import fold
from salver.etiquette.model import Finding


def fingerprint(finding: Finding, text: str) -> str:
    """A key of the finding that survives typing around it, and ends when its words change.

    A finding with a span is known by its rule and words; one without by its rule and the words of the whole note.
    """
    import hashlib  # Loads a whole library of ciphers; a check without dismissals needs none.

    matched = text if finding.span is None else text[finding.span.start : finding.span.end]
    words = " ".join(fold(matched).split())
    return hashlib.sha256(f"{finding.rule}\n{words}".encode("utf-8", "surrogatepass")).hexdigest()[:24]
