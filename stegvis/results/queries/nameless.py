"""What is recorded of a programme's participants, read by the role that sees no names."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.backends.utils import CursorWrapper

from stegvis.core.actions.nameless import reading_without_names
from stegvis.participants.policies.counting import counting
from stegvis.participants.values.counting import Counted
from stegvis.programmes.models import Programme
from stegvis.results.values.recorded import Nameless, Row

ENROLMENTS = """
SELECT id, person_id, programme_id, enrolled_on, referral_source, education,
       exited_on, exit_reason, completed, destination
FROM journeys_enrolment WHERE programme_id = ANY(%(programmes)s)
ORDER BY enrolled_on, id
"""

PERSONS = """
WITH RECURSIVE kept(of, id) AS (
    SELECT DISTINCT person_id, person_id
    FROM journeys_enrolment WHERE programme_id = ANY(%(programmes)s)
  UNION
    SELECT kept.of, person.merged_into_id
    FROM kept JOIN participants_person person ON person.id = kept.id
    WHERE person.merged_into_id IS NOT NULL)
SELECT kept.of, person.id, person.birth_year, person.gender, person.municipality,
       person.protection <> 'none' AS is_protected,
       EXISTS (
         SELECT 1 FROM participants_consentrules rules
         WHERE rules.association_id = person.association_id
           AND rules.statistics_need_consent) AS needs_consent,
       EXISTS (
         SELECT 1 FROM participants_consent consent
         WHERE consent.person_id IN (kept.of, person.id) AND consent.purpose = 'statistics'
           AND consent.withdrawn_at IS NULL AND consent.starts_on <= %(on)s
           AND (consent.ends_on IS NULL OR consent.ends_on > %(on)s)) AS has_consented
FROM kept JOIN participants_person person ON person.id = kept.id
WHERE person.merged_into_id IS NULL
"""

PLANS = """
SELECT plan.enrolment_id, plan.plan_kind, plan.established_on, plan.accepted
FROM journeys_plan plan JOIN journeys_enrolment enrolment ON enrolment.id = plan.enrolment_id
WHERE enrolment.programme_id = ANY(%(programmes)s)
"""

INCOMES = """
SELECT income.enrolment_id, income.moment, income.income, income.known_on
FROM journeys_income income
JOIN journeys_enrolment enrolment ON enrolment.id = income.enrolment_id
WHERE enrolment.programme_id = ANY(%(programmes)s)
"""

CONSENTS = """
SELECT person_id, purpose, starts_on,
       CASE WHEN bool_and(ends_on IS NOT NULL) THEN max(ends_on) - 1 END AS valid_to_on,
       CASE WHEN bool_and(withdrawn_at IS NOT NULL)
            THEN (max(withdrawn_at) AT TIME ZONE 'Europe/Stockholm')::date END AS withdrawn_on
FROM participants_consent
WHERE person_id IN (
    SELECT person_id FROM journeys_enrolment WHERE programme_id = ANY(%(programmes)s))
GROUP BY person_id, purpose, starts_on
"""
"""One to several recipients on the same day is one: it holds as long as any of them does."""


def nameless(programmes: Sequence[Programme], on: date) -> Nameless:
    """Five questions as the role without names, and nothing of them is kept here."""
    asked = {"programmes": [one.pk for one in programmes], "on": on}
    with reading_without_names() as cursor:
        persons = _rows(cursor, PERSONS, asked)
        return Nameless(
            persons={row["of"]: row | {"counted": _counted(row)} for row in persons},
            enrolments=_rows(cursor, ENROLMENTS, asked),
            plans=_rows(cursor, PLANS, asked),
            incomes=_rows(cursor, INCOMES, asked),
            consents=_rows(cursor, CONSENTS, asked),
        )


def has_recorded(programmes: Sequence[UUID]) -> bool:
    """Whether anybody at all is enrolled on screen, whoever it is."""
    asked = {"programmes": list(programmes)}
    with reading_without_names() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM journeys_enrolment"
            " WHERE programme_id = ANY(%(programmes)s))",
            asked,
        )
        (found,) = cursor.fetchone()
    return bool(found)


def _rows(cursor: CursorWrapper, statement: str, asked: dict[str, Any]) -> list[dict[str, Any]]:
    cursor.execute(statement, asked)
    names = [column.name for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def _counted(row: Row) -> Counted:
    return counting(
        is_protected=row["is_protected"],
        needs_consent=row["needs_consent"],
        has_consented=row["has_consented"],
    )
