"""Salver: a tray for the cards of the people you met, and the notes you owe them."""

__version__ = "0.1.0"
