"""Enrolments, plans and incomes, and what stood there before they were changed."""

from stegvis.journeys.models.earlier import Earlier
from stegvis.journeys.models.enrolments import Enrolment
from stegvis.journeys.models.followed import Income, Plan

__all__ = ["Earlier", "Enrolment", "Income", "Plan"]
