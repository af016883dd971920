"""Journeys recorded on screen, laid flat as the same tables that a file brings."""

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

import polars as pl

from stegvis.core.calculations.blind_index import blind_index
from stegvis.core.values.language import gettext as _
from stegvis.core.values.periods import day_number
from stegvis.participants.values.consents import Purpose
from stegvis.participants.values.counting import Counted
from stegvis.participants.values.persons import Gender
from stegvis.programmes.values.code_lists import CodeList
from stegvis.programmes.values.facts import TABLE_OF
from stegvis.results.calculations.reading.conversion import TYPE_OF
from stegvis.results.values.fact_set import FactSet
from stegvis.results.values.recorded import PEOPLE, Nameless, Row

KEY_BYTES = 16  # of a pseudonym: 128 bits, as of any secret name
OTHER_MUNICIPALITY = "other_municipality"

PURPOSES = {
    Purpose.TEAM: "sharing",
    Purpose.STATISTICS: "statistics",
    Purpose.FORWARD: "forwarding",
}
"""Codes of the shared list; data to others person by person is no purpose of a programme's."""

Value = str | int | bool | None
Written = dict[str, Value]


@dataclass(frozen=True)
class Subject:
    """What rows are laid flat for: a programme with its parts, and the key of its pseudonyms.

    `slugs` are the codes of the programmes by their keys; `municipalities` what may be said.
    """

    programme: str
    slugs: Mapping[UUID, str]
    municipalities: CodeList
    key: str
    today: date


def recorded_facts(found: Nameless, subject: Subject) -> FactSet:
    """The eight tables of people, whether anybody is in them or not."""
    rows = _Laid(found, subject).tables
    text = json.dumps(rows, sort_keys=True)
    return FactSet(
        programme=subject.programme,
        tables={name: _frame(name, rows[name]) for name in PEOPLE},
        extracted_on=subject.today,
        source=_("Registrerat i Stegvis"),
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )


