"""The footnote of a figure: all that is needed to understand it, and to count it again."""

from stegvis.core.values.formatting import day, number, percent
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.reports.calculations.wording.amounts import amount
from stegvis.reports.calculations.wording.coverage import coverage_sentence
from stegvis.reports.calculations.wording.scales import Scale, scale_of, shown_value
from stegvis.reports.calculations.wording.vocabulary import Vocabulary
from stegvis.results.values.figures import Figure


def footnote(figure: Figure, words: Vocabulary) -> str:
    """Base, who is left out and why, what is not known, the last day and the version."""
    sentences = [
        _base(figure, words),
        _excluded(figure, words),
        _unknown(figure, words),
        _not_yet_due(figure),
        _after_cut_off(figure),
        coverage_sentence(figure.coverage),
        _last_day_and_version(figure),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _base(figure: Figure, words: Vocabulary) -> str:
    nothing = figure.value is None and figure.bounds is None
    if figure.hidden or nothing or figure.kind == "deliverable":
        return _("Bas: {population}.").format(population=figure.population_name)
    if figure.k is not None and figure.n is not None:
        sentence = _("{k} av {n}; bas: {population}.")
        k, n = number(figure.k), amount(figure.n, figure.unit)
        return sentence.format(k=k, n=n, population=figure.population_name)
    found = shown_value(figure, words)
    return _("{found}; bas: {population}.").format(found=found, population=figure.population_name)


def _excluded(figure: Figure, words: Vocabulary) -> str:
    left_out = [
        f"{words.reason_name(figure, code)} {number(many)}"
        for code, many in figure.excluded.items()
        if many
    ]
    return _("Inte medräknade: {reasons}.").format(reasons=", ".join(left_out)) if left_out else ""


def _unknown(figure: Figure, words: Vocabulary) -> str:
    if not figure.unknown:
        return ""
    lacking = _("Uppgift saknas för {n}").format(n=number(figure.unknown))
    if figure.bounds is None or figure.bounds[0] == figure.bounds[1]:
        return f"{lacking}."
    low, high = (_bound(bound, figure, words) for bound in figure.bounds)
    return _("{lacking}: lägst {low}, högst {high}.").format(lacking=lacking, low=low, high=high)


def _bound(bound: float, figure: Figure, words: Vocabulary) -> str:
    return percent(bound) if scale_of(figure, words) is Scale.SHARE else number(bound)


def _not_yet_due(figure: Figure) -> str:
    if not figure.not_yet_due:
        return ""
    sentence = _("{n} har ännu inte haft tiden på sig och räknas inte.")
    return sentence.format(n=number(figure.not_yet_due))


def _after_cut_off(figure: Figure) -> str:
    if not figure.after_cut_off:
        return ""
    sentence = ngettext(
        "{n} uppgift är daterad senare och räknas som ännu inte hänt.",
        "{n} uppgifter är daterade senare och räknas som ännu inte hänt.",
        figure.after_cut_off,
    )
    return sentence.format(n=number(figure.after_cut_off))


def _last_day_and_version(figure: Figure) -> str:
    sentence = _("Till och med {day}. Definition, version {version}.")
    return sentence.format(day=day(figure.cut_off), version=figure.definition_version)
