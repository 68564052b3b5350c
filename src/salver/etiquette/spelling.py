"""Spelling by Harper. Filled in below."""
