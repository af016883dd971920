"""The parts of a definition as forms: each reads its own tables of the text and writes them back.

A part is a form of single keys, formsets of rows, or both. What a form does not know of a row it
leaves as it stands, so that a definition written by hand loses nothing by being changed on screen.
"""

from stegvis.programmes.forms.parts.part import PART_OF, PARTS, Part, PartForms

__all__ = ["PARTS", "PART_OF", "Part", "PartForms"]
