"""What the command says when it is done: what is wrong, what is left, where the files are."""

import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Fault
from stegvis.programmes.values.definition import Definition
from stegvis.reports.actions.follow_up import Followed
from stegvis.reports.calculations.assembly.assembled import subject_of
from stegvis.reports.calculations.late_facts import late_facts
from stegvis.reports.calculations.listing import goal_listing
from stegvis.reports.files.writers import FAULTS
from stegvis.reports.values.remaining import Remaining
from stegvis.results.values.reading import ImportResult

SHOWN = 20  # lines of each kind on the screen; the rest are counted


def tell(followed: Followed, *, width: int) -> None:
    """In the order of what a person needs to know first; `width` in columns."""
    subject = subject_of(followed.definition, followed.parts, followed.follow_up)
    print(goal_listing(subject, width) or _("Insatsen har inga mål i sin definition."), end="\n\n")
    tell_odd_day(followed.definition, followed.follow_up.as_of)
    tell_late_facts(followed)
    tell_faults(followed.facts, width)
    tell_left_to_do(followed.assembled.remaining, width)
    tell_written(followed.written)


def tell_odd_day(definition: Definition, as_of: date) -> None:
    """A slip of the pen in --as-of gives a report that is right and of no use."""
    first = definition.first_day
    if first is not None and as_of < first:
        sentence = _("{day} är före insatsens första beslutade dag, {first}. Är dagen rätt?")
        print(sentence.format(day=day(as_of), first=day(first)), end="\n\n")
    if as_of > date.today():  # noqa: DTZ011 - the reader's own day
        sentence = _("{day} har inte varit än. Är dagen rätt?")
        print(sentence.format(day=day(as_of)), end="\n\n")


def tell_late_facts(followed: Followed) -> None:
    as_of = followed.follow_up.as_of
    late = late_facts(followed.facts.facts, followed.definition, as_of)
    if late:
        many = sum(late.values())
        sentence = ngettext(
            "{n} uppgift är daterad efter {day} och räknas som ännu inte hänt ({tables}).",
            "{n} uppgifter är daterade efter {day} och räknas som ännu inte hänt ({tables}).",
            many,
        )
        shown = ((_(title).lower(), number(found)) for title, found in late.items())
        tables = ", ".join(f"{title} {found}" for title, found in shown)
        print(sentence.format(n=number(many), day=day(as_of), tables=tables), end="\n\n")


def tell_faults(read: ImportResult, width: int) -> None:
    if read.faults:
        many = read.rows_left_out
        sentence = ngettext(
            "Fel i uppgifterna. Siffrorna är preliminära, {n} rad är utelämnad:",
            "Fel i uppgifterna. Siffrorna är preliminära, {n} rader är utelämnade:",
            many,
        )
        _list(sentence.format(n=number(many)), read.faults, width)
    if read.warnings:
        _list(_("Att se över i uppgifterna:"), read.warnings, width)


def _list(title: str, faults: Sequence[Fault], width: int) -> None:
    print(title)
    for fault in faults[:SHOWN]:
        print(_bullet(str(fault), width))
    if len(faults) > SHOWN:
        more = _("  … och {n} till, alla i {file}.")
        print(more.format(n=number(len(faults) - SHOWN), file=FAULTS))
    print()


def tell_left_to_do(remaining: Sequence[Remaining], width: int) -> None:
    if not remaining:
        print(_("Rapporten är komplett."), end="\n\n")
        return
    print(_("Kvar att göra, viktigast först:"))
    for one in remaining[:SHOWN]:
        print(_bullet(one.sentence, width))
    if len(remaining) > SHOWN:
        more = _("  … och {n} till, alla på rapportens sista sida.")
        print(more.format(n=number(len(remaining) - SHOWN)))
    print()


def _bullet(sentence: str, width: int) -> str:
    return textwrap.fill(
        sentence,
        width,
        initial_indent="  - ",
        subsequent_indent="    ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def tell_written(written: Sequence[Path]) -> None:
    print(_("Skrivet till {folder}:").format(folder=written[0].parent))
    print("  " + ", ".join(path.name for path in written))
