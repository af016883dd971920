"""From the text of a condition to its tree, by descent through the grammar.

condition = both ("or" both)*          both = single ("and" single)*
single    = "not" single | "(" condition ")" | "has" rows | test
test      = term [sign literal | "in" "{" literal, … "}" | "is" ("known" | "missing")
                  | "within" number span "of" term]
term      = field | ("count" | "first" | "latest") rows
rows      = "(" table ["." column] ["where" condition] ")"
"""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from stegvis.core.values.formatting import quoted
from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.condition_words import ConditionError, Kind, Token, misread, tokens
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
    Span,
    Term,
    Within,
)

DEEPEST = 40  # a guard against brackets without end
ANSWERS = {"yes": True, "no": False}
JOINING = ("and", "or", "not", "has", "in", "is", "within", "of", "where", "known", "missing")
RESERVED = frozenset((*JOINING, *ANSWERS, *(g.value for g in Gather), *(s.value for s in Span)))
SIGNS = frozenset(operator.value for operator in Operator)
CONTINUATIONS = ("in", "is", "within", "and", "or")


def parse_condition(text: str) -> Condition:
    reader = _Reader(tokens(text))
    tree = reader.condition()
    reader.end()
    return tree


def parse_term(text: str) -> Term:
    reader = _Reader(tokens(text))
    tree = reader.term()
    reader.end()
    return tree


class _Reader:
    def __init__(self, words: tuple[Token, ...]) -> None:
        self.words = words
        self.place = 0
        self.depth = 0

    @property
    def now(self) -> Token:
        return self.words[self.place]

    def sees(self, *texts: str) -> bool:
        return self.now.kind in (Kind.WORD, Kind.SIGN) and self.now.text in texts

    def take(self) -> Token:
        token = self.now
        self.place += token.kind is not Kind.END
        return token

    def accept(self, text: str) -> bool:
        found = self.sees(text)
        if found:
            self.take()
        return found

    def demand(self, text: str) -> None:
        if not self.accept(text):
            raise misread(self.now, quoted(text), [text])

    def end(self) -> None:
        if self.now.kind is not Kind.END:
            expected = _("”and”, ”or” eller slutet av villkoret")
            raise misread(self.now, expected, CONTINUATIONS)

    def condition(self) -> Condition:
        self._go_deeper()
        parts = self._joined("or", self._both)
        self.depth -= 1
        return parts[0] if len(parts) == 1 else Any(parts)

    def _both(self) -> Condition:
        parts = self._joined("and", self._single)
        return parts[0] if len(parts) == 1 else All(parts)

    def _joined(self, word: str, part: Callable[[], Condition]) -> tuple[Condition, ...]:
        parts = [part()]
        while self.accept(word):
            parts.append(part())
        return tuple(parts)

    def _go_deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            expected = _("högst {limit} nivåer av parenteser").format(limit=DEEPEST)
            raise misread(self.now, expected)

    def _single(self) -> Condition:
        if self.accept("not"):
            self._go_deeper()
            part = Not(self._single())
            self.depth -= 1
            return part
        if self.accept("("):
            inner = self.condition()
            self.demand(")")
            return inner
        if self.accept("has"):
            table, _column, where = self._rows(column_allowed=False)
            return Has(table, where)
        return self._test()

    def _test(self) -> Condition:
        term = self.term()
        tests: dict[str, Callable[[Term], Condition]] = {
            "in": self._one_of,
            "is": self._known,
            "within": self._within,
        }
        if self.sees(*SIGNS):
            return Comparison(term, Operator(self.take().text), self._literal())
        if self.sees(*tests):
            return tests[self.take().text](term)
        if isinstance(term, Field) and (self.now.kind is Kind.END or self.sees(")", "and", "or")):
            return Comparison(term, Operator.EQUAL, value=True)
        expected = _("något av = != >= <= > <, ”in”, ”is” eller ”within”")
        raise misread(self.now, expected, CONTINUATIONS)

    def _one_of(self, term: Term) -> Condition:
        self.demand("{")
        values = [self._literal()]
        while self.accept(","):
            values.append(self._literal())
        self.demand("}")
        return OneOf(term, tuple(values))

    def _known(self, term: Term) -> Condition:
        if self.sees("known", "missing"):
            return Known(term, negated=self.take().text == "missing")
        raise misread(self.now, _("”known” eller ”missing”"), ("known", "missing"))

    def _within(self, term: Term) -> Condition:
        amount = self.take()
        if amount.kind is not Kind.NUMBER or not amount.text.isdigit():
            raise misread(amount, _("ett helt antal, till exempel 2 months"))
        span = self.take()
        spans = [one.value for one in Span]
        if span.text not in spans:
            raise misread(span, _("”days”, ”weeks” eller ”months”"), spans)
        self.demand("of")
        return Within(term, int(amount.text), Span(span.text), self.term())

    def term(self) -> Term:
        gathers = [gather.value for gather in Gather]
        if self.sees(*gathers):
            gather = Gather(self.take().text)
            needs_column = gather is not Gather.COUNT
            table, column, where = self._rows(column_needed=needs_column)
            return Aggregate(gather, table, column, where)
        word = self._name(_("ett fält, ”has”, ”count”, ”first” eller ”latest”"))
        if self.sees("("):
            raise misread(word, _("”has”, ”count”, ”first” eller ”latest”"), ["has", *gathers])
        return Field(word.text)

    def _rows(
        self, *, column_allowed: bool = True, column_needed: bool = False
    ) -> "tuple[str, str, Condition | None]":
        self.demand("(")
        table = self._name(_("en tabell")).text
        if column_needed and not self.sees("."):
            raise misread(self.now, _("en punkt och ett datum, till exempel plans.established_on"))
        column = ""
        if column_allowed and self.accept("."):
            column = self._name(_("en kolumn")).text
        where = self.condition() if self.accept("where") else None
        if where is None and not self.sees(")"):
            raise misread(self.now, _("”where” eller ”)”"), ["where"])
        self.demand(")")
        return table, column, where

    def _name(self, expected: str) -> Token:
        token = self.take()
        if token.kind is not Kind.WORD or token.text in RESERVED:
            raise misread(token, expected, RESERVED)
        return token

    def _literal(self) -> Literal:
        token = self.take()
        expected = _("ett kodord, ett tal, ett datum, yes eller no")
        if token.kind is Kind.NUMBER:
            return Decimal(token.text)
        if token.kind is Kind.DATE:
            return _day(token)
        if token.kind is Kind.QUOTED:
            return token.text[1:-1]
        if token.kind is Kind.WORD and token.text in ANSWERS:
            return ANSWERS[token.text]
        if token.kind is Kind.WORD and token.text not in RESERVED:
            return token.text
        raise misread(token, expected)


def _day(token: Token) -> date:
    try:
        return date.fromisoformat(token.text)
    except ValueError:
        expected = _("ett datum som finns, som 2024-12-31")
        raise ConditionError(token.position, token.text, expected) from None
