"""Files to cards and back: vCard, CSV (LinkedIn, Google, Outlook and others), iCalendar and JSON; duplicates."""
