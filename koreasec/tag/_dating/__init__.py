"""Reasons for a day of publication, and what they prove together."""
