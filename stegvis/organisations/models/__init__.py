"""Associations, who belongs to them, and those who sign in."""

from stegvis.organisations.models.memberships import Membership
from stegvis.organisations.models.organisations import Agency, Association, Unit
from stegvis.organisations.models.users import User

__all__ = ["Agency", "Association", "Membership", "Unit", "User"]
