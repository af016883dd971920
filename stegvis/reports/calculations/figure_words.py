"""The words for the codes that stand in the workbook of figures."""

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.calculations.words import MANY, UNITS, lowered
from stegvis.programmes.values.conditions import Operator
from stegvis.programmes.values.facts import TABLES, Unit
from stegvis.programmes.values.indicators import Level
from stegvis.reports.calculations.illustrations.flow import STAGE_WORDS
from stegvis.reports.calculations.tables.flow import FLOW_WORDS
from stegvis.reports.calculations.tables.methods import KIND_WORDS
from stegvis.reports.calculations.tables.money import MONEY_WORDS
from stegvis.reports.calculations.wording.vocabulary import GENDER, Vocabulary

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
    "series": N_("antal över tid"),
    "opening": N_("ingående värden"),
}
_METHODS = {
    "mean": N_("medelvärde"),
    "median": N_("median"),
    "mean of paired differences": N_("medelvärde av parvisa skillnader"),
    "mean_of_days": N_("medelvärde över dagarna"),
    "at_cut_off": N_("antal på den sista dagen"),
    "wilson": N_("Wilson"),
    "kaplan-meier": N_("Kaplan–Meier"),
    "aalen-johansen": N_("Aalen–Johansen"),
}
_GROUPINGS = {
    "age": N_("ålder"),
    "age_band": N_("ålder"),
    "flow": N_("flöde"),
    "stage": N_("del av vägen"),
    "state": N_("pågående och avslutade"),
    "rule_period": N_("målgruppens regler"),
    "money_kind": N_("slag av medel"),
    "remaining": N_("slag av medel"),
    "financed": N_("finansiering"),
}
_TITLES = {column.name: column.title for table in TABLES for column in table.columns}
_GROUPS = {
    "flow": FLOW_WORDS,
    "stage": STAGE_WORDS,
    "money_kind": MONEY_WORDS,
    "remaining": MONEY_WORDS,
    "state": {"closed": N_("Avslutade"), "ongoing": N_("Pågående")},
    "financed": {"financed": N_("Finansierat"), "co_financed": N_("Medfinansierat")},
}
_CURVES = {
    "all": N_("alla"),
    "enrolled": N_("inskrivna"),
    "seats": N_("beslutade platser"),
    "used": N_("rekvirerat"),
    "ceiling": N_("beviljat"),
}


def kind_name(kind: str) -> str:
    return _(_KINDS[kind]) if kind in _KINDS else kind


def unit_name(unit: str) -> str:
    return UNITS[Unit(unit)](MANY) if unit in UNITS else unit


def method_name(method: str) -> str:
    """`Kaplan–Meier, log-log`: what stands after the comma is a name in every language."""
    name, comma, more = method.partition(",")
    return (_(_METHODS[name]) if name in _METHODS else name) + comma + more


def curve_name(curve: str) -> str:
    return _(_CURVES[curve]) if curve in _CURVES else curve


def grouping_name(grouping: str, words: Vocabulary) -> str:
    """`exit_reason:woman` is a grouping within another: `avslutsorsak, Kvinnor`."""
    name, colon, within = grouping.partition(":")
    shown = _grouping(name, words)
    return f"{shown}, {_within(within, words)}" if colon else shown


def _grouping(name: str, words: Vocabulary) -> str:
    """Ours, a column's title, or what the programme has counted from the time before."""
    if name in _GROUPINGS:
        return _(_GROUPINGS[name])
    if name in _TITLES:
        return lowered(_(_TITLES[name]))
    return words.definition.codes("balance").name_of(name)


def _within(code: str, words: Vocabulary) -> str:
    moments = words.definition.codes("moment")
    return moments.name_of(code) if code in moments else words.group_name(GENDER, code)


def group_name(grouping: str, code: str, words: Vocabulary) -> str:
    """What the group is called in the report's own tables, or in the definition's lists."""
    name = grouping.partition(":")[0]
    fixed = _GROUPS.get(name, {})
    if code in fixed:
        return _(fixed[code])
    year, colon, gender = code.partition(":")
    if colon and year.isdecimal():
        return f"{year}, {words.group_name(GENDER, gender)}"
    return words.group_name(name, code)
