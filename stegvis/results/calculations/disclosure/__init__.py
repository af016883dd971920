"""Disclosure control: what of a release may be printed, at three levels.

Main words: table of counts, margin, hidden cell, part within a whole, merging, rounding, attack.
Begin at `grouped.protect_release` for figures with groups and at `protection.protect` for tables;
`recovery.audit` is the outsider, who solves for what is hidden; `register` remembers releases.
It must never know what is counted, only that the counts are of people.
"""
