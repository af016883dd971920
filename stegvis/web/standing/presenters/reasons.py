"""Why nothing can be said of a goal, and what would change that."""

from collections.abc import Iterator

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.programmes.calculations.words import listed, lowered
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.programmes.values.indicators import AnyIndicator, Change, Deliverable, DomainsImproved
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.wording.verdicts import UNDECIDED
from stegvis.results.calculations.evaluation.needs import tables_needed
from stegvis.results.values.figures import Figure, Verdict


def reasons(figure: Figure, subject: Subject) -> list[str]:
    """Sentences; none for what has been judged or is no goal."""
    indicator = subject.words.indicator(figure)
    if indicator is None or figure.verdict not in UNDECIDED or figure.hidden:
        return []
    if figure.verdict is Verdict.TOO_FEW:
        return [_too_few(figure, indicator)]
    if isinstance(indicator, Deliverable):
        return [*_deliverable(indicator, subject)]
    return [*_not_known(figure, indicator, subject), *_when(indicator)]


def _too_few(figure: Figure, indicator: AnyIndicator) -> str:
    sentence = _(
        "Basen är {n}. Omdömet räknas fram när den är minst {fewest}, så att enstaka personer "
        "inte avgör det."
    )
    return sentence.format(n=number(figure.n or 0), fewest=number(indicator.fewest))


def _deliverable(indicator: Deliverable, subject: Subject) -> Iterator[str]:
    event = subject.definition.codes("event").name_of(indicator.event)
    yield _("Målet är nått när händelsen ”{event}” är registrerad med datum.").format(event=event)
    last = indicator.by or subject.definition.last_day
    if last:
        yield _("Det ska ha hänt senast {day}; först då kan det sägas vara missat.").format(
            day=day(last)
        )


def _not_known(figure: Figure, indicator: AnyIndicator, subject: Subject) -> Iterator[str]:
    if figure.verdict is Verdict.NO_BASELINE and isinstance(indicator, Change | DomainsImproved):
        instrument = subject.definition.codes("instrument").name_of(indicator.instrument)
        yield _("Samma person behöver vara mätt minst två gånger med {instrument}.").format(
            instrument=instrument
        )
        return
    if figure.value is None and figure.bounds and figure.unknown:
        yield _turned(figure)
    elif figure.unknown and figure.unknown >= (figure.n or 0):
        yield _("Uppgiften saknas för alla som målet handlar om.")
    elif not figure.n:
        yield _("Ingen som målet handlar om finns i uppgifterna än.")
    yield _needed(indicator)


def _turned(figure: Figure) -> str:
    sentence = ngettext(
        "{n} uppgift saknas, och den avgör om målet är nått.",
        "{n} uppgifter saknas, och de avgör om målet är nått.",
        figure.unknown or 0,
    )
    return sentence.format(n=number(figure.unknown or 0))


def _needed(indicator: AnyIndicator) -> str:
    tables = [lowered(_(TABLE_OF[name].title)) for name in tables_needed(indicator)]
    sentence = _("Målet går att mäta när uppgifter är lämnade om {tables}.")
    return sentence.format(tables=listed(tables, _("och")))


def _when(indicator: AnyIndicator) -> list[str]:
    said = indicator.measured_when
    return [_("Mäts: {when}").format(when=said)] if said else []
