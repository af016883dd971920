"""Who the participants are: persons, enrolments, ages, municipalities, education, sources."""

import narwhals as nw

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.facts import Unit
from stegvis.results.calculations.evaluation.frames import Frames
from stegvis.results.calculations.evaluation.populations import one_per_person
from stegvis.results.calculations.evaluation.rows import Rows
from stegvis.results.calculations.evaluation.standard.making import (
    by_gender,
    distribution,
    enrolled_words,
    made,
)
from stegvis.results.values.figures import Figure

AGE_BANDS = ((0, 15), (16, 19), (20, 24), (25, 29), (30, 39), (40, 49), (50, 59), (60, 120))
"""Years at enrolment; 16–29 is split where the programmes' own rules are (H:features G, U3)."""


def people(frames: Frames) -> list[Figure]:
    if not frames.has("enrolments"):
        return []
    first = one_per_person(frames.journeys, latest=False)
    return [
        _persons(frames, first),
        _enrolments(frames),
        distribution(
            frames,
            "ages",
            _("Ålder vid första inskrivningen"),
            first.with_columns(age_band=age_band()),
            "age_band",
            **_of_enrolled(),
        ),
        *(
            distribution(frames, figure_id, title, first, column, **_of_enrolled())
            for figure_id, title, column in (
                ("municipalities", _("Kommun"), "municipality"),
                ("education", _("Utbildning vid start"), "education"),
                ("referral-sources", _("Kom till insatsen genom"), "referral_source"),
            )
        ),
    ]


def _of_enrolled() -> dict[str, str]:
    return {"population": "enrolled", "population_name": enrolled_words()}


def _persons(frames: Frames, first: Rows) -> Figure:
    groups = by_gender(first)
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
    groups = by_gender(frames.journeys)
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


def age_band() -> nw.Expr:
    """`16–19` and so on; unknown where the year of birth is."""
    age = nw.col("age")
    band = nw.lit(None).cast(nw.String())
    for lowest, highest in AGE_BANDS:
        inside = (age >= lowest) & (age <= highest)
        band = nw.when(inside).then(nw.lit(f"{lowest}–{highest}")).otherwise(band)
    return band
