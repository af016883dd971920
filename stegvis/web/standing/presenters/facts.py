"""All that is needed to understand one figure and to count it again."""

from collections.abc import Iterator

from stegvis.core.values.formatting import day, kronor, number, percent
from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.figure_words import method_name
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.wording.amounts import capital
from stegvis.reports.calculations.wording.coverage import coverage_sentence
from stegvis.reports.calculations.wording.scales import Scale, scale_of
from stegvis.results.values.figures import Figure
from stegvis.web.standing.presenters.groups import interval_of

Fact = tuple[str, str]
MONEY = "krona"
DIGEST_SHOWN = 12


def facts_of(figure: Figure, subject: Subject) -> list[Fact]:
    counted = () if figure.hidden else (*_counted(figure, subject), *_uncertain(figure, subject))
    return [*counted, *_ground(figure, subject)]


def _counted(figure: Figure, subject: Subject) -> Iterator[Fact]:
    if figure.kind in {"deliverable", "qualitative"}:
        return
    shown = kronor if figure.unit == MONEY else number
    if figure.k is not None and scale_of(figure, subject.words) is Scale.SHARE:
        yield _("Täljare: så många uppfyller målet"), shown(figure.k)
    if figure.n is not None:
        yield _("Nämnare: av så många"), shown(figure.n)
    for code, many in figure.excluded.items():
        reason = subject.words.reason_name(figure, code)
        yield _("Inte medräknade: {reason}").format(reason=reason), number(many)
    if figure.unknown or (figure.unknown == 0 and figure.n is not None):
        yield _("Uppgift saknas för"), number(figure.unknown)
    if figure.not_yet_due:
        yield _("Har ännu inte haft tiden på sig"), number(figure.not_yet_due)
    if figure.after_cut_off:
        yield _("Daterade senare, räknas som ännu inte hänt"), number(figure.after_cut_off)


def _uncertain(figure: Figure, subject: Subject) -> Iterator[Fact]:
    if figure.bounds and figure.bounds[0] != figure.bounds[1]:
        is_share = scale_of(figure, subject.words) is Scale.SHARE
        low, high = (percent(one) if is_share else number(one) for one in figure.bounds)
        title = _("Lägst och högst, vad det okända än är")
        yield title, _("{low} – {high}").format(low=low, high=high)
    if figure.interval:
        level, method = percent(figure.interval.level), method_name(figure.interval.method)
        title = _("Osäkerhet, {level} ({method})").format(level=level, method=method)
        yield title, interval_of(figure.interval, figure, subject)
    if figure.method:
        yield _("Metod"), capital(method_name(figure.method))


def _ground(figure: Figure, subject: Subject) -> Iterator[Fact]:
    if figure.population_name:
        yield _("Bas"), capital(figure.population_name)
    if figure.coverage:
        yield _("Vilka som är med"), coverage_sentence(figure.coverage)
    yield _("Till och med"), day(figure.cut_off)
    version = _("{programme}, version {version}")
    yield (
        _("Definition"),
        version.format(programme=subject.name, version=figure.definition_version),
    )
    state = subject.follow_up.data_state
    if state:
        yield _("Uppgifternas kontrollsumma"), state[:DIGEST_SHOWN]
