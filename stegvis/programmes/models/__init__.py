"""Programmes as an association has them, every version of their definitions, who works in them."""

from stegvis.programmes.models.assignments import Assignment
from stegvis.programmes.models.programmes import DefinitionVersion, Programme

__all__ = ["Assignment", "DefinitionVersion", "Programme"]
