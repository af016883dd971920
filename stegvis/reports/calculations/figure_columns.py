"""The columns of the workbook, and the words for what stands in them."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.calculations.words import MANY, UNITS
from stegvis.programmes.values.conditions import Operator
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.indicators import Level
from stegvis.reports.calculations.illustrations.flow import STAGE_WORDS
from stegvis.reports.calculations.tables.flow import FLOW_WORDS
from stegvis.reports.calculations.tables.methods import KIND_WORDS
from stegvis.reports.calculations.tables.money import MONEY_WORDS
from stegvis.reports.calculations.wording.vocabulary import Vocabulary
from stegvis.reports.values.sheets import Column, Shape

_Columns = tuple[tuple[str, Shape, int], ...]

_WHO: _Columns = (
    (N_("Insats"), Shape.TEXT, 22),
    (N_("Beteckning"), Shape.TEXT, 24),
    (N_("Siffra"), Shape.LONG_TEXT, 40),
)
_OUTCOME: _Columns = (
    (N_("Värde"), Shape.VALUE, 13),
    (N_("Täljare"), Shape.WHOLE, 10),
    (N_("Nämnare"), Shape.WHOLE, 10),
)
_INTERVAL: _Columns = (
    (N_("Intervall, lägst"), Shape.VALUE, 13),
    (N_("Intervall, högst"), Shape.VALUE, 13),
)
_BASE: _Columns = (
    (N_("Räknat på"), Shape.LONG_TEXT, 30),
    (N_("Definitionens version"), Shape.TEXT, 12),
)
_HIDDEN: _Columns = ((N_("Dolt"), Shape.TEXT, 8),)

GOALS: _Columns = (
    (N_("Insats"), Shape.TEXT, 22),
    (N_("Beteckning"), Shape.TEXT, 24),
    (N_("Mål"), Shape.LONG_TEXT, 46),
    (N_("Nivå"), Shape.TEXT, 18),
    *_OUTCOME,
    (N_("Krav"), Shape.TEXT, 9),
    (N_("Mål, värde"), Shape.VALUE, 12),
    (N_("Saknas till målet"), Shape.WHOLE, 12),
    (N_("Omdöme"), Shape.TEXT, 20),
    (N_("Gällde från"), Shape.DAY, 12),
    (N_("Gällde till och med"), Shape.DAY, 12),
    *_BASE,
    *_HIDDEN,
)
FIGURES: _Columns = (
    *_WHO,
    (N_("Typ"), Shape.TEXT, 20),
    (N_("Enhet"), Shape.TEXT, 16),
    *_OUTCOME,
    (N_("Uppgift saknas"), Shape.WHOLE, 10),
    (N_("Inte medräknade"), Shape.LONG_TEXT, 26),
    (N_("Ännu inte dags"), Shape.WHOLE, 10),
    (N_("Daterade senare"), Shape.WHOLE, 10),
    (N_("Lägst möjliga"), Shape.VALUE, 13),
    (N_("Högst möjliga"), Shape.VALUE, 13),
    *_INTERVAL,
    (N_("Intervall, metod"), Shape.TEXT, 14),
    (N_("Sista dag som räknas"), Shape.DAY, 12),
    *_BASE,
    (N_("Metod"), Shape.LONG_TEXT, 24),
    (N_("Anmärkningar"), Shape.LONG_TEXT, 40),
    *_HIDDEN,
)
GROUPS: _Columns = (
    *_WHO,
    (N_("Indelning"), Shape.TEXT, 18),
    (N_("Grupp"), Shape.TEXT, 24),
    *_OUTCOME,
    (N_("Uppgift saknas"), Shape.WHOLE, 10),
    (N_("Inte medräknade"), Shape.LONG_TEXT, 26),
    *_INTERVAL,
    *_HIDDEN,
)
CURVES: _Columns = (
    *_WHO,
    (N_("Kurva"), Shape.TEXT, 16),
    (N_("Dag"), Shape.DAY, 12),
    (N_("Dagar från start"), Shape.WHOLE, 10),
    (N_("Punkt"), Shape.TEXT, 16),
    (N_("Värde"), Shape.VALUE, 13),
    (N_("Antal som följs"), Shape.WHOLE, 10),
    *_INTERVAL,
)
DEFINITIONS: _Columns = (
    *_WHO,
    (N_("Så räknas den"), Shape.LONG_TEXT, 60),
    (N_("Enhet"), Shape.TEXT, 16),
    *_BASE,
    (N_("Inte medräknade"), Shape.LONG_TEXT, 40),
    (N_("Ersatte"), Shape.TEXT, 20),
    (N_("Källa"), Shape.TEXT, 16),
)

OPERATORS = {
    Operator.AT_LEAST: N_("minst"),
    Operator.AT_MOST: N_("högst"),
    Operator.EQUAL: N_("precis"),
}
LEVELS = {
    Level.OVERALL: N_("övergripande mål"),
    Level.EFFECT: N_("effektmål"),
    Level.PROGRAMME: N_("insatsmål"),
}
_KINDS = KIND_WORDS | {
    "qualitative": N_("bedöms av människor"),
    "flow": N_("flöde"),
    "duration": N_("tid"),
    "distribution": N_("fördelning"),
    "money": N_("pengar"),
}
_GROUPINGS = {
    "gender": N_("kön"),
    "exit_reason": N_("avslutsorsak"),
    "destination": N_("gick vidare till"),
    "municipality": N_("kommun"),
    "referral_source": N_("kom genom"),
    "age": N_("ålder"),
    "flow": N_("flöde"),
    "stage": N_("steg"),
    "rule_period": N_("målgruppens regler"),
    "money_kind": N_("slag av medel"),
    "remaining": N_("slag av medel"),
}
_GROUPS = {
    "flow": FLOW_WORDS,
    "stage": STAGE_WORDS,
    "money_kind": MONEY_WORDS,
    "remaining": MONEY_WORDS,
}


def columns(wanted: _Columns) -> tuple[Column, ...]:
    return tuple(Column(_(title), shape, width) for title, shape, width in wanted)


def kind_name(kind: str) -> str:
    return _(_KINDS[kind]) if kind in _KINDS else kind


def grouping_name(grouping: str) -> str:
    return _(_GROUPINGS[grouping]) if grouping in _GROUPINGS else grouping


def group_name(grouping: str, code: str, words: Vocabulary) -> str:
    """What the group is called in the report's own tables, or in the definition's lists."""
    fixed = _GROUPS.get(grouping, {})
    return _(fixed[code]) if code in fixed else words.group_name(grouping, code)


def unit_name(unit: str) -> str:
    return UNITS[Unit(unit)](MANY) if unit in UNITS else unit
