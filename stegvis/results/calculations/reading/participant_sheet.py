"""Our own sheet of participants: the rules of its mapping, and the columns they need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stegvis.core.values.language import LANGUAGES, speaking
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.values.definition import Definition, Instrument
from stegvis.programmes.values.facts import TABLE_OF, TABLE_OF_UNIT, Column
from stegvis.results.values.mapping import ImpliedMapping, Mapping, RowRule
from stegvis.results.values.synonyms import FORMER_TITLES

PARTICIPANTS = N_("Deltagare")
KEY = N_("Nr")
OCCASIONS = (1, 2)  # first and latest; further ones stand in the table Mätningar
ALWAYS_PLANNED = ("action_plan", "joint_plan")
FOLLOWED_UP = ("months_6", "months_12")


@dataclass(frozen=True)
class SheetColumn:
    """A heading of the sheet, and the column of ours that it feeds."""

    heading: str
    table: str
    column: Column


def participant_mapping(definition: Definition) -> ImpliedMapping:
    return ImpliedMapping(
        programme=definition.id,
        sheet=_(PARTICIPANTS),
        key=_(KEY),
        rows=tuple(_rules(definition)),
    )


def implied_mapping(headings: Sequence[str], definition: Definition) -> Mapping | None:
    """The mapping of our own sheet, less the columns that somebody has taken away.

    The sheet may have been written in another language than the one it is read in.
    """
    for language in LANGUAGES:
        with speaking(language):
            whole = participant_mapping(definition)
            if {whole.key, _entered()} <= set(headings):
                return _left_of(whole, headings)
    return None


def _left_of(whole: Mapping, headings: Sequence[str]) -> Mapping:
    left = [_less(rule, headings) for rule in whole.rows]
    return whole.model_copy(update={"rows": tuple(rule for rule in left if rule is not None)})


def _less(rule: RowRule, headings: Sequence[str]) -> RowRule | None:
    written = {name: _written(rule, name, headings) for name in rule.take}
    take = {name: heading for name, heading in written.items() if heading is not None}
    lost = rule.take.keys() - take.keys()
    needed = [column.name for column in TABLE_OF[rule.table].columns if column.required]
    if not take or lost & set(needed):
        return None
    return rule.model_copy(update={"take": take})


def _written(rule: RowRule, name: str, headings: Sequence[str]) -> str | None:
    """Which of the headings the column has: what it is called now, or what it was called."""
    called = (rule.take[name], *FORMER_TITLES.get((rule.table, name), ()))
    return next((heading for heading in called if heading in headings), None)


def participant_columns(definition: Definition) -> list[SheetColumn]:
    """The key, then each heading once, in the order in which a journey happens."""
    found = {_(KEY): SheetColumn(_(KEY), "persons", TABLE_OF["persons"].columns[0])}
    for rule in _rules(definition):
        for name, heading in rule.take.items():
            column = TABLE_OF[rule.table].column(name)
            if column is not None:
                found.setdefault(heading, SheetColumn(heading, rule.table, column))
    return list(found.values())


def _rules(definition: Definition) -> Iterator[RowRule]:
    mentioned = mentions(definition)
    yield _titled("persons", "gender", "birth_year", "municipality", "education")
    yield _titled("enrolments", *_enrolment_columns(definition))
    yield RowRule(
        table="consents",
        take={"given_on": _("Samtycke till statistik, datum")},
        constants={"consent_purpose": "statistics"},
    )
    yield _situation(_("vid start"), "start", _entered())
    yield from _measurements(definition, OCCASIONS[0])
    yield from _plans(definition, mentioned)
    yield from _steps(definition)
    yield from _assessments(definition)
    yield from _measurements(definition, OCCASIONS[1])
    yield _titled("exits", "exited_on", "exit_reason", "completed")
    yield _destination(_title("destinations", "destination"), "exit", _left())
    yield _situation(_("vid avslut"), "exit", _left())
    for moment in FOLLOWED_UP:
        if moment in mentioned:
            name = definition.codes("moment").name_of(moment)
            yield _destination(f"{_title('destinations', 'destination')}, {name}", moment, "")


def mentions(definition: Definition) -> str:
    """All that goals, figures and deadlines speak of, as one text to look for codes in."""
    units = [TABLE_OF_UNIT[goal.unit] for goal in (*definition.goals, *definition.figures)]
    return repr((definition.goals, definition.figures, definition.due, units))


def _title(table: str, name: str) -> str:
    column = TABLE_OF[table].column(name)
    return "" if column is None else _(column.title)


def _entered() -> str:
    return _title("enrolments", "enrolled_on")


def _left() -> str:
    return _title("exits", "exited_on")


def _titled(table: str, *names: str) -> RowRule:
    return RowRule(table=table, take={name: _title(table, name) for name in names})


def _enrolment_columns(definition: Definition) -> list[str]:
    names = ["enrolled_on", "referral_source"]
    if definition.parts:
        names.append("programme")
    if definition.seats:
        names.append("seat")
    return names


def _situation(when: str, moment: str, day: str) -> RowRule:
    take = {name: f"{_title('situations', name)} {when}" for name in ("income", "occupation")}
    return RowRule(table="situations", take={**take, "known_on": day}, constants={"moment": moment})


def _destination(heading: str, moment: str, day: str) -> RowRule:
    take = {"destination": heading, **({"known_on": day} if day else {})}
    return RowRule(table="destinations", take=take, constants={"moment": moment})


def _measurements(definition: Definition, occasion: int) -> Iterator[RowRule]:
    for instrument in definition.instruments:
        day = _("{instrument} {occasion} datum").format(
            instrument=instrument.name, occasion=occasion
        )
        for heading, item in _scores(instrument, occasion):
            take = {"measured_on": day, "score": heading}
            constants = {"instrument": instrument.code, **item}
            yield RowRule(table="measurements", take=take, constants=constants)


def _scores(instrument: Instrument, occasion: int) -> Iterator[tuple[str, dict[str, str]]]:
    start = f"{instrument.name} {occasion}"
    if not instrument.items:
        yield _("{start} värde").format(start=start), {}
    for item in instrument.items:
        yield f"{start} {item.name}", {"item": item.code}


def _plans(definition: Definition, mentioned: str) -> Iterator[RowRule]:
    for entry in definition.codes("plan_kind").codes:
        if entry.code in mentioned or entry.code in ALWAYS_PLANNED:
            take = {
                "established_on": _("{plan} upprättad").format(plan=entry.name),
                "accepted": _("{plan} godtagen").format(plan=entry.name),
            }
            yield RowRule(table="plans", take=take, constants={"plan_kind": entry.code})


def _steps(definition: Definition) -> Iterator[RowRule]:
    for step in definition.steps:
        take = {
            "started_on": _("{step} påbörjat").format(step=step.name),
            "ended_on": _("{step} avslutat").format(step=step.name),
        }
        yield RowRule(table="steps", take=take, constants={"step": step.code})


def _assessments(definition: Definition) -> Iterator[RowRule]:
    for one in definition.assessments:
        take = {
            "fulfilled": one.name,
            "assessed_on": _("{assessment}, datum").format(assessment=one.name),
        }
        yield RowRule(table="assessments", take=take, constants={"assessment": one.code})
