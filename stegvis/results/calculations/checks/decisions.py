"""Enrolments that practice may allow but somebody must have decided."""

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_number
from stegvis.results.calculations.checks.subject import Complaint, Subject
from stegvis.results.values.reading import Finding


def check_decided_period(subject: Subject) -> list[Finding]:
    rows = subject.frame("enrolments")
    if rows is None:
        return []
    definition, enrolled = subject.definition, pl.col("enrolled_on")
    findings = []
    if first := definition.first_day:
        what = _("Inskrivningen är före insatsens första beslutade dag {day}; den räknas.")
        findings += _asked(what.format(day=first), rows.filter(enrolled < day_number(first)))
    if last := definition.last_day:
        what = _("Inskrivningen är efter insatsens sista beslutade dag {day}; den räknas.")
        findings += _asked(what.format(day=last), rows.filter(enrolled > day_number(last)))
    if stop := definition.intake_stop:
        what = _("Inskrivningen är efter intagsstoppet {day}; den räknas.")
        findings += _asked(what.format(day=stop), rows.filter(enrolled > day_number(stop)))
    return findings


def _asked(what: str, rows: pl.DataFrame) -> list[Finding]:
    question = _("Skriv vem som beslutat det, när och varför.")
    sentence = f"{what} {question}"
    return Complaint("enrolments", "enrolled_on", sentence, is_fault=False, shows_value=False).of(
        rows
    )
