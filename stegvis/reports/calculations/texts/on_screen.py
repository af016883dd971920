"""Texts that were written under their headings on a screen, rather than in one file."""

import re
from collections.abc import Mapping
from dataclasses import replace

from stegvis.reports.calculations.texts.markdown import parse_texts
from stegvis.reports.values.texts import Place, ReportTexts, Section

_HEADING_LINE = re.compile(r"^(\s*)#(?=\s)", re.MULTILINE)


def texts_on_screen(written: Mapping[Place, str], titles: Mapping[str, str]) -> ReportTexts:
    """The same as a file with all of them, in the order they are given; empty ones are left out."""
    sections = [section for place in written for section in _sections(place, written[place])]
    return ReportTexts(tuple(sections), titles=titles)


def _sections(place: Place, text: str) -> tuple[Section, ...]:
    """A line `# words` is a heading inside the text: its place is known already."""
    parsed = parse_texts(_HEADING_LINE.sub(r"\1##", text)).sections
    return tuple(replace(one, heading=place.heading, part=place.part) for one in parsed)
