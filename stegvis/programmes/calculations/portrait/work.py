"""What is done in a programme: steps, what is due, activities, what is measured and counted."""

from collections.abc import Sequence

from stegvis.core.values.language import gettext as _
from stegvis.programmes.calculations.portrait.section import Entry, Section, section
from stegvis.programmes.calculations.words import (
    exact_number,
    listed,
    lowered,
    period_words,
    time_span,
)
from stegvis.programmes.values.definition import (
    CODE_LIST_OF_DUE,
    Activity,
    Definition,
    Due,
    Instrument,
    Item,
    Named,
)


def work_sections(definition: Definition) -> tuple[Section, ...]:
    counted = (*definition.volumes, *definition.balances)
    return (
        section("steps", _("Stegen i insatsen"), _steps(definition)),
        section("due", _("Ska vara gjort"), [_due(due, definition) for due in definition.due]),
        section("activities", _("Aktiviteter"), [_activity(one) for one in definition.activities]),
        Section(
            "instruments",
            _("Mätinstrument"),
            tuple(_instrument(one) for one in definition.instruments),
        ),
        Section(
            "surveys",
            _("Enkäter"),
            tuple(Entry(f"{one.name}.", _items(one.items)) for one in definition.surveys),
        ),
        section("assessments", _("Bedömningar"), _names(definition.assessments)),
        section("counted", _("Räknas utan personer"), _names(counted)),
        section("events", _("Händelser"), _names(definition.events)),
    )


def _names(rows: Sequence[Named]) -> list[str]:
    return [f"{row.name}." for row in rows]


def _steps(definition: Definition) -> list[str]:
    if not definition.steps:
        return []
    order = (
        _("Stegen kommer i ordning.")
        if definition.steps_ordered
        else _("Stegen får gå parallellt och i valfri ordning.")
    )
    ordered = sorted(definition.steps, key=lambda step: step.order or 0)
    return [order, *_names(ordered)]


def _due(due: Due, definition: Definition) -> str:
    name = definition.codes(CODE_LIST_OF_DUE[due.what]).name_of(due.code)
    if due.within is None:
        sentence = _("{name}: minst en gång på {often}.")
    elif due.every is None:
        sentence = _("{name}: inom {soon} från inskrivningen.")
    else:
        sentence = _("{name}: inom {soon} från inskrivningen, sedan minst en gång på {often}.")
    soon = time_span(due.within or 0, due.span)
    often = time_span(due.every or 0, due.span)
    return sentence.format(name=_of_kind(due, name), soon=soon, often=often)


def _of_kind(due: Due, name: str) -> str:
    if due.what == "measurement":
        return _("Mätning med {name}").format(name=name)
    if due.what == "consent":
        return _("Samtycke till {purpose}").format(purpose=lowered(name))
    return name


def _activity(activity: Activity) -> str:
    if activity.limit is None:
        return f"{activity.name}."
    sentence = _("{name}, högst {time} innan en förlängning beslutas.")
    return sentence.format(name=activity.name, time=time_span(activity.limit, activity.span))


def _instrument(instrument: Instrument) -> Entry:
    under = list(_items(instrument.items))
    if instrument.lowest is not None and instrument.highest is not None:
        scale = _("Skala {lowest} till {highest}.")
        lowest, highest = exact_number(instrument.lowest), exact_number(instrument.highest)
        under.append(scale.format(lowest=lowest, highest=highest))
    if instrument.every is not None:
        often = time_span(instrument.every, instrument.span)
        under.append(_("Mäts minst en gång på {often}.").format(often=often))
    if instrument.used.first or instrument.used.last:
        period = period_words(instrument.used.first, instrument.used.last)
        under.append(_("Används {period}.").format(period=period))
    if instrument.licence:
        under.append(instrument.licence)
    return Entry(f"{instrument.name}.", tuple(under))


def _items(items: Sequence[Item]) -> tuple[str, ...]:
    if not items:
        return ()
    names = listed([item.name for item in items], _("och"))
    return (_("Frågor: {names}.").format(names=names),)
