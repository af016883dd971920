"""A goal in plain Swedish sentences: what is counted, of whom, against what."""

from collections.abc import Iterator

from stegvis.core.values.formatting import day, kronor, number, percent
from stegvis.core.values.language import gettext as _
from stegvis.programmes.calculations.condition_sentences import (
    Reader,
    condition_sentence,
    term_words,
)
from stegvis.programmes.calculations.kinds import is_share
from stegvis.programmes.calculations.words import (
    UNKNOWN,
    denominator_name,
    exact_number,
    listed,
    lowered,
    period_words,
    time_span,
    unit_name,
)
from stegvis.programmes.values.conditions import Operator
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF_UNIT, Unit
from stegvis.programmes.values.indicators import (
    FEWEST_FOR_A_VERDICT,
    AnyIndicator,
    Change,
    Conversion,
    Count,
    Deliverable,
    Denominator,
    DomainsImproved,
    LeftOut,
    Qualitative,
    Share,
    StandingVolume,
    Target,
    TimeToEvent,
)


def indicator_sentences(indicator: AnyIndicator, definition: Definition) -> tuple[str, ...]:
    reader = Reader(definition, TABLE_OF_UNIT[indicator.unit])
    return (
        _counted(indicator, reader),
        *_of_whom(indicator, reader),
        *_left_out(_("Räknas inte med: {reasons}."), indicator.exclusions, reader),
        *_left_out(_("Räknas bara om målet nåddes: {reasons}."), indicator.exceptions, reader),
        *([_(UNKNOWN[indicator.unknown])] if is_share(indicator) else []),
        *_target(indicator),
    )


def _counted(indicator: AnyIndicator, reader: Reader) -> str:
    match indicator:
        case Share() | Count():
            return _number(indicator, reader)
        case Conversion() | TimeToEvent():
            return _times(indicator, reader)
        case Change() | DomainsImproved():
            return _changes(indicator, reader)
        case StandingVolume():
            return (
                _("Räknas: hur många som i genomsnitt är inskrivna samtidigt.")
                if indicator.measure == "mean"
                else _("Räknas: hur många som är inskrivna på avläsningsdagen.")
            )
        case _:
            return _judged(indicator, reader)


def _number(indicator: Share | Count, reader: Reader) -> str:
    units = unit_name(indicator.unit)
    if indicator.numerator is None:
        return _("Räknas: antalet {units}.").format(units=units)
    condition = condition_sentence(indicator.numerator.tree, reader)
    return _("Räknas: {units} där {condition}.").format(units=units, condition=condition)


def _times(indicator: Conversion | TimeToEvent, reader: Reader) -> str:
    event = term_words(indicator.event.tree, reader)
    start = term_words(indicator.start.tree, reader)
    if isinstance(indicator, Conversion):
        time = time_span(indicator.within, indicator.span)
        sentence = _(
            "Räknas: {units} där {event} kommer inom {time} från {start}. "
            "Den vars tid inte har gått ut räknas ännu inte med."
        )
        return sentence.format(units=unit_name(indicator.unit), event=event, time=time, start=start)
    if indicator.measure == "median_days":
        sentence = _("Räknas: hur många dagar det tar för hälften från {start} till {event}.")
        return sentence.format(start=start, event=event)
    sentence = _("Räknas: hur stor andel som har nått {event} {days} dagar efter {start}.")
    return sentence.format(event=event, days=number(indicator.at_days), start=start)


def _changes(indicator: Change | DomainsImproved, reader: Reader) -> str:
    instrument = reader.definition.codes("instrument").name_of(indicator.instrument)
    items = reader.definition.codes("item")
    names = [items.name_of(item) for item in indicator.items]
    joined = listed(names, _("och"))
    asked = f"{instrument} ({joined})" if names else instrument
    least = exact_number(indicator.least)
    if isinstance(indicator, DomainsImproved):
        sentence = _(
            "Räknas: {units} som mellan första och senaste mätningen med {asked} "
            "har förbättrats minst {least} i minst {domains} områden."
        )
        domains = number(indicator.domains)
        return sentence.format(
            units=unit_name(indicator.unit), asked=asked, least=least, domains=domains
        )
    if indicator.measure == "mean_change":
        sentence = _("Räknas: medelförändringen mellan första och senaste mätningen med {asked}.")
        return sentence.format(asked=asked)
    sentence = _(
        "Räknas: {units} som mellan första och senaste mätningen med {asked} "
        "har förbättrats minst {least}."
    )
    return sentence.format(units=unit_name(indicator.unit), asked=asked, least=least)