@dataclass(frozen=True)
class _Laid:
    found: Nameless
    subject: Subject

    @cached_property
    def tables(self) -> dict[str, list[Written]]:
        made: dict[str, Callable[[], Iterable[Written]]] = {
            "persons": self._persons,
            "enrolments": self._enrolments,
            "anonymous": self._anonymous,
            "exits": self._exits,
            "destinations": self._destinations,
            "situations": self._situations,
            "plans": self._plans,
            "consents": self._consents,
        }
        return {name: sorted(made[name](), key=_in_order) for name in PEOPLE}

    @cached_property
    def _whole(self) -> list[Row]:
        """Enrolments of those of whom everything is counted."""
        return [row for row in self.found.enrolments if self._is_whole(row["person_id"])]

    @cached_property
    def _known(self) -> set[UUID]:
        return {row["id"] for row in self._whole}

    def _is_whole(self, person: UUID) -> bool:
        found = self.found.persons.get(person)
        return found is not None and found["counted"] is Counted.FULL

    def _pseudonym(self, kind: str, key: UUID) -> str:
        """Of this programme only: the same person is another in the next."""
        named = f"{self.subject.programme}:{kind}:{key}"
        return blind_index(named, self.subject.key)[:KEY_BYTES].hex()

    def _person(self, of: UUID) -> str:
        return self._pseudonym("person", self.found.persons[of]["id"])

    def _enrolment(self, key: UUID) -> str:
        return self._pseudonym("enrolment", key)

    def _persons(self) -> Iterable[Written]:
        told: dict[str, Written] = {}
        for row in self._whole:
            known = self.found.persons[row["person_id"]]
            one = told.setdefault(self._person(row["person_id"]), self._described(known))
            one["education"] = one["education"] or row["education"] or None
        return [{"person": key, **one} for key, one in told.items()]

    def _described(self, known: Row) -> Written:
        return {
            "gender": _gender(known),
            "birth_year": known["birth_year"],
            "municipality": _municipality(known["municipality"], self.subject.municipalities),
            "education": None,
        }

    def _enrolments(self) -> Iterable[Written]:
        for row in self._whole:
            yield {
                "enrolment": self._enrolment(row["id"]),
                "person": self._person(row["person_id"]),
                "programme": self.subject.slugs[row["programme_id"]],
                "enrolled_on": _day(row["enrolled_on"]),
                "referral_source": row["referral_source"] or None,
            }

    def _anonymous(self) -> Iterable[Written]:
        """Each person once in each programme, in the year that they first came."""
        first: dict[tuple[UUID, UUID], tuple[int, str | None]] = {}
        for row in self.found.enrolments:
            person = self.found.persons.get(row["person_id"])
            if person is not None and not self._is_whole(row["person_id"]):
                came = row["enrolled_on"].year, _gender(person)
                first.setdefault((row["programme_id"], person["id"]), came)
        many = Counter((programme, *told) for (programme, _one), told in first.items())
        for (programme, year, gender), number in many.items():
            slug = self.subject.slugs[programme]
            yield {"programme": slug, "year": year, "gender": gender, "number": number}

    def _exits(self) -> Iterable[Written]:
        for row in self._whole:
            if row["exited_on"]:
                yield {
                    "enrolment": self._enrolment(row["id"]),
                    "exited_on": _day(row["exited_on"]),
                    "exit_reason": row["exit_reason"] or None,
                    "completed": row["completed"],
                }

    def _destinations(self) -> Iterable[Written]:
        for row in self._whole:
            if row["destination"]:
                yield {
                    "enrolment": self._enrolment(row["id"]),
                    "moment": "exit",
                    "destination": row["destination"],
                    "known_on": _day(row["exited_on"]),
                }

    def _situations(self) -> Iterable[Written]:
        for row in self._of_known(self.found.incomes):
            yield {
                "enrolment": self._enrolment(row["enrolment_id"]),
                "moment": row["moment"],
                "income": row["income"],
                "known_on": _day(row["known_on"]),
            }

    def _plans(self) -> Iterable[Written]:
        for row in self._of_known(self.found.plans):
            yield {
                "enrolment": self._enrolment(row["enrolment_id"]),
                "plan_kind": row["plan_kind"],
                "established_on": _day(row["established_on"]),
                "accepted": row["accepted"],
            }

    def _of_known(self, rows: Iterable[Row]) -> Iterable[Row]:
        return (row for row in rows if row["enrolment_id"] in self._known)

    def _consents(self) -> Iterable[Written]:
        for row in self.found.consents:
            purpose = PURPOSES.get(row["purpose"])
            if purpose and self._is_whole(row["person_id"]):
                yield {
                    "person": self._person(row["person_id"]),
                    "consent_purpose": purpose,
                    "given_on": _day(row["starts_on"]),
                    "valid_to_on": _day(row["valid_to_on"]),
                    "withdrawn_on": _day(row["withdrawn_on"]),
                }


def _municipality(written: str, known: CodeList) -> str | None:
    """A code of the programme's own list: what somebody wrote never becomes a fact."""
    sought = written.strip().casefold()
    if not sought:
        return None
    for entry in known.codes:
        if sought in {one.casefold() for one in (entry.code, entry.name, *entry.also)}:
            return entry.code
    return OTHER_MUNICIPALITY


def _gender(known: Row) -> str | None:
    return None if known["gender"] == Gender.UNKNOWN else str(known["gender"])


def _day(day: date | None) -> int | None:
    return None if day is None else day_number(day)


def _in_order(row: Written) -> list[str]:
    return [str(value) for value in row.values()]


def _frame(name: str, rows: list[Written]) -> pl.DataFrame:
    kinds: dict[str, Any] = {one.name: TYPE_OF[one.kind] for one in TABLE_OF[name].columns}
    columns = {one: [row.get(one) for row in rows] for one in kinds}
    return pl.DataFrame(columns, schema=kinds)
