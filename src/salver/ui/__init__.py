"""The window. The only home of PySide6 besides app.py."""
