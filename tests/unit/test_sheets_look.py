"""CSV bytes looked through: the delimiter, the first fault, the number of cells."""

import io

import pytest

from stegvis.core.files.isolated import limits
from stegvis.core.files.isolated.csv_look import look_through
from stegvis.core.files.isolated.problems import Problem, Unfit


def look(content, declared=None):
    return look_through(io.BytesIO(content), declared)


@pytest.mark.parametrize(
    ("heading", "delimiter"),
    [
        (b"a;b;c", ";"),
        (b"a,b,c;d", ","),
        (b"a\tb", "\t"),
        (b"a;b,c", ";"),
        (b'"a,b,c,d";e', ";"),
        (b"\n  \n a,b\n1;2;3;4", ","),
        (b"ensam", ";"),
    ],
)
def test_delimiter_is_the_one_that_divides_the_heading_row(heading, delimiter):
    assert look(heading).delimiter() == delimiter


def test_look_counts_cells_at_most():
    assert look(b"a;b\n1;2\n").cells == 5


@pytest.mark.parametrize("before", [0, 5, limits.PIECE - 1, limits.PIECE, 2 * limits.PIECE + 3])
def test_byte_that_is_no_utf_8_is_found_wherever_it_stands(before):
    content = b"\n" * before + b"\xc3\xa5\xe5;"

    with pytest.raises(Unfit) as unfit:
        look(content)

    expected = Problem("encoding", row=before + 1, read="utf-8", number=before + 3)
    assert unfit.value.problems == (expected,)


def test_byte_order_mark_goes_before_what_was_declared():
    assert look("å".encode("utf-8-sig"), "cp1252").coding == "utf-8-sig"


def test_utf_16_without_mark_shows_as_nul():
    with pytest.raises(Unfit) as unfit:
        look("a;b".encode("utf-16-le"))

    assert unfit.value.problems == (Problem("nul", row=1),)
