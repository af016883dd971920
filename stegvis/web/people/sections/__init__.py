"""The parts of a person's page, in the order they stand."""

from stegvis.web.people.section import Make
from stegvis.web.people.sections import files, identity

SECTIONS: tuple[Make, ...] = (identity.section, files.section)
