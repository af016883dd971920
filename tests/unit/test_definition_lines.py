"""The line of every key, in all the ways that TOML can be written."""

import tomllib

import pytest

from stegvis.programmes.files.line_numbers import line_numbers, line_of

TEXT = '''# a comment with = and [
a."b.c".d = 1
"x y" = {q = [1, [2, {z = """a
]"""}]], r = \'\'\'}\'\'\'}
[t."u.v"]
k = 2 # ] }

[[rows]]
[[rows.inner]]
c = 1
[[rows.inner]]
c = "\\"]"
[rows.inner.deep]
day = 1979-05-27 07:32:00
[[rows]]
list = [
  {e = 1},  # }
  {e = 2},
]
'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a", "b.c", "d"), 2),
        (("x y",), 3),
        (("x y", "q"), 3),
        (("x y", "r"), 4),
        (("t", "u.v"), 5),
        (("t", "u.v", "k"), 6),
        (("rows", 0), 8),
        (("rows", 0, "inner", 0, "c"), 10),
        (("rows", 0, "inner", 1, "c"), 12),
        (("rows", 0, "inner", 1, "deep", "day"), 14),
        (("rows", 1), 15),
        (("rows", 1, "list", 1, "e"), 18),
    ],
)
def test_key_stands_on_its_line(path, line):
    assert line_numbers(TEXT)[path] == line


def test_text_of_the_test_is_toml():
    assert tomllib.loads(TEXT)["rows"][1]["list"] == [{"e": 1}, {"e": 2}]


def test_key_that_is_missing_is_looked_for_in_the_table_around_it():
    lines = line_numbers(TEXT)

    assert line_of(("rows", 0, "inner", 0, "missing"), lines) == 9
    assert line_of(("missing",), lines) is None


def test_windows_line_endings_count_once():
    assert line_numbers("a = 1\r\nb = 2\r\n") == {("a",): 1, ("b",): 2}
