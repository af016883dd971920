"""Numbers of persons: what is read, and the sentence for each thing that can be wrong.

All are of the range for tests, or belong to nobody because they are wrong.
"""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stegvis.core.values.refusals import Refused
from stegvis.participants.values.numbers import Number, read_number
from stegvis.participants.values.persons import Gender, NumberKind

ON = date(2026, 5, 31)


def checked(first):
    """Eleven digits and the sum of the last ten; Luhn, as the tax agency describes it."""
    total = 0
    for place, digit in enumerate(first[2:]):
        product = int(digit) * (2 - place % 2)
        total += product // 10 + product % 10
    return f"{first}{-total % 10}"


def said_of(written):
    with pytest.raises(Refused) as refused:
        read_number(written, on=ON)
    return refused.value.sentence


@pytest.mark.parametrize(
    "written",
    [
        checked("20000101980"),
        checked("20000101980")[2:],
        f" {checked('20000101980')[:8]}-{checked('20000101980')[8:]} ",
        f"{checked('20000101980')[2:8]}–{checked('20000101980')[8:]}",
    ],
)
def test_number_is_read_however_it_is_written(written):
    found = read_number(written, on=ON)

    assert found == Number(checked("20000101980"), NumberKind.PERSONAL)
    assert str(found) == f"20000101-{checked('20000101980')[8:]}"


def test_coordination_number_has_sixty_more_in_its_day():
    found = read_number(checked("19900791980"), on=ON)

    assert (found.kind, found.birth_year) == (NumberKind.COORDINATION, 1990)


@pytest.mark.parametrize(("serial", "gender"), [("980", Gender.WOMAN), ("981", Gender.MAN)])
def test_gender_is_that_of_the_last_digit_but_one(serial, gender):
    assert read_number(checked(f"20000101{serial}"), on=ON).gender is gender


@pytest.mark.parametrize(
    ("written", "century"),
    [("260531", 2026), ("260601", 1926), ("250101", 2025), ("270101", 1927), ("260591", 2026)],
)
def test_ten_digits_are_of_the_latest_century_in_which_the_day_has_been(written, century):
    short = checked(f"{century // 100}{written}980")[2:]

    assert read_number(short, on=ON).birth_year == century


def test_plus_sign_is_a_century_before():
    short = checked("19200101980")[2:]

    assert read_number(f"{short[:6]}+{short[6:]}", on=ON).birth_year == 1920


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("", "Skriv bara siffror och bindestreck, till exempel ÅÅÅÅMMDD-NNNN."),
        ("20000101-TF10", "Skriv bara siffror och bindestreck, till exempel ÅÅÅÅMMDD-NNNN."),
        ("٢٠٠٠٠١٠١٩٨٠٩", "Skriv bara siffror och bindestreck, till exempel ÅÅÅÅMMDD-NNNN."),
        ("20000101980", "Numret ska ha tio eller tolv siffror, men det har 11."),
        ("556036-0793", "Det är ett organisationsnummer. Skriv personens eget nummer."),
        ("165560360793", "Det är ett organisationsnummer. Skriv personens eget nummer."),
        (
            checked("20010229980"),
            "Dagen finns inte: månad 2, dag 29 år 2001. Läs numret en gång till.",
        ),
        (
            checked("20001301980"),
            "Dagen finns inte: månad 13, dag 1 år 2000. Läs numret en gång till.",
        ),
        (checked("20260601980"), "Födelsedagen har inte varit än. Läs numret en gång till."),
        (checked("18900101980"), "Året 1890 är för länge sedan. Läs numret en gång till."),
        (checked("20000101000"), "De tre siffrorna efter datumet kan inte vara 000."),
        (
            "200001019800",
            "Sista siffran stämmer inte med de andra. Läs numret en gång till.",
        ),
    ],
)
def test_what_is_wrong_is_said(written, said):
    assert said_of(written) == said


@given(st.dates(date(1930, 1, 1), ON), st.integers(980, 999), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_is_never_read_as_the_number(born, serial, place, more):
    right = checked(f"{born:%Y%m%d}{serial}")
    wrong = f"{right[:place]}{(int(right[place]) + more) % 10}{right[place + 1 :]}"
    try:
        found = read_number(wrong, on=ON).digits
    except Refused:
        found = ""

    assert read_number(right, on=ON).digits == right
    assert found == "" or place < 2  # the century has no part in the sum
    assert found != right


@pytest.mark.parametrize(("serial", "is_test"), [("980", True), ("999", True), ("979", False)])
def test_numbers_for_tests_are_known(serial, is_test):
    assert Number(f"20000101{serial}0", NumberKind.PERSONAL).is_for_tests is is_test
