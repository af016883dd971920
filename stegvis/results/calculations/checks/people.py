"""One person: one gender, a likely age, and one enrolment at a time in the same programme."""

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.results.calculations.checks.subject import Complaint, Subject
from stegvis.results.values.reading import INDEX, Finding

OLDEST = 100  # years; nobody older has been enrolled, so it is a slip of the pen (OWN:checks)
WORKING_AGES = (16, 64)  # Source: FINSAM-UPPSALA:samverkansstod
FOREVER = 10**6  # a day number beyond every date: an enrolment that has not ended


def check_birth_year(subject: Subject) -> list[Finding]:
    rows = _enrolled_persons(subject)
    if rows is None:
        return []
    impossible = rows.filter((pl.col("age") < 0) | (pl.col("age") > OLDEST))
    youngest, oldest = WORKING_AGES
    odd = rows.filter(
        pl.col("age").is_between(0, OLDEST), ~pl.col("age").is_between(youngest, oldest)
    )
    what = _("Födelseåret stämmer inte med inskrivningen {enrolled_on}.")
    doubtful = _("Åldern vid inskrivningen är {age} år; raden räknas. Stämmer födelseåret?")
    fault = Complaint("persons", "birth_year", what, _("ett födelseår före inskrivningen"))
    warning = Complaint("persons", "birth_year", doubtful, is_fault=False)
    return fault.of(impossible) + warning.of(odd)


def _enrolled_persons(subject: Subject) -> pl.DataFrame | None:
    """Persons with the day of their first enrolment and their age in that year."""
    persons, enrolments = subject.frame("persons"), subject.frame("enrolments")
    if persons is None or enrolments is None:
        return None
    first = enrolments.group_by("person").agg(pl.col("enrolled_on").min())
    year = pl.col("enrolled_on").cast(pl.Date).dt.year()
    return persons.join(first, on="person", maintain_order="left").with_columns(
        (year - pl.col("birth_year")).alias("age")
    )


def check_overlaps(subject: Subject) -> list[Finding]:
    """The later of two enrolments that overlap is at fault; the day of exit may be shared."""
    enrolments = subject.frame("enrolments")
    if enrolments is None:
        return []
    rows = enrolments.filter(pl.col("person").is_not_null(), pl.col("enrolled_on").is_not_null())
    same = ["person", "programme"]
    earlier = pl.col("exited_on").fill_null(FOREVER).cum_max().shift(1).over(same)
    placed = (
        rows.join(_exit_days(subject), on="enrolment", how="left", maintain_order="left")
        .sort(*same, "enrolled_on", INDEX)
        .with_columns(earlier.alias("ended_on"))
        .filter(pl.col("enrolled_on") < pl.col("ended_on"))
        .sort(INDEX)
    )
    what = _("Personen är redan inskriven i samma insats.")
    still_open = Complaint("enrolments", "enrolled_on", what, _("att den tidigare avslutats"))
    ended = Complaint("enrolments", "enrolled_on", what, _("{ended_on} eller senare"))
    is_open = pl.col("ended_on") == FOREVER
    return still_open.of(placed.filter(is_open)) + ended.of(placed.filter(~is_open))


def _exit_days(subject: Subject) -> pl.DataFrame:
    exits = subject.frame("exits")
    if exits is None:
        return pl.DataFrame(schema={"enrolment": pl.String, "exited_on": pl.Int32})
    return exits.group_by("enrolment").agg(pl.col("exited_on").min())


def check_gender_agrees(subject: Subject) -> list[Finding]:
    """The same person is not of one gender among persons and of another elsewhere."""
    persons = subject.frame("persons")
    if persons is None:
        return []
    genders = persons.select("person", pl.col("gender").alias("known_gender")).unique("person")
    interests, answers = subject.frame("interests"), _answers_with_person(subject)
    what = _("Könet är ett annat än i Personer.")
    findings = []
    for table, rows in (("interests", interests), ("survey_answers", answers)):
        if rows is not None:
            beside = rows.join(genders, on="person", maintain_order="left")
            differing = beside.filter(pl.col("gender") != pl.col("known_gender"))
            findings += Complaint(table, "gender", what, "{known_gender}").of(differing)
    return findings


def _answers_with_person(subject: Subject) -> pl.DataFrame | None:
    answers, enrolments = subject.frame("survey_answers"), subject.frame("enrolments")
    if answers is None or enrolments is None:
        return None
    persons = enrolments.select("enrolment", "person").unique("enrolment")
    return answers.join(persons, on="enrolment", maintain_order="left")
