"""The test kinds, one module each, in the order of a run.

A kind has `jobs(context)`, which yields its jobs, and `left_out(context)`, which says what the default
set leaves to --all, or nothing."""

from . import checks, diagnostics, fg, frontends, interp, invariance, language, programs, roundtrip, sanitized, unit

ALL = (unit, fg, frontends, checks, diagnostics, language, programs, interp, roundtrip, invariance, sanitized)
