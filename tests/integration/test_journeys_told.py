"""A person's way through a programme can be told, by the agency that answers for it."""

from stegvis.participants.queries.disclosable import chosen, items_of
from tests.desk import desk
from tests.people import agency_of, consent, involve, looking

__all__ = ["desk"]


def test_an_enrolment_is_among_what_may_be_told(desk):
    row = desk.enrol()
    code = f"journey.enrolled.{row.pk}"
    with looking(desk.elsa) as viewer:
        every = {one.code: one for one in items_of(viewer, desk.person, desk.agency.pk)}
        some = chosen(viewer, desk.person, desk.agency.pk, [code])
    assert (every[code].label, every[code].value) == ("Inskriven i Ung Framtid", "2023-03-01")
    assert [one.code for one in some] == ["identity.name", code]


def test_another_agencys_enrolment_is_not(cast, desk):
    desk.enrol()
    bos = agency_of(cast.bo)
    involve(cast.bo, desk.person)
    consent(desk.person, desk.agency, [bos])
    with looking(cast.bo) as viewer:
        codes = [one.code for one in items_of(viewer, desk.person, bos.pk)]
    assert codes == ["identity.name"]
