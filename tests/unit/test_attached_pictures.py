"""Pictures keep their points and how they are turned, and tell nothing else."""

import pytest

from stegvis.core.files.isolated.attachments.cleaned import METADATA, TRAILING
from stegvis.core.files.isolated.attachments.jpeg import PLAIN_JFIF, cleaned_jpeg
from stegvis.core.files.isolated.attachments.orientation import orientation_of, orientation_segment
from stegvis.core.files.isolated.attachments.png import cleaned_png
from stegvis.core.files.isolated.problems import Unfit
from tests import hostile_attachments as made

JFIF = (0xE0, PLAIN_JFIF)


def test_plain_jpeg_is_kept_to_the_last_bit():
    whole = made.jpeg(JFIF)

    assert (cleaned_jpeg(whole).content, cleaned_jpeg(whole).removed) == (whole, frozenset())


def test_jpeg_keeps_only_how_it_is_turned():
    cleaned = cleaned_jpeg(made.jpeg(JFIF, made.camera_notes(orientation=6)))

    assert cleaned.content == made.jpeg(JFIF, (0xE1, orientation_segment(6)))
    assert cleaned.removed == {METADATA}


def test_jpeg_inside_a_page_is_not_turned():
    cleaned = cleaned_jpeg(made.jpeg(made.camera_notes(orientation=6)), turns=False)

    assert cleaned.content == made.jpeg()


def test_jpeg_with_more_after_its_end_is_cut():
    cleaned = cleaned_jpeg(made.jpeg(after=b"<html>"))

    assert (cleaned.content, cleaned.removed) == (made.jpeg(), {TRAILING})


def test_jpeg_with_stuffed_zeros_and_restarts_is_one_picture():
    whole = made.jpeg(data=b"\x12\xff\0\x34\xff\xd0\x56")

    assert cleaned_jpeg(whole).content == whole


@pytest.mark.parametrize("value", [0, 1, 9, 65_535])
def test_orientation_out_of_range_is_none(value):
    assert orientation_of(made.camera_notes(orientation=value)[1]) == 0


@pytest.mark.parametrize("cut", range(0, 60, 7))
def test_orientation_cut_short_is_none(cut):
    assert orientation_of(made.camera_notes()[1][:cut]) in {0, 6}


def test_orientation_written_is_read():
    assert [orientation_of(orientation_segment(turned)) for turned in range(2, 9)] == [*range(2, 9)]


def test_plain_png_is_kept_to_the_last_bit():
    assert cleaned_png(made.png()).content == made.png()


def test_png_loses_its_texts():
    cleaned = cleaned_png(made.png((b"tEXt", b"Author\0Anna"), (b"eXIf", b"II*\0")))

    assert (cleaned.content, cleaned.removed) == (made.png(), {METADATA})


@pytest.mark.parametrize("length", range(2, 60, 3))
@pytest.mark.parametrize(
    ("clean", "whole"), [(cleaned_jpeg, made.jpeg()), (cleaned_png, made.png())]
)
def test_cut_picture_is_damaged(clean, whole, length):
    with pytest.raises(Unfit) as unfit:
        clean(whole[:length])

    assert unfit.value.problems[0].kind == "damaged"
