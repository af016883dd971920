"""Labels fit, and what does not fit is wrapped or shortened, never drawn over."""

import pytest

from stegvis.reports.calculations.charts.words import shortened, text_width, wrapped


def test_text_width_follows_the_letters():
    assert text_width("il", 10) == 5.0
    assert text_width("mM", 10) == pytest.approx(18.5)


def test_text_width_of_bold_is_wider():
    assert text_width("aa", 10, bold=True) == pytest.approx(12.6)


def test_wrapped_keeps_words_that_fit_together():
    assert wrapped("till arbete eller studier", 10, 60) == ["till arbete", "eller studier"]


def test_wrapped_cuts_a_word_wider_than_the_line():
    lines = wrapped("arbetsmarknadsverksamhet", 10, 70)

    assert lines == ["arbetsmarkn-", "adsverksam-", "het"]
    assert max(text_width(line, 10) for line in lines) <= 70


def test_wrapped_ends_in_an_ellipsis_after_the_last_line():
    assert wrapped("ett två tre fyra fem sex", 10, 40, most_lines=2) == ["ett två", "tre fyr…"]


def test_wrapped_of_nothing_is_one_empty_line():
    assert wrapped("", 10, 40) == [""]


def test_shortened_leaves_short_words_alone():
    assert shortened("Mål", 10, 40) == "Mål"
