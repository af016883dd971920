"""Figures named in a text: `{{work-or-studies}}`, `{{persons.women}}`, `{{part/goal.sentence}}`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from stegvis.core.calculations.nearest import nearest
from stegvis.core.values.formatting import number
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.wording.outcomes import (
    outcome,
    shown_group,
    what_is_missing,
)
from stegvis.reports.calculations.wording.scales import (
    NOTHING,
    scale_of,
    shown_target,
    shown_value,
)
from stegvis.reports.calculations.wording.verdicts import verdict_word
from stegvis.reports.calculations.wording.vocabulary import GENDER, MAN, WOMAN
from stegvis.results.values.figures import Cell, Figure

Answer = Callable[[Figure, Subject], str]


def _count(count: int | None) -> str:
    return NOTHING if count is None else number(count)


def _target(figure: Figure, subject: Subject) -> str:
    if figure.target is None:
        return NOTHING
    return shown_target(figure.target, scale_of(figure, subject.words), figure.unit)


def _group(figure: Figure, subject: Subject, cell: Cell | None) -> str:
    return NOTHING if cell is None else shown_group(cell, figure, subject.words)


def _gender(code: str) -> Answer:
    return lambda figure, subject: _group(figure, subject, figure.groups.get(GENDER, {}).get(code))


ANSWERS: dict[str, Answer] = {
    "": lambda figure, subject: shown_value(figure, subject.words),
    "k": lambda figure, _subject: _count(figure.k),
    "n": lambda figure, _subject: _count(figure.n),
    "women": _gender(WOMAN),
    "men": _gender(MAN),
    "sentence": lambda figure, subject: outcome(figure, subject.words),
    "target": _target,
    "missing": lambda figure, subject: what_is_missing(figure, subject.words) or NOTHING,
    "verdict": lambda figure, _subject: verdict_word(figure.verdict),
    "unknown": lambda figure, _subject: _count(figure.unknown),
}


@dataclass(frozen=True)
class Named:
    """A figure that a text named, with the words it stands for."""

    figure: Figure
    subject: Subject
    shown: str


@dataclass(frozen=True)
class Unknown:
    """A name that nothing has; `meant` is the nearest one that something has."""

    name: str
    meant: str | None


def named(reference: str, subject: Subject) -> Named | Unknown:
    part, slash, rest = reference.rpartition("/")
    figure_id, _dot, wanted = rest.partition(".")
    for one in subject.with_parts():
        if slash and one.definition.id != part:
            continue
        figure = one.figure(figure_id)
        if figure is not None:
            return _answered(reference, wanted, figure, one)
    stem, dot, wanted = reference.partition(".")
    meant = nearest(stem, known_references(subject))
    return Unknown(reference, f"{meant}{dot}{wanted}" if meant else None)


def _answered(reference: str, wanted: str, figure: Figure, subject: Subject) -> Named | Unknown:
    if wanted in ANSWERS:
        shown = (
            NOTHING if figure.hidden and wanted in HIDEABLE else ANSWERS[wanted](figure, subject)
        )
        return Named(figure, subject, shown)
    for cells in figure.groups.values():
        if wanted in cells:
            shown = NOTHING if figure.hidden else _group(figure, subject, cells[wanted])
            return Named(figure, subject, shown)
    codes = [code for cells in figure.groups.values() for code in cells]
    meant = nearest(wanted, [*ANSWERS, *codes])
    stem = reference.rpartition(".")[0]
    return Unknown(reference, f"{stem}.{meant}" if meant else None)


HIDEABLE = frozenset({"k", "n", "women", "men", "missing", "unknown"})


def known_references(subject: Subject) -> list[str]:
    plain = [figure.id for figure in subject.follow_up.figures]
    of_parts = [
        f"{part.definition.id}/{figure.id}"
        for part in subject.parts
        for figure in part.follow_up.figures
    ]
    return [*plain, *of_parts]


def named_answers(subject: Subject) -> Iterator[tuple[str, str, str]]:
    """Every figure by the name a text uses, with its title and what it says; hidden ones not."""
    for one in subject.with_parts():
        prefix = "" if one is subject else f"{one.definition.id}/"
        for figure in one.follow_up.figures:
            shown = shown_value(figure, one.words)
            if not figure.hidden and shown != NOTHING:
                yield f"{prefix}{figure.id}", one.words.title(figure), shown