def _judged(indicator: Deliverable | Qualitative, reader: Reader) -> str:
    if isinstance(indicator, Qualitative):
        return _("Målet bedöms av människor; inget utfall räknas fram.")
    name = reader.definition.codes("event").name_of(indicator.event)
    if indicator.by is None:
        return _("Målet är nått när detta har hänt: {event}.").format(event=lowered(name))
    sentence = _("Målet är nått när detta har hänt senast {by}: {event}.")
    return sentence.format(by=day(indicator.by), event=lowered(name))


def _of_whom(indicator: AnyIndicator, reader: Reader) -> Iterator[str]:
    if isinstance(indicator, Deliverable | Qualitative):
        return
    population = indicator.population
    if indicator.denominator is Denominator.NONE:
        yield _("Bland: {population}.").format(population=population.name)
    else:
        base = denominator_name(indicator.denominator)
        named = base if base == population.name else f"{base} ({population.name})"
        yield _("Av: {base}.").format(base=named)
    if population.where is not None:
        condition = condition_sentence(population.where.tree, reader)
        yield _("Bara de där {condition}.").format(condition=condition)
    if population.window is not None:
        yield _("Bara de vars ”{field}” ligger i tiden {period}.").format(
            field=_(reader.column(population.window.field).title),
            period=period_words(population.window.first, population.window.last),
        )
    if indicator.unit is Unit.PERSON:
        yield (
            _("Varje person räknas en gång, med sin senaste inskrivning.")
            if population.which == "latest"
            else _("Varje person räknas en gång, med sin första inskrivning.")
        )


def _left_out(sentence: str, reasons: tuple[LeftOut, ...], reader: Reader) -> Iterator[str]:
    if reasons:
        said = [f"{one.name} ({condition_sentence(one.where.tree, reader)})" for one in reasons]
        yield sentence.format(reasons=listed(said, _("och")))


def _target(indicator: AnyIndicator) -> Iterator[str]:
    if indicator.target is not None:
        yield _("Mål: {target}.").format(target=target_words(indicator.target, indicator))
    if isinstance(indicator, Share) and indicator.sub_criteria:
        parts = [
            _("{name} ({target})").format(
                name=part.name, target=target_words(part.target, indicator)
            )
            for part in indicator.sub_criteria
        ]
        yield _("Delvis nått när något av delmålen är nått: {parts}.").format(
            parts=listed(parts, _("och"))
        )
    if indicator.fewest != FEWEST_FOR_A_VERDICT:
        sentence = _("Inget omdöme ges om färre än {number} räknas.")
        yield sentence.format(number=indicator.fewest)


def target_words(target: Target, indicator: AnyIndicator) -> str:
    value = _amount(target.value, indicator)
    match target.op:
        case Operator.AT_LEAST:
            return _("minst {value}").format(value=value)
        case Operator.AT_MOST:
            return _("högst {value}").format(value=value)
        case _:
            return _("exakt {value}").format(value=value)


def _amount(value: float, indicator: AnyIndicator) -> str:
    if is_share(indicator):
        return percent(value, 0 if round(value * 100, 6).is_integer() else 1)
    if indicator.unit is Unit.KRONA:
        return kronor(int(value))
    shown = exact_number(value)
    if isinstance(indicator, TimeToEvent):
        return f"{shown} {unit_name(Unit.DAY, value)}"
    return shown if isinstance(indicator, Change) else f"{shown} {unit_name(indicator.unit, value)}"
