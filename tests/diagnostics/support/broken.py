"""A module with a syntax error."""

value = = 3
