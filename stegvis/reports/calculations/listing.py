"""The goal table as plain text, for a screen of 80 to 100 columns."""

import textwrap
from collections.abc import Sequence

from stegvis.core.values.formatting import NO_BREAK_SPACE
from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.conditions import Operator
from stegvis.programmes.values.indicators import Target
from stegvis.reports.calculations.subject import Goal, Subject
from stegvis.reports.calculations.tables.goals import goal_name
from stegvis.reports.calculations.wording.scales import NOTHING, scale_of, shown_target
from stegvis.reports.calculations.wording.short import (
    bare,
    plain_unit,
    short_gender,
    short_value,
)
from stegvis.reports.calculations.wording.verdicts import UNDECIDED, verdict_word
from stegvis.reports.calculations.wording.vocabulary import MAN, WOMAN, Vocabulary
from stegvis.results.values.figures import Figure

Row = tuple[str, ...]

WIDEST = (60, 17, 11, 12, 12, 9, 9)
NARROWEST_GOAL = 18
WIDE_ENOUGH = 90
"""Under this many columns the space between two columns is one sign, not two."""
SIGNS = {Operator.AT_LEAST: "≥", Operator.AT_MOST: "≤", Operator.EQUAL: "="}


def goal_listing(subject: Subject, width: int) -> str:
    """Every goal of the programme and its parts; empty where there are none."""
    blocks = []
    for one in subject.with_parts():
        rows = [_row(goal, one) for goal in one.goals()]
        if rows:
            title = _("{programme}, till och med {day}").format(
                programme=one.name, day=one.follow_up.as_of.isoformat()
            )
            blocks.append("\n".join([title, "", *_laid_out([_header(), *rows], width)]))
    return "\n\n".join(blocks)


def _header() -> Row:
    return (_("Mål"), _("Nu"), _("Måltal"), _("Omdöme"), _("Saknas"), _("Kvinnor"), _("Män"))


def _row(goal: Goal, subject: Subject) -> Row:
    figure, words = goal.figure, subject.words
    return (
        goal_name(goal),
        short_value(figure, words),
        _target(figure.target, figure, words),
        _("bedöms") if figure.kind == "qualitative" else verdict_word(figure.verdict),
        _missing(figure),
        *(short_gender(figure, code, words) for code in (WOMAN, MAN)),
    )


def _target(target: Target | None, figure: Figure, words: Vocabulary) -> str:
    if target is None:
        return NOTHING
    plain = Target(op=Operator.EQUAL, value=target.value)
    wanted = shown_target(plain, scale_of(figure, words), plain_unit(figure, words))
    return f"{SIGNS[target.op]} {wanted}"


def _missing(figure: Figure) -> str:
    if not figure.missing or figure.hidden or figure.verdict in UNDECIDED:
        return NOTHING
    return bare(round(figure.missing, 1), figure.unit)


def _laid_out(rows: Sequence[Row], width: int) -> list[str]:
    gap = "  " if width >= WIDE_ENOUGH else " "
    widths = _widths(rows, width, len(gap))
    lines: list[str] = []
    for place, row in enumerate(rows):
        lines += [_line(parts, widths, gap) for parts in _lines(row, widths)]
        if place == 0:
            lines.append(gap.join("-" * one for one in widths))
    return lines


def _widths(rows: Sequence[Row], width: int, gap: int) -> list[int]:
    """As wide as the words need, up to a limit; the goal gets what the others leave."""
    others = [
        min(WIDEST[column], max(len(row[column]) for row in rows))
        for column in range(1, len(rows[0]))
    ]
    left = width - sum(others) - gap * len(others)
    goal = min(WIDEST[0], max(len(row[0]) for row in rows), max(left, NARROWEST_GOAL))
    return [goal, *others]


def _lines(row: Row, widths: Sequence[int]) -> list[tuple[str, ...]]:
    cells = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    height = max(map(len, cells))
    filled = [cell + [""] * (height - len(cell)) for cell in cells]
    return list(zip(*filled, strict=True))


def _line(parts: Sequence[str], widths: Sequence[int], gap: str) -> str:
    padded = [part.ljust(width) for part, width in zip(parts, widths, strict=True)]
    return gap.join(padded).rstrip()


def _wrapped(words: str, width: int) -> list[str]:
    plain = words.replace(NO_BREAK_SPACE, "\u2007")  # not broken, and as wide as a space
    lines = textwrap.wrap(plain, width) or [""]
    return [line.replace("\u2007", " ") for line in lines]
