"""What one viewer sees of one person, as reckoned for a page."""

from uuid import uuid4

from stegvis.core.values.privacy import About
from stegvis.participants.calculations.grants import Agreed, Excepted, Grants, Held, grants
from stegvis.participants.values.reasons import TEAM_CONSENT

HERE, PARTNER, FAR = uuid4(), uuid4(), uuid4()
ORDINARY, BOTH = frozenset({"ordinary"}), frozenset({"ordinary", "sensitive"})
AGREED = Agreed(sender=PARTNER, recipient=HERE, classes=BOTH)


def held(agency=HERE, classes=BOTH, reason="case_worker", *, named=False):
    return Held(agency, frozenset(classes), reason, named)


def opened(*excepted, agreed=AGREED, by=None):
    """The partner's classes that are opened, whatever one's own are."""
    found = grants([by or held()], [agreed], excepted)
    return {about.value for owner, about in found.because if owner == PARTNER}


def test_who_is_not_involved_sees_nothing_even_where_there_is_a_consent():
    assert grants([], [AGREED]) == Grants()


def test_an_involvement_gives_the_name_and_its_classes_of_its_agency():
    found = grants([held(classes=["sensitive"])])
    assert found.sees
    assert found.because == {
        (HERE, About.IDENTITY): "case_worker",
        (HERE, About.SENSITIVE): "case_worker",
    }
    assert (found.agencies, found.acting) == ({HERE}, {HERE})


def test_an_involvement_without_classes_gives_the_name_and_nothing_to_do():
    found = grants([held(classes=[])])
    assert found.because == {(HERE, About.IDENTITY): "case_worker"}
    assert (found.agencies, found.acting) == ({HERE}, frozenset())


def test_the_first_involvement_with_the_class_is_the_one_that_is_told():
    found = grants([held(classes=[], reason="referred"), held(classes=ORDINARY, reason="leader")])
    assert found.because == {(HERE, About.IDENTITY): "referred", (HERE, About.ORDINARY): "leader"}


def test_a_protected_person_is_seen_by_who_is_named_and_then_by_all_that_is_held():
    unnamed, named = held(PARTNER, ORDINARY, "unit"), held(classes=[], named=True)
    assert grants([unnamed], is_protected=True) == Grants()
    both = grants([unnamed, named], is_protected=True)
    assert both.sees
    assert both.because[(PARTNER, About.ORDINARY)] == "unit"


def test_a_consent_opens_what_both_it_and_the_involvement_name():
    assert opened() == {"ordinary", "sensitive"}
    assert opened(by=held(classes=ORDINARY)) == {"ordinary"}
    assert opened(by=held(classes=["closed"])) == set()
    assert opened(by=held(FAR)) == set()
    assert grants([held()], [AGREED]).because[(PARTNER, About.ORDINARY)] == TEAM_CONSENT


def test_a_consent_opens_neither_the_name_nor_what_is_closed():
    wide = Agreed(PARTNER, HERE, frozenset({"identity", "ordinary", "closed"}))
    everything = held(classes=["ordinary", "sensitive", "closed"])
    assert opened(agreed=wide, by=everything) == {"ordinary"}


def test_an_exception_shuts_what_it_names():
    anybody = Excepted(owner=None, against=None, classes=frozenset())
    assert opened(anybody) == set()
    assert opened(Excepted(PARTNER, HERE, ORDINARY)) == {"sensitive"}
    assert opened(Excepted(None, HERE, BOTH)) == set()


def test_an_exception_of_another_owner_or_against_another_shuts_nothing():
    others = Excepted(FAR, None, frozenset()), Excepted(None, FAR, frozenset())
    assert opened(*others) == {"ordinary", "sensitive"}


def test_an_exception_leaves_what_is_ones_own():
    found = grants([held(PARTNER)], [AGREED], [Excepted(None, None, frozenset())])
    assert found.because[(PARTNER, About.ORDINARY)] == "case_worker"


def test_the_person_is_told_so_even_where_nothing_is_held():
    assert grants([], is_own=True) == Grants(is_own=True)
