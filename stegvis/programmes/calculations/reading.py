"""What an indicator reads: its conditions and terms, and the codes they name."""

from collections.abc import Iterator
from typing import TypeAlias

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
from stegvis.programmes.values.indicators import (
    AnyIndicator,
    Conversion,
    Count,
    Share,
    TimeToEvent,
)

Node: TypeAlias = Condition | Term


def conditions_of(indicator: AnyIndicator) -> Iterator[Node]:
    """Everything that decides who is counted; exclusions and population too."""
    if indicator.population.where is not None:
        yield indicator.population.where.tree
    for reason in (*indicator.exclusions, *indicator.exceptions):
        yield reason.where.tree
    match indicator:
        case Share():
            yield indicator.numerator.tree
            yield from (part.numerator.tree for part in indicator.sub_criteria)
        case Count() if indicator.numerator is not None:
            yield indicator.numerator.tree
        case Conversion() | TimeToEvent():
            yield indicator.event.tree
            yield indicator.start.tree
    if isinstance(indicator, TimeToEvent):
        yield from (term.tree for term in indicator.competing.values())


def walk(node: Node) -> Iterator[Node]:
    """The node and everything in it, outermost first."""
    yield node
    for inner in _inside(node):
        yield from walk(inner)


def _inside(node: Node) -> tuple[Node, ...]:
    match node:
        case All(parts) | Any(parts):
            return parts
        case Not(part):
            return (part,)
        case Has() | Aggregate():
            return () if node.where is None else (node.where,)
        case Within():
            return (node.term, node.start)
        case Comparison() | OneOf() | Known():
            return (node.term,)
        case Field():
            return ()


def values_compared(tree: Node, name: str) -> Iterator[Literal]:
    """The literals that a field is compared with, anywhere in the tree."""
    for node in walk(tree):
        match node:
            case Comparison(Field(found), _operator, value) if found == name:
                yield value
            case OneOf(Field(found), values) if found == name:
                yield from values
