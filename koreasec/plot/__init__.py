"""Counted tables in, charts out: every function takes one table, returns a Chart."""
