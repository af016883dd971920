"""Who is in a programme, when it runs, for whom it is."""

from stegvis.core.values.formatting import day, number
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.core.values.language import ngettext
from stegvis.programmes.calculations.condition_sentences import Reader, condition_sentence
from stegvis.programmes.calculations.portrait.section import Entry, Section, section
from stegvis.programmes.calculations.words import listed, lowered, period_words
from stegvis.programmes.values.definition import Decision, Definition, TargetGroupRule

KINDS = {
    "individual": N_("en individinriktad insats"),
    "structural": N_("en strukturövergripande insats"),
    "volume": N_("en insats som följs upp med antal"),
}
ROLES = {
    "owner": N_("insatsägare"),
    "partner": N_("samverkanspart"),
    "performer": N_("utförare"),
}
DECISIONS = {
    "first": N_("Beslutad {period}"),
    "extension": N_("Förlängd {period}"),
    "supplement": N_("Tilläggsansökan {period}"),
}


def frame_sections(definition: Definition) -> tuple[Section, ...]:
    return (
        section("programme", _("Insatsen"), _programme(definition)),
        section("parties", _("Vilka är med"), _parties(definition)),
        section("times", _("När"), _times(definition)),
        Section(
            "target_group",
            _("För vem"),
            tuple(_rule(rule, definition) for rule in definition.target_group),
        ),
        section("seats", _("Platser"), _seats(definition)),
    )


def _programme(definition: Definition) -> list[str]:
    said = [
        _("{name} är {kind}, version {version}.").format(
            name=definition.name, kind=_(KINDS[definition.kind]), version=definition.version
        ),
        _("Finansieras av {associations}.").format(
            associations=listed(definition.associations, _("och"))
        ),
    ]
    if definition.reference:
        said.append(_("Diarienummer {reference}.").format(reference=definition.reference))
    if definition.part_of:
        said.append(_("En del av {whole}.").format(whole=definition.part_of))
    if definition.parts:
        codes = definition.codes("programme")
        names = listed([codes.name_of(part) for part in definition.parts], _("och"))
        sentence = ngettext("Har delen {parts}.", "Har delarna {parts}.", len(definition.parts))
        said.append(sentence.format(parts=names))
    return said


def _parties(definition: Definition) -> list[str]:
    said = []
    for party in definition.parties:
        sentence = _("{name}, {role}: {duty}.") if party.duty else _("{name}, {role}.")
        role = _(ROLES[party.role])
        said.append(sentence.format(name=party.name, role=role, duty=party.duty))
    return said


def _times(definition: Definition) -> list[str]:
    said = [_decision(decision) for decision in definition.decisions]
    if definition.intake_stop:
        stop = day(definition.intake_stop)
        said.append(_("Inga nya deltagare efter {stop}.").format(stop=stop))
    for phase in definition.phases:
        period = period_words(phase.first, phase.last)
        said.append(_("{phase}: {period}.").format(phase=phase.name, period=period))
    return said


def _decision(decision: Decision) -> str:
    period = period_words(decision.first, decision.last)
    sentence = _(DECISIONS[decision.kind]).format(period=period)
    details = []
    if decision.decided_on:
        details.append(_("beslut {on}").format(on=day(decision.decided_on)))
    if decision.reference:
        details.append(_("diarienummer {reference}").format(reference=decision.reference))
    return f"{sentence} ({', '.join(details)})." if details else f"{sentence}."


def _rule(rule: TargetGroupRule, definition: Definition) -> Entry:
    text = _("Går före: {rule}").format(rule=lowered(rule.text)) if rule.priority else rule.text
    under = []
    if rule.first or rule.last:
        period = period_words(rule.first, rule.last)
        under.append(_("Gäller {period}.").format(period=period))
    if rule.where is not None:
        condition = condition_sentence(rule.where.tree, Reader(definition, "enrolments"))
        under.append(_("Kontrolleras så: {condition}.").format(condition=condition))
    return Entry(f"{text}.", tuple(under))


def _seats(definition: Definition) -> list[str]:
    said = []
    for seats in definition.seats:
        name = lowered(definition.codes("seat").name_of(seats.seat))
        sentence = _("{number} av slaget {seat}, {period}.")
        if seats.first is None and seats.last is None:
            sentence = _("{number} av slaget {seat}.")
        period = period_words(seats.first, seats.last)
        said.append(sentence.format(number=number(seats.number), seat=name, period=period))
    return said
