"""What is asked of each kind of goal, beside what is asked of all."""

from collections.abc import Iterable, Iterator

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.programmes.policies.conditions import Scope, check_code, check_condition, check_day
from stegvis.programmes.values.conditions import Condition, Term
from stegvis.programmes.values.findings import Finding, KeyPath, unknown_word
from stegvis.programmes.values.indicators import (
    AnyIndicator,
    Change,
    Conversion,
    Count,
    Deliverable,
    DomainsImproved,
    Share,
    StandingVolume,
    Target,
    TimeToEvent,
)

JOURNEYS = "enrolments"


def check_kind(indicator: AnyIndicator, scope: Scope) -> Iterator[Finding]:
    match indicator:
        case Share():
            yield from _check(indicator.numerator.tree, scope, "numerator")
            yield from _check_sub_criteria(indicator, scope)
        case Count() if indicator.numerator is not None:
            yield from _check(indicator.numerator.tree, scope, "numerator")
        case Conversion() | TimeToEvent():
            yield from _check_times(indicator, scope)
        case Change() | DomainsImproved():
            yield from _check_instrument(indicator, scope)
        case Deliverable():
            yield from check_code(indicator.event, "event", scope.at("event"))
        case StandingVolume() if scope.table != JOURNEYS:
            what = _("Antalet inskrivna samtidigt räknas i personer, inskrivningar eller platser.")
            yield scope.at("unit").finding(what, indicator.unit.value, "person, enrolment, seat")


def check_share_target(target: Target, path: KeyPath) -> Iterator[Finding]:
    if not 0 <= target.value <= 1:
        what = _("Ett målvärde för en andel skrivs som ett tal mellan 0 och 1.")
        meant = number(target.value / 100, 2).replace(",", ".")
        expected = _("{share} för {percent} procent")
        expected = expected.format(share=meant, percent=number(target.value))
        yield Finding(path, what, str(target.value), expected)


def _check(tree: Condition, scope: Scope, *keys: str | int) -> Iterator[Finding]:
    yield from check_condition(tree, scope.at(*keys))


def _check_sub_criteria(indicator: Share, scope: Scope) -> Iterator[Finding]:
    for index, part in enumerate(indicator.sub_criteria):
        place = scope.at("sub_criteria", index)
        yield from _check(part.numerator.tree, place, "numerator")
        yield from check_share_target(part.target, (*place.path, "target", "value"))
        if part.id in {earlier.id for earlier in indicator.sub_criteria[:index]}:
            yield place.at("id").finding(_("Två delmål har samma id."), part.id)


def _check_times(indicator: Conversion | TimeToEvent, scope: Scope) -> Iterator[Finding]:
    terms: list[tuple[tuple[str, ...], Term]] = [
        (("event",), indicator.event.tree),
        (("start",), indicator.start.tree),
    ]
    if isinstance(indicator, TimeToEvent):
        terms += [(("competing", id_), term.tree) for id_, term in indicator.competing.items()]
    for keys, term in terms:
        yield from check_day(term, scope.at(*keys))


def _check_instrument(indicator: Change | DomainsImproved, scope: Scope) -> Iterator[Finding]:
    yield from check_code(indicator.instrument, "instrument", scope.at("instrument"))
    if scope.table != JOURNEYS:
        what = _("En förändring räknas på personer eller inskrivningar.")
        yield scope.at("unit").finding(what, indicator.unit.value, "person, enrolment")
    declared = scope.definition.instruments
    instrument = next((one for one in declared if one.code == indicator.instrument), None)
    if instrument is None:
        return
    known = [item.code for item in instrument.items]
    yield from _unknown_items(indicator.items, known, scope)
    asked = len(indicator.items or known)
    if isinstance(indicator, DomainsImproved) and known and indicator.domains > asked:
        what = _("Målet kräver fler områden än instrumentet har.")
        yield scope.at("domains").finding(what, str(indicator.domains), str(asked))


def _unknown_items(items: Iterable[str], known: list[str], scope: Scope) -> Iterator[Finding]:
    for index, item in enumerate(items):
        if item not in known:
            sentence = _("Instrumentet har ingen fråga med koden {item}.").format(item=item)
            path = scope.at("items", index).path
            yield unknown_word(path, sentence, item, tuple(known))
