"""Runs every test of the tree; `tools/test` is its command.  Standard library only.

A test kind is a module of tests/runner/kinds: it finds its tests by glob and yields jobs.  Nothing is
registered by hand, and nothing is skipped because a program is missing: what cannot run has failed.
"""
