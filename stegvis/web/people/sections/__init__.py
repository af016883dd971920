"""The parts of a person's page, in the order they stand."""

from stegvis.web.people.section import Make
from stegvis.web.people.sections import consents, files, identity, seen_by

SECTIONS: tuple[Make, ...] = (identity.section, consents.section, files.section, seen_by.section)
