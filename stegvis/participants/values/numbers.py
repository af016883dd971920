"""Personal and co-ordination numbers: read, checked, and said in one way.

Source: SFS-1991-481:18 § for what a number is made of; a co-ordination number adds 60 to its day.
"""

from dataclasses import dataclass
from datetime import date

from personnummer import personnummer

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.participants.values.persons import Gender, NumberKind

SHORT, LONG = 10, 12  # digits
ADDED_TO_DAY = 60  # of a co-ordination number
OF_COMPANIES = 20  # the lowest that stands in the place of the month
OLDEST = 120  # years; nobody has been older, so the year is mistyped
CENTURY = 100
SEPARATORS = str.maketrans("", "", " -+\u2010\u2011\u2012\u2013\u2212\u00a0")
TESTED = range(980, 1000)
"""Birth numbers that are used for tests. Source: OWN; that nobody is given one is not established,
as SKV-NUMBER says that all from 001 to 999 may be given. Whoever runs it can take them.
"""


@dataclass(frozen=True)
class Number:
    """`digits` are twelve, with the century: so the same number is always written alike."""

    digits: str
    kind: NumberKind

    @property
    def birth_year(self) -> int:
        return int(self.digits[:4])

    @property
    def gender(self) -> Gender:
        return Gender.MAN if int(self.digits[10]) % 2 else Gender.WOMAN

    @property
    def is_for_tests(self) -> bool:
        return self.kind is NumberKind.PERSONAL and int(self.digits[8:11]) in TESTED

    def __str__(self) -> str:
        return f"{self.digits[:8]}-{self.digits[8:]}"


def read_number(written: str, *, on: date) -> Number:
    """Ten or twelve digits, with or without a hyphen; `on` tells the century of ten."""
    digits = written.translate(SEPARATORS)
    _check_digits(digits)
    whole = digits if len(digits) == LONG else f"{_century(digits, on, '+' in written)}{digits}"
    _check_date(whole, on)
    _check_sum(whole)
    day = int(whole[6:8])
    return Number(whole, NumberKind.COORDINATION if day > ADDED_TO_DAY else NumberKind.PERSONAL)


def _check_digits(digits: str) -> None:
    if not (digits.isascii() and digits.isdecimal()):
        raise Refused(_("Skriv bara siffror och bindestreck, till exempel ÅÅÅÅMMDD-NNNN."))
    if len(digits) not in {SHORT, LONG}:
        raise Refused(
            _("Numret ska ha tio eller tolv siffror, men det har {n}.").format(n=len(digits))
        )
    if int(digits[-8:-6]) >= OF_COMPANIES:
        raise Refused(_("Det är ett organisationsnummer. Skriv personens eget nummer."))


def _century(digits: str, on: date, is_over_hundred: bool) -> int:  # noqa: FBT001 - as the sign says
    """The latest in which the day has been; one before that after a plus sign."""
    this = on.year // CENTURY
    day = int(digits[4:6])
    born = (int(digits[:2]), int(digits[2:4]), day - ADDED_TO_DAY if day > ADDED_TO_DAY else day)
    latest = this if born <= (on.year % CENTURY, on.month, on.day) else this - 1
    return latest - 1 if is_over_hundred else latest


def _check_date(whole: str, on: date) -> None:
    year, month, day = int(whole[:4]), int(whole[4:6]), int(whole[6:8])
    day = day - ADDED_TO_DAY if day > ADDED_TO_DAY else day
    try:
        born = date(year, month, day)
    except ValueError:
        said = _("Dagen finns inte: månad {month}, dag {day} år {year}. Läs numret en gång till.")
        raise Refused(said.format(month=month, day=day, year=year)) from None
    if born > on:
        raise Refused(_("Födelsedagen har inte varit än. Läs numret en gång till."))
    if year < on.year - OLDEST:
        raise Refused(
            _("Året {year} är för länge sedan. Läs numret en gång till.").format(year=year)
        )


def _check_sum(whole: str) -> None:
    if whole[8:11] == "000":
        raise Refused(_("De tre siffrorna efter datumet kan inte vara 000."))
    if not personnummer.valid(whole):
        raise Refused(_("Sista siffran stämmer inte med de andra. Läs numret en gång till."))
