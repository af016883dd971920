"""How every figure is counted, so that somebody else can count it again (the appendix)."""

from stegvis.core.values.formatting import number, percent
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.indicators import AnyIndicator, Unknown
from stegvis.reports.calculations.subject import Goal, Subject
from stegvis.reports.calculations.wording.amounts import capital
from stegvis.reports.calculations.wording.scales import NOTHING, Scale, scale_of
from stegvis.reports.calculations.wording.vocabulary import Vocabulary
from stegvis.reports.values.document import Table
from stegvis.results.values.figures import Figure

UNKNOWN_WORDS = {
    Unknown.NO: N_("räknas som nej"),
    Unknown.EXCLUDE: N_("räknas inte med"),
    Unknown.BOUNDS: N_("ger ett spann"),
}
KIND_WORDS = {
    "share": N_("andel"),
    "count": N_("antal"),
    "conversion": N_("andel inom en tid"),
    "time_to_event": N_("tid till händelse"),
    "change": N_("förändring hos samma person"),
    "domains_improved": N_("förbättring i flera områden"),
    "standing_volume": N_("inskrivna samtidigt"),
    "deliverable": N_("leverans"),
}


def methods_table(subject: Subject) -> Table | None:
    """One row a goal: kind, base, who is left out, what is not known, and how sure it is."""
    shown = [
        (one, goal)
        for one in subject.with_parts()
        for goal in one.goals()
        if goal.indicator.kind != "qualitative"
    ]
    if not shown:
        return None
    return Table(
        title=_("Så är siffrorna räknade"),
        header=(
            _("Mål"),
            _("Vad räknas"),
            _("Bas"),
            _("Inte medräknade"),
            _("När uppgift saknas"),
            _("Osäkerhet (95 %)"),
        ),
        rows=tuple(_row(goal, one.words) for one, goal in shown),
        description=_("En rad för varje mål: vad som räknas, av vilka, och hur säkert det är."),
        note=_said_of_all(subject),
        figures=tuple(one.key(goal.figure) for one, goal in shown),
    )


def _row(goal: Goal, words: Vocabulary) -> tuple[str, ...]:
    figure, indicator = goal.figure, goal.indicator
    return (
        indicator.text,
        _(KIND_WORDS.get(indicator.kind, indicator.kind)),
        capital(figure.population_name),
        _left_out(indicator, figure, words),
        _(UNKNOWN_WORDS[indicator.unknown]) if _asks(indicator) else NOTHING,
        _interval(figure, words),
    )


def _asks(indicator: AnyIndicator) -> bool:
    return indicator.kind not in ("deliverable", "standing_volume")


def _left_out(indicator: AnyIndicator, figure: Figure, words: Vocabulary) -> str:
    reasons = [
        f"{words.reason_name(figure, reason.id)} "
        + (number(figure.excluded[reason.id]) if reason.id in figure.excluded else NOTHING)
        for reason in (*indicator.exclusions, *indicator.exceptions)
    ]
    return ", ".join(reasons) or NOTHING


def _interval(figure: Figure, words: Vocabulary) -> str:
    interval = figure.interval
    if interval is None or figure.hidden:
        return NOTHING
    if scale_of(figure, words) is Scale.SHARE:
        low, high = percent(interval.low), percent(interval.high)
    else:
        low, high = number(interval.low), number(interval.high)
    return _("{low} – {high}").format(low=low, high=high)


def _said_of_all(subject: Subject) -> str:
    follow_up = subject.follow_up
    said = _("Uppgifter till och med {day}. Definition, version {version}.")
    parts = [said.format(day=follow_up.as_of.isoformat(), version=follow_up.definition_version)]
    if follow_up.data_state:
        parts.append(
            _("Uppgifternas kontrollsumma: {digest}.").format(digest=follow_up.data_state[:12])
        )
    parts.append(
        _("Omdömet avgörs av värdet; osäkerheten (Wilsons intervall) är till för jämförelser.")
    )
    return " ".join(parts)
