"""Strings that look like names and belong to no actor."""
