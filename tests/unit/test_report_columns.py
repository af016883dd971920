"""How the columns of a table share the page."""

import pytest

from stegvis.reports.calculations.charts.words import text_width
from stegvis.reports.calculations.columns import (
    column_shares,
    has_single_lines,
    is_tight,
    stands_whole,
)
from stegvis.reports.values.document import Table


def table(*rows, header=("Mål", "Antal"), numeric=(1,)):
    return Table("t", header, rows, numeric)


def test_column_shares_fill_the_page():
    assert sum(column_shares(table(("Till arbete", "3")))) == pytest.approx(1)


def test_column_shares_give_what_is_left_over_to_words():
    words, numbers = column_shares(table(("Till arbete", "3")))

    assert numbers * 453 == pytest.approx(13 + 9.5 * 2.5)
    assert words == pytest.approx(1 - numbers)


def test_column_shares_of_numbers_only_are_in_proportion():
    assert column_shares(table(("1", "1"), header=("a", "a"), numeric=(0, 1))) == (0.5, 0.5)


def test_column_shares_never_break_a_word_while_there_is_room():
    long = "ord " * 200
    words, more, numbers = column_shares(
        table((long, long, "1 587 500"), header=("A", "B", "C"), numeric=(2,))
    )

    assert words == more
    assert numbers * 453 > 13 + 9.5 * 1.9


def test_column_shares_let_words_have_what_numbers_can_do_without():
    words, numbers = column_shares(
        table(("ord " * 200, "1 138 av 1 156 (98 %)"), header=("Mål", "Nu"), numeric=(1,)), 250
    )

    assert numbers * 250 == pytest.approx(13 + 0.6 * text_width("1 138 av 1 156 (98 %)", 9.5))
    assert words == pytest.approx(1 - numbers)


def test_column_shares_keep_a_short_number_on_one_line():
    _words, numbers = column_shares(table(("ord " * 200, "minst 60")), 250)

    assert numbers * 250 == pytest.approx(13 + text_width("minst 60", 9.5))


def test_is_tight_when_words_are_wider_than_the_page():
    wide = ("arbetsmarknadsverksamhet",) * 5

    assert [is_tight(table(("Mål", "1"))), is_tight(table(wide, header=wide))] == [False, True]


def test_stands_whole_while_short():
    short, long = (table(*[("rad", "1")] * rows) for rows in (14, 15))

    assert (stands_whole(short), stands_whole(long)) == (True, False)


def test_stands_whole_counts_the_lines_of_wrapped_text():
    assert not stands_whole(table(("ord " * 400, "1")))


def test_has_single_lines_while_nothing_wraps():
    tables = (table(("rad", "1"), ("", "")), table(("ord " * 99, "1")), table(("a\nb", "1")))

    assert [has_single_lines(one) for one in tables] == [True, False, False]
