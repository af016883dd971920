"""A tree back to text: the canonical form, which the parser reads to the same tree."""

from datetime import date
from decimal import Decimal

from stegvis.programmes.values.condition_parser import RESERVED
from stegvis.programmes.values.condition_words import PATTERN, Kind
from stegvis.programmes.values.conditions import (
    Aggregate,
    All,
    Any,
    Comparison,
    Condition,
    Field,
    Has,
    Known,
    Literal,
    Not,
    OneOf,
    Term,
    Within,
)


def written(tree: "Condition | Term") -> str:
    match tree:
        case Field() | Aggregate():
            return _term(tree)
        case Has():
            return f"has({tree.table}{_where(tree.where)})"
        case All():
            return " and ".join(_within_brackets(part, All, Any) for part in tree.parts)
        case Any():
            return " or ".join(_within_brackets(part, Any) for part in tree.parts)
        case Not():
            return f"not {_within_brackets(tree.part, All, Any)}"
        case _:
            return _test(tree)


def _term(tree: Term) -> str:
    if isinstance(tree, Field):
        return tree.name
    table = f"{tree.table}.{tree.column}" if tree.column else tree.table
    return f"{tree.gather.value}({table}{_where(tree.where)})"


def _test(tree: Comparison | OneOf | Known | Within) -> str:
    term = written(tree.term)
    match tree:
        case Comparison():
            return f"{term} {tree.operator.value} {literal(tree.value)}"
        case OneOf():
            return f"{term} in {{{', '.join(literal(value) for value in tree.values)}}}"
        case Known():
            return f"{term} is {'missing' if tree.negated else 'known'}"
        case Within():
            return f"{term} within {tree.amount} {tree.span.value} of {written(tree.start)}"


def _where(where: "Condition | None") -> str:
    return "" if where is None else f" where {written(where)}"


def _within_brackets(part: Condition, *looser: type) -> str:
    text = written(part)
    return f"({text})" if isinstance(part, looser) else text


def literal(value: Literal) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case Decimal():
            return format(value, "f")
        case date():
            return value.isoformat()
        case _:
            return value if _is_plain(value) else f"'{value}'"


def _is_plain(word: str) -> bool:
    """Whether the parser would take the word, unquoted, for a code."""
    found = PATTERN.fullmatch(word)
    is_word = found is not None and found.lastgroup == Kind.WORD.value
    return is_word and word not in RESERVED and word == word.strip()
