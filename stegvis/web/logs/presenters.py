"""Rows of the log, checks and alarms in words for a unit head."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils import timezone

from stegvis.core.values.formatting import day
from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.privacy import ABOUT_NAMES, About
from stegvis.core.values.sightings import ACTION_NAMES
from stegvis.organisations.queries.names import user_names
from stegvis.participants.queries.log_reviews import ShownRow
from stegvis.participants.values.log_reviews import VERDICT_NAMES, Redrawn, Verdict
from stegvis.participants.values.log_risks import ALARMING, RANDOM, RULES, Limits, Risk
from stegvis.web.mine.looked import why_of

WRITTEN = "%Y-%m-%d %H:%M"


@dataclass(frozen=True)
class LogLine:
    """A row in words. `judgement` is what stands of it so far."""

    number: int
    at: str
    who: str
    whom: str
    what: str
    classes: str
    because: str
    drawn: str
    judgement: Any

    def as_row(self) -> tuple[str, ...]:
        verdict = _(VERDICT_NAMES[Verdict(self.judgement.verdict)]) if self.judgement else "–"
        note = self.judgement.note if self.judgement else ""
        said = f"{verdict}. {note}" if note else verdict
        return self.at, self.who, self.whom, self.what, self.drawn, said


def log_lines(rows: Iterable[ShownRow]) -> list[LogLine]:
    """Names of staff in one query. What is closed is never named, whoever looks."""
    listed = list(rows)
    names = user_names(one.row.user for one in listed if one.row)
    return [_line(one, names) for one in listed]


def drawn_words(why: Iterable[str]) -> str:
    return ", ".join(_("Slump") if one == RANDOM else _(RULES[Risk(one)].name) for one in why)


def risk_name(code: str) -> str:
    return _(RULES[Risk(code)].name)


def review_state(review: Any) -> str:
    protocol = getattr(review, "protocol", None)
    if protocol is None:
        return _("Påbörjad")
    said = _("Underskriven {day} av {name}")
    return said.format(
        day=day(timezone.localdate(protocol.signed_at)), name=protocol.signed_by.name
    )


def redrawn_words(found: Redrawn) -> list[str]:
    """Whether the sample was drawn as it says."""
    same = ngettext(
        "Samma rad dras på måfå nu som då.",
        "Samma {n} rader dras på måfå nu som då.",
        found.at_random,
    ).format(n=found.at_random)
    other = _(
        "Det dras inte samma rader på måfå nu som då. Det är väntat om rader har gallrats ur loggen"
        " sedan dess. Annars: be administratören att se efter om loggen är hel."
    )
    said = [same if found.is_same else other]
    if found.risky:
        sentence = _(
            "Av {n} rader som stack ut gör {again} det nu också. Reglerna jämför med hur det är i"
            " dag, till exempel vem som har ärendet, så det kan ändras."
        )
        said.append(sentence.format(n=found.risky, again=found.risky_again))
    return said


def period(review: Any) -> str:
    return _("{first} till {last}").format(first=day(review.first), last=day(review.last))


def facts_of(review: Any) -> list[tuple[str, str]]:
    """What the protocol says beside its rows."""
    numbers = dict(review.numbers)
    rows, own = numbers.pop("rows", 0), numbers.pop("own", 0)
    return [
        (_("Enhet"), f"{review.unit.name}, {review.agency.name}"),
        (_("Period"), period(review)),
        (_("Påbörjad"), f"{_moment(review.opened_at)}, {review.opened_by.name}"),
        (_("Rader i loggen"), str(rows)),
        (_("Granskarens egna rader, inte med"), str(own)),
        *((risk_name(code), str(number)) for code, number in numbers.items()),
        (_("Frö för slumpen"), review.seed),
        (_("Till och med rad"), str(review.until)),
    ]


def limit_rows(limits: Limits) -> list[tuple[str, str]]:
    said = _("fler än {n} inom {minutes} minuter")
    hours = _("{opens}–{closes}, måndag till fredag")
    return [
        (_("Slumpmässigt urval"), _("{n} rader").format(n=limits.sample_size)),
        (_("Arbetstid"), hours.format(opens=limits.opens, closes=limits.closes)),
        *(
            (_(rule.name), said.format(n=limits.of(rule), minutes=rule.minutes))
            for rule in ALARMING
        ),
    ]


def _line(one: ShownRow, names: dict[UUID, str]) -> LogLine:
    row, drawn = one.row, drawn_words(one.why)
    if row is None:
        gone = _("Raden är gallrad ur loggen")
        return LogLine(one.number, "", "", "", gone, "", "", drawn, one.judgement)
    return LogLine(
        number=one.number,
        at=_moment(row.at),
        who=names.get(row.user, _("Okänt konto")) if row.user else "",
        whom=one.name or _("Person {code}").format(code=one.reference),
        what=_(ACTION_NAMES[row.action]),
        classes=", ".join(_(ABOUT_NAMES[x]) for x in row.about if x is not About.CLOSED),
        because=why_of(row.purpose, row.grounds),
        drawn=drawn,
        judgement=one.judgement,
    )


def _moment(at: Any) -> str:
    return timezone.localtime(at).strftime(WRITTEN)
