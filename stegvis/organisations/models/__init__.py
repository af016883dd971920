"""Associations, who belongs to them, those who sign in, and what is decided about all that."""

from stegvis.organisations.models.acts import Act
from stegvis.organisations.models.grant_requests import GrantRequest
from stegvis.organisations.models.memberships import Membership
from stegvis.organisations.models.organisations import Agency, Association, Unit
from stegvis.organisations.models.retention import ErasurePlan, PlannedErasure, RetentionRule
from stegvis.organisations.models.role_levels import RoleLevel
from stegvis.organisations.models.two_steps import TwoStep
from stegvis.organisations.models.users import User

__all__ = [
    "Act",
    "Agency",
    "Association",
    "ErasurePlan",
    "GrantRequest",
    "Membership",
    "PlannedErasure",
    "RetentionRule",
    "RoleLevel",
    "TwoStep",
    "Unit",
    "User",
]
