"""Who the participants are: persons, enrolments, ages, municipalities, education, sources."""

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import Unit
from stegvis.programmes.values.indicators import Population
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.prepared import Prepared
from stegvis.results.calculations.evaluation.standard.making import (
    Crossed,
    by_gender,
    distribution,
    enrolled_words,
    made,
)
from stegvis.results.calculations.evaluation.tallies import MISSING
from stegvis.results.values.figures import Figure

AGE_BANDS = ((0, 15), (16, 19), (20, 24), (25, 29), (30, 39), (40, 49), (50, 59), (60, 120))
"""Years at enrolment; 16–29 is split where the programmes' own rules are (H:features G, U3)."""


def people(prepared: Prepared) -> list[Figure]:
    frames = prepared.frames
    if not frames.has("enrolments"):
        return []
    first = prepared.let_in(Unit.PERSON, Population(name=enrolled_words(), which="first"))
    crossed = Crossed.of(first, "municipality", "education", "referral_source", "gender")
    ages = Crossed.of(first, "age", "gender").recoded("age", "age_band", age_band)
    return [
        _persons(frames, crossed),
        _enrolments(frames),
        *(
            distribution(frames, figure_id, title, counts, column, **_of_enrolled())
            for figure_id, title, counts, column in (
                ("ages", _("Ålder vid första inskrivningen"), ages, "age_band"),
                ("municipalities", _("Kommun"), crossed, "municipality"),
                ("education", _("Utbildning vid start"), crossed, "education"),
                ("referral-sources", _("Kom till insatsen genom"), crossed, "referral_source"),
            )
        ),
    ]


def _of_enrolled() -> dict[str, str]:
    return {"population": "enrolled", "population_name": enrolled_words()}


def _persons(frames: Frames, crossed: Crossed) -> Figure:
    groups = by_gender(crossed)
    many = sum(cell.k or 0 for cell in groups.values())
    return made(
        frames,
        "persons",
        _("Personer som har deltagit"),
        Unit.PERSON,
        value=many,
        k=many,
        groups={"gender": groups},
        after_cut_off=frames.after_cut_off("enrolments"),
        **_of_enrolled(),
    )


def _enrolments(frames: Frames) -> Figure:
    groups = by_gender(Crossed.of(frames.journeys, "gender"))
    many = sum(cell.k or 0 for cell in groups.values())
    return made(
        frames,
        "enrolments",
        _("Inskrivningar"),
        Unit.ENROLMENT,
        value=many,
        k=many,
        groups={"gender": groups},
        excluded={"registered_in_error": frames.registered_in_error},
        after_cut_off=frames.after_cut_off("enrolments"),
        **_of_enrolled(),
    )


def age_band(age: str) -> str:
    """`16–19` and so on; unknown where the year of birth is."""
    years = int(age) if age else -1
    bands = (f"{low}–{high}" for low, high in AGE_BANDS if low <= years <= high)
    return next(bands, MISSING)
