"""The parts of a person's page, in the order they stand."""

from stegvis.web.people.section import Make
from stegvis.web.people.sections import (
    consents,
    contact,
    disclosures,
    files,
    identity,
    journey,
    log,
    seen_by,
)

SECTIONS: tuple[Make, ...] = (
    identity.section,
    contact.section,
    journey.section,
    consents.section,
    files.section,
    disclosures.section,
    seen_by.section,
    log.section,
)
