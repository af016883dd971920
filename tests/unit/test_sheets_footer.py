"""The footer of a Parquet file, read by hand, says what Polars says."""

import io
from datetime import time

import polars as pl
import pytest

from stegvis.core.files.isolated.parquet_footer import footer_of
from stegvis.core.files.isolated.problems import Problem, Unfit
from stegvis.core.files.isolated.thrift import Reader


def parquet(frame, **options):
    file = io.BytesIO()
    frame.write_parquet(file, **options)
    return file


def test_footer_counts_columns_and_rows_over_row_groups():
    frame = pl.DataFrame({"kod": [f"P{n}" for n in range(1_000)], "värde": range(1_000)})

    footer = footer_of(parquet(frame, row_group_size=100))

    assert (footer.names, footer.rows, footer.cells) == (("kod", "värde"), 1_000, 2_002)


@pytest.mark.parametrize("values", [[{"a": 1}], [[1]], [b"bytes"], [time(8, 30)]])
def test_footer_refuses_what_is_no_plain_cell(values):
    frame = pl.DataFrame({"kod": ["P1"], "x": values, "y": [1]})

    with pytest.raises(Unfit) as unfit:
        footer_of(parquet(frame))

    assert unfit.value.problems == (Problem("column_type", column=2, read="x"),)


@pytest.mark.parametrize(
    "content",
    [b"", b"PAR1", b"PAR1\xff\xff\x0f\x00PAR1", b"PAR1\x00\x01\x00\x00\x00PAR1", b"x" * 40],
)
def test_footer_of_a_cut_file_is_damage(content):
    with pytest.raises(Unfit) as unfit:
        footer_of(io.BytesIO(content))

    assert unfit.value.problems == (Problem("damaged_parquet"),)


def test_footer_that_is_encrypted_is_told_apart():
    with pytest.raises(Unfit) as unfit:
        footer_of(io.BytesIO(b"PARE" + bytes(8) + b"PARE"))

    assert unfit.value.problems == (Problem("password"),)


@pytest.mark.parametrize(
    ("data", "fields"),
    [
        (b"\x00", {}),
        (b"\x15\x03\x00", {1: -2}),
        (b"\x11\x12\x00", {1: True, 2: False}),
        (b"\x28\x02ab\x17" + b"\x00" * 6 + b"\xf0\x3f\x00", {2: b"ab", 3: 1.0}),
        (b"\x05\x64\x02\x00", {50: 1}),
        (b"\x1c\x15\x02\x00\x19\x25\x02\x04\x00", {1: {1: 1}, 2: [1, 2]}),
    ],
)
def test_thrift_reads_each_kind_of_value(data, fields):
    assert Reader(data).struct() == fields
