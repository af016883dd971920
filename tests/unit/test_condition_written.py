"""Whatever tree there is, its text is read back to the same tree."""

from hypothesis import given, settings
from hypothesis import strategies as st

from stegvis.programmes.values.condition_parser import RESERVED, parse_condition, parse_term
from stegvis.programmes.values.condition_written import written
from stegvis.programmes.values.conditions import (
    Aggregate,
    All,
    Any,
    Comparison,
    Field,
    Gather,
    Has,
    Known,
    Not,
    OneOf,
    Operator,
    Span,
    Within,
)

names = st.from_regex(r"[a-z]{1,6}(_[a-z]{1,4})?", fullmatch=True).filter(
    lambda name: name not in RESERVED
)
fields = names.map(Field)
literals = (
    st.booleans()
    | st.dates()
    | st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-999, max_value=10**6)
    | st.text(st.characters(exclude_characters="'", exclude_categories=["Cs"]), max_size=8)
)


def comparisons_of(terms):
    return (
        st.builds(Comparison, terms, st.sampled_from(Operator), literals)
        | st.builds(OneOf, terms, st.lists(literals, min_size=1, max_size=3).map(tuple))
        | st.builds(Known, terms, negated=st.booleans())
        | st.builds(Within, terms, st.integers(0, 99), st.sampled_from(Span), terms)
    )


def aggregates_of(conditions):
    where = st.none() | conditions
    days = st.sampled_from([Gather.FIRST, Gather.LATEST])
    return st.builds(Aggregate, days, names, names, where) | st.builds(
        Aggregate, st.just(Gather.COUNT), names, st.just("") | names, where
    )


def larger(conditions):
    several = st.lists(conditions, min_size=2, max_size=3).map(tuple)
    return (
        st.builds(All, several)
        | st.builds(Any, several)
        | st.builds(Not, conditions)
        | st.builds(Has, names, st.none() | conditions)
        | comparisons_of(fields | aggregates_of(conditions))
    )


conditions = st.recursive(comparisons_of(fields), larger, max_leaves=8)


@settings(max_examples=60, deadline=None)
@given(conditions)
def test_written_condition_is_read_back(tree):
    assert parse_condition(written(tree)) == tree


@settings(max_examples=60, deadline=None)
@given(fields | aggregates_of(conditions))
def test_written_term_is_read_back(tree):
    assert parse_term(written(tree)) == tree


def test_text_is_canonical():
    text = "completed   and not(age>=18 or gender in{woman})"

    assert written(parse_condition(text)) == (
        "completed = yes and not (age >= 18 or gender in {woman})"
    )
