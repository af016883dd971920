"""Why a file is not read, in Swedish: what is wrong, where, and what to do about it."""

from collections.abc import Iterable
from html import unescape

from stegvis.core.files.isolated.limits import MEGABYTE
from stegvis.core.files.isolated.problems import Problem
from stegvis.core.files.sheets.sheet import column_letters, place
from stegvis.core.files.sheets.wordings import (
    CELLS,
    ENCODINGS,
    FILES,
    IN_MEGABYTES,
    KINDS,
    MORE,
    NOTES,
    OTHER_KIND,
    SEVERAL,
    UNREADABLE,
)
from stegvis.core.values.formatting import number as shown
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault, Refused


def refusal(file: str, problems: tuple[Problem, ...], count: int = 0) -> Refused:
    """The refusal for problems that the child, or the parent before it, has found."""
    first = problems[0]
    if first.kind not in CELLS:
        return Refused(_whole(file, first))
    kinds = {problem.kind for problem in problems}
    head = _(CELLS[first.kind][0] if len(kinds) == 1 else SEVERAL)
    total = max(count, len(problems))
    faults = [_cell(problem) for problem in problems if problem.kind in CELLS]
    if total > len(faults):
        faults.append(Fault("", _(MORE).format(number=shown(total - len(faults)))))
    return Refused(head.format(file=file, number=shown(total)), faults)


def refusal_of(file: str, kind: str, *, number: int = 0, limit: int = 0) -> Refused:
    return refusal(file, (Problem(kind, number=number, limit=limit),))


def warnings(notes: Iterable[Problem]) -> tuple[Fault, ...]:
    return tuple(
        Fault(
            _where(note),
            _(NOTES[note.kind]).format(number=shown(note.number)),
            printable(note.read),
        )
        for note in notes
        if note.kind in NOTES
    )


def _whole(file: str, problem: Problem) -> str:
    unit = MEGABYTE if problem.kind in IN_MEGABYTES else 1
    sentence = _(FILES.get(problem.kind, UNREADABLE))
    read = ENCODINGS.get(problem.read, problem.read) if problem.kind == "encoding" else problem.read
    return sentence.format(
        file=file,
        kind=_(KINDS.get(problem.read, OTHER_KIND)),
        sheet=printable(problem.sheet),
        row=problem.row,
        column=column_letters(problem.column),
        read=printable(read),
        number=shown(-(-problem.number // unit)),
        limit=shown(problem.limit // unit),
    )


def _cell(problem: Problem) -> Fault:
    _head, what, expected = CELLS[problem.kind]
    read = printable(problem.read)
    text = _(what).format(number=problem.number, limit=problem.limit, read=read)
    stands = f"={unescape(read)}" if problem.kind == "formula" and read else read
    return Fault(_where(problem), text, "" if "{read}" in what else stands, _(expected))


def _where(problem: Problem) -> str:
    if problem.sheet and problem.row:
        return place(printable(problem.sheet), problem.row, problem.column)
    if problem.column:
        return _("kolumn {column}").format(column=column_letters(problem.column))
    return printable(problem.sheet)


def printable(text: str) -> str:
    """A stranger's text on one line, without characters that steer a terminal."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
