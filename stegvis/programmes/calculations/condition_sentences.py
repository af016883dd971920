"""A condition in plain Swedish, for those who decide about it."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from stegvis.core.values.formatting import day, kronor, quoted
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.calculations.words import exact_number, listed, lowered, time_span
from stegvis.programmes.values.conditions import (
    Aggregate,
    All,
    Any,
    Comparison,
    Condition,
    Field,
    Gather,
    Has,
    Known,
    Literal,
    Not,
    OneOf,
    Operator,
    Term,
    Within,
)
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, Column, ColumnKind, columns_in_scope

OF_NAMES = frozenset(
    {"municipality", "referral_source", "payer", "instrument", "survey", "programme"}
)
"""Lists of names, which keep their capital inside a sentence."""

SAID: dict[str, str] = {
    "destination": N_("deltagaren gick vidare till {values}"),
    "exit_reason": N_("avslutsorsaken är {values}"),
    "plan_kind": N_("planen är en {values}"),
    "referral_source": N_("deltagaren kom genom {values}"),
    "instrument": N_("instrumentet är {values}"),
    "step": N_("steget är {values}"),
    "activity": N_("aktiviteten är {values}"),
    "assessment": N_("bedömningen gäller {values}"),
    "survey": N_("enkäten är {values}"),
    "item": N_("frågan gäller {values}"),
    "moment": N_("tillfället är {values}"),
    "volume": N_("det gäller {values}"),
    "balance": N_("det gäller {values}"),
    "event": N_("det gäller {values}"),
    "consent_purpose": N_("det gäller {values}"),
    "rater": N_("den som skattade är {values}"),
}
ROWS: dict[str, str] = {
    "interests": N_("en anmälan"),
    "consents": N_("ett samtycke"),
    "destinations": N_("en uppgift om vart deltagaren gick vidare"),
    "situations": N_("en uppgift om försörjning och sysselsättning"),
    "plans": N_("en plan"),
    "steps": N_("ett påbörjat steg"),
    "assessments": N_("en bedömning"),
    "measurements": N_("en mätning"),
    "survey_answers": N_("ett enkätsvar"),
    "activities": N_("en aktivitet"),
    "attendance": N_("ett tillfälle"),
    "placements": N_("en placering"),
}
"""One row of a table in few words; the others are called what the dictionary calls them."""

MANY_ROWS: dict[str, str] = {
    "destinations": N_("uppgifter om vart deltagaren gick vidare"),
    "situations": N_("uppgifter om försörjning och sysselsättning"),
}
"""Several rows, where the title of the table is no noun in the plural."""

KNOWN: dict[tuple[str, bool], str] = {
    ("exited_on", True): N_("inskrivningen är avslutad"),
    ("exited_on", False): N_("inskrivningen pågår"),
    ("answered_on", True): N_("enkäten är besvarad"),
    ("answered_on", False): N_("enkäten är inte besvarad"),
}
ANSWERED: dict[tuple[str, bool], str] = {
    ("completed", True): N_("insatsen är fullföljd"),
    ("completed", False): N_("insatsen är inte fullföljd"),
    ("accepted", True): N_("planen är känd och godtagen av deltagaren"),
    ("accepted", False): N_("planen är inte godtagen av deltagaren"),
    ("attended", True): N_("deltagaren var närvarande"),
    ("attended", False): N_("deltagaren var frånvarande"),
    ("fulfilled", True): N_("bedömningen är uppfylld"),
    ("fulfilled", False): N_("bedömningen är inte uppfylld"),
}
NUMBERS: dict[Operator, str] = {
    Operator.EQUAL: N_("{term} är {value}"),
    Operator.UNEQUAL: N_("{term} är inte {value}"),
    Operator.AT_LEAST: N_("{term} är minst {value}"),
    Operator.AT_MOST: N_("{term} är högst {value}"),
    Operator.MORE: N_("{term} är mer än {value}"),
    Operator.LESS: N_("{term} är mindre än {value}"),
}
DAYS: dict[Operator, str] = NUMBERS | {
    Operator.AT_LEAST: N_("{term} är tidigast {value}"),
    Operator.AT_MOST: N_("{term} är senast {value}"),
    Operator.MORE: N_("{term} är efter {value}"),
    Operator.LESS: N_("{term} är före {value}"),
}


@dataclass(frozen=True)
class Reader:
    """Whose words are used: those of a definition, about the rows of a table."""

    definition: Definition
    table: str
    inner: bool = False

    def column(self, name: str) -> Column:
        columns = columns_in_scope(self.table)
        if self.inner:
            columns = {column.name: column for column in TABLE_OF[self.table].columns}
        return columns[name]


def condition_sentence(condition: Condition, reader: Reader) -> str:
    match condition:
        case All(parts):
            return listed([_bracketed(part, reader) for part in parts], _("och"))
        case Any(parts):
            return listed([_bracketed(part, reader) for part in parts], _("eller"))
        case Not(part):
            return _("det stämmer inte att {part}").format(part=_bracketed(part, reader))
        case Has():
            return _("det finns {rows}").format(rows=_one_row(condition, reader))
        case _:
            return _test(condition, reader)


def _bracketed(part: Condition, reader: Reader) -> str:
    text = condition_sentence(part, reader)
    is_long = isinstance(part, Any | All) or (isinstance(part, Has) and part.where is not None)
    return f"({text})" if is_long else text


def _one_row(rows: Has, reader: Reader) -> str:
    row = ROWS.get(rows.table, TABLE_OF[rows.table].one_row)
    return _(row) + _where(rows, reader)


def _where(rows: Has | Aggregate, reader: Reader) -> str:
    if rows.where is None:
        return ""
    inner = replace(reader, table=rows.table, inner=True)
    return _(" där {condition}").format(condition=condition_sentence(rows.where, inner))


def _test(condition: Comparison | OneOf | Known | Within, reader: Reader) -> str:
    match condition:
        case Known(term, negated):
            return _known(term, reader, known=not negated)
        case OneOf(term, values):
            return _one_of(term, values, reader)
        case Within(term, amount, span, start):
            return _("{term} ligger inom {time} från {start}").format(
                term=term_words(term, reader),
                time=time_span(amount, span),
                start=term_words(start, reader),
            )
        case Comparison():
            return _comparison(condition, reader)


def _known(term: Term, reader: Reader, *, known: bool) -> str:
    said = KNOWN.get((term.name, known)) if isinstance(term, Field) else None
    if said is not None:
        return _(said)
    sentence = _("uppgift om {term} finns") if known else _("uppgift om {term} saknas")
    return sentence.format(term=term_words(term, reader))


def _one_of(term: Term, values: tuple[Literal, ...], reader: Reader) -> str:
    words = listed([value_words(value, term, reader) for value in values], _("eller"))
    said = SAID.get(term.name) if isinstance(term, Field) else None
    if said is not None:
        return _(said).format(values=words)
    return _(NUMBERS[Operator.EQUAL]).format(term=term_words(term, reader), value=words)


def _comparison(condition: Comparison, reader: Reader) -> str:
    term, value = condition.term, condition.value
    if isinstance(term, Field) and isinstance(value, bool):
        yes = value is (condition.operator is Operator.EQUAL)
        if (term.name, yes) in ANSWERED:
            return _(ANSWERED[term.name, yes])
    if condition.operator is Operator.EQUAL and isinstance(value, str):
        return _one_of(term, (value,), reader)
    sentences = DAYS if isinstance(value, date) else NUMBERS
    return _(sentences[condition.operator]).format(
        term=term_words(term, reader), value=value_words(value, term, reader)
    )


def term_words(term: Term, reader: Reader) -> str:
    if isinstance(term, Field):
        return quoted(_(reader.column(term.name).title))
    where = _where(term, reader)
    rows = lowered(_(MANY_ROWS.get(term.table, TABLE_OF[term.table].title)))
    if term.gather is Gather.COUNT and not term.column:
        return _("antalet {rows}").format(rows=rows) + where
    column = TABLE_OF[term.table].column(term.column)
    sentence = {
        Gather.COUNT: _("antalet olika ”{column}” bland {rows}"),
        Gather.FIRST: _("det första datumet ”{column}” bland {rows}"),
        Gather.LATEST: _("det senaste datumet ”{column}” bland {rows}"),
    }[term.gather]
    return sentence.format(column=_(column.title) if column else term.column, rows=rows) + where


def value_words(value: Literal, term: Term, reader: Reader) -> str:
    match value:
        case bool():
            return _("ja") if value else _("nej")
        case date():
            return day(value)
        case Decimal():
            return _number_words(value, term, reader)
        case _:
            return _code_words(value, term, reader)


def _number_words(value: Decimal, term: Term, reader: Reader) -> str:
    column = reader.column(term.name) if isinstance(term, Field) else None
    if column and column.kind is ColumnKind.MONEY:
        return kronor(int(value))
    if column and column.kind is ColumnKind.YEAR:
        return str(value)
    return exact_number(value)


def _code_words(code: str, term: Term, reader: Reader) -> str:
    column = reader.column(term.name) if isinstance(term, Field) else None
    if column is None or column.kind is not ColumnKind.CODE:
        return quoted(code)
    name = reader.definition.codes(column.code_list).name_of(code)
    return name if column.code_list in OF_NAMES else lowered(name)
