"""Values within what they are measured on: instruments, surveys, shares and counts."""

import polars as pl

from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_number
from stegvis.programmes.values.definition import Instrument, Survey
from stegvis.results.calculations.checks.subject import Complaint, Subject, literal
from stegvis.results.calculations.reading.words import listed
from stegvis.results.values.reading import Finding

WHOLE = 100  # per cent


def check_scores(subject: Subject) -> list[Finding]:
    rows = subject.frame("measurements")
    if rows is None:
        return []
    return [
        finding
        for instrument in subject.definition.instruments
        for finding in _outside_scale(
            instrument, rows.filter(pl.col("instrument") == instrument.code)
        )
    ]


def _outside_scale(instrument: Instrument, rows: pl.DataFrame) -> list[Finding]:
    low, high = instrument.lowest, instrument.highest
    below = pl.lit(value=False) if low is None else pl.col("score") < low
    above = pl.lit(value=False) if high is None else pl.col("score") > high
    what = _("Värdet ligger utanför skalan i {name}.").format(name=literal(instrument.name))
    expected = _("från {low} till {high}").format(low=_limit(low), high=_limit(high))
    return Complaint("measurements", "score", what, expected).of(rows.filter(below | above))


def _limit(value: float | None) -> str:
    return "…" if value is None else f"{value:g}"


def check_items(subject: Subject) -> list[Finding]:
    """A question belongs to the instrument or survey that its row names."""
    findings = []
    for table, column, asked in (
        ("measurements", "instrument", subject.definition.instruments),
        ("survey_answers", "survey", subject.definition.surveys),
    ):
        rows = subject.frame(table)
        for one in asked:
            if rows is not None and one.items:
                findings += _foreign_items(table, one, rows.filter(pl.col(column) == one.code))
    return findings


def _foreign_items(table: str, asked: Instrument | Survey, rows: pl.DataFrame) -> list[Finding]:
    foreign = rows.filter(~pl.col("item").is_in([item.code for item in asked.items]))
    what = _("Frågan hör inte till {name}.").format(name=literal(asked.name))
    expected = literal(listed(item.name for item in asked.items))
    return Complaint(table, "item", what, expected).of(foreign)


def check_instrument_in_use(subject: Subject) -> list[Finding]:
    rows = subject.frame("measurements")
    if rows is None:
        return []
    findings = []
    for instrument in subject.definition.instruments:
        first, last = instrument.used.first, instrument.used.last
        measured = pl.col("measured_on")
        before = measured < day_number(first) if first else pl.lit(value=False)
        after = measured > day_number(last) if last else pl.lit(value=False)
        astray = rows.filter((pl.col("instrument") == instrument.code) & (before | after))
        sentence = _("{name} användes inte då ({first} – {last}); raden räknas. Stämmer det?")
        what = sentence.format(name=literal(instrument.name), first=first or "…", last=last or "…")
        findings += Complaint("measurements", "measured_on", what, is_fault=False).of(astray)
    return findings


def check_counts(subject: Subject) -> list[Finding]:
    findings = []
    for table in ("volumes", "opening_balances"):
        rows = subject.frame(table)
        if rows is not None:
            negative = Complaint(table, "low", _("Antalet är negativt."), _("0 eller mer"))
            findings += negative.of(rows.filter(pl.col("low") < 0))
            turned = Complaint(
                table,
                "high",
                _("Det högsta antalet är mindre än det minsta."),
                _("{low} eller mer"),
            )
            findings += turned.of(rows.filter(pl.col("high") < pl.col("low")))
    situations = subject.frame("situations")
    if situations is not None:
        outside = situations.filter(~pl.col("extent_percent").is_between(0, WHOLE))
        what = _("Omfattningen är ingen del av en heltid.")
        findings += Complaint("situations", "extent_percent", what, _("0 till 100")).of(outside)
    return findings
