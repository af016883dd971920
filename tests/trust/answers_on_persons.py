"""What is answered about files, doubles, registering and log reviews, said by hand.

As in `answers_on_consents`.
"""

from dataclasses import replace
from uuid import UUID

from django.test import override_settings

from stegvis.core.values.privacy import About
from stegvis.organisations.models import Agency
from stegvis.participants.models import Involvement, Person
from stegvis.participants.policies import (
    attachments,
    counting,
    handover,
    involvements,
    log_reviews,
    merging,
    registering,
)
from stegvis.participants.values.counting import Counted
from stegvis.participants.values.handover import Case
from stegvis.participants.values.log_reviews import NewReview, Said, Verdict
from stegvis.participants.values.numbers import Number
from stegvis.participants.values.persons import NumberKind
from stegvis.participants.values.registering import NewPerson, Seat
from tests.trust.answers_on_consents import (
    ALVA,
    AWAY,
    BO,
    DAY,
    HERE,
    HOME,
    ORDINARY,
    PARTNER,
    TAKES,
    TODAY,
)

UNIT = UUID(int=8)
OPENED = {HERE: ORDINARY}
OF_FILES = [
    (None, attachments.check_may_attach_any, OPENED),
    ("bifoga", attachments.check_may_attach_any, {}),
    (None, attachments.check_may_attach, OPENED, HERE, About.ORDINARY),
    ("sortens", attachments.check_may_attach, OPENED, HERE, About.SENSITIVE),
    ("sortens", attachments.check_may_attach, OPENED, PARTNER, About.ORDINARY),
    ("bifoga", attachments.check_may_attach, {}, HERE, About.ORDINARY),
    (None, attachments.check_may_remove, OPENED, HERE, "fel fil"),
    ("annan part", attachments.check_may_remove, OPENED, PARTNER, "fel fil"),
    ("varför", attachments.check_may_remove, OPENED, HERE, "  "),
]


def numbered(pk, number=None, kind="personal", **said):
    fields = {"association_id": HOME, "personal_number": number, "number_kind": kind} | said
    return Person(pk=UUID(int=pk), **fields)


ONE, DOUBLE = numbered(20, "200001012384"), numbered(21, kind="none")
OTHER, COORDINATED = numbered(22, "200001012392"), numbered(23, "200001612399", "coordination")
SEAT = Seat(HOME, HERE, "Här")
SOMEBODYS = Number("200001012384", NumberKind.PERSONAL)
FOR_TESTS = Number("200001019802", NumberKind.PERSONAL)
COMER = NewPerson("Åsa", "Öberg", None, TODAY, "", SOMEBODYS)
IN_EARNEST = override_settings(IN_PRODUCTION=True, STEGVIS_TAKES_TEST_NUMBERS=False)
TAKEN = override_settings(IN_PRODUCTION=True, STEGVIS_TAKES_TEST_NUMBERS=True)
register = registering.check_can_register
register_in_earnest, register_taken = IN_EARNEST(register), TAKEN(register)
OF_PERSONS = [
    *[(None, merging.check_can_merge, ONE, one) for one in (DOUBLE, COORDINATED)],
    (None, merging.check_can_merge, ONE, numbered(24, "200001012384")),
    ("samma person", merging.check_can_merge, ONE, ONE),
    ("olika förbund", merging.check_can_merge, ONE, numbered(21, association_id=AWAY)),
    ("sammanförd", merging.check_can_merge, ONE, numbered(21, merged_into_id=ALVA)),
    ("sammanförd", merging.check_can_merge, numbered(21, merged_into_id=ALVA), ONE),
    ("olika personnummer", merging.check_can_merge, ONE, OTHER),
    (None, register, COMER, SEAT, [SEAT], {"on": TODAY}),
    ("Grunden", register, COMER, SEAT, [SEAT], {"on": TODAY - DAY}),
    ("där", register, COMER, SEAT, [], {"on": TODAY}),
    (None, register, replace(COMER, number=FOR_TESTS), SEAT, [SEAT], {"on": TODAY}),
    (None, register_in_earnest, COMER, SEAT, [SEAT], {"on": TODAY}),
    (None, register_in_earnest, replace(COMER, number=None), SEAT, [SEAT], {"on": TODAY}),
    (None, register_taken, replace(COMER, number=FOR_TESTS), SEAT, [SEAT], {"on": TODAY}),
    (
        "Födelsenumret",
        register_in_earnest,
        replace(COMER, number=FOR_TESTS),
        SEAT,
        [SEAT],
        {"on": TODAY},
    ),
    (None, registering.check_can_have, DOUBLE, SOMEBODYS),
    ("redan ett nummer", registering.check_can_have, ONE, SOMEBODYS),
    *[
        (
            told,
            counting.counting,
            dict(zip(("is_protected", "needs_consent", "has_consented"), said, strict=True)),
        )
        for told, said in (
            (Counted.FULL, (False, False, False)),
            (Counted.FULL, (False, True, True)),
            (Counted.ANONYMOUS, (False, True, False)),
            (Counted.ANONYMOUS, (True, False, True)),
            (Counted.ANONYMOUS, (True, True, True)),
        )
    ],
]


def worked(user=BO, agency=HERE, reason="case_worker"):
    return Involvement(user_id=user, agency=Agency(pk=agency, name="Här"), reason=reason), HEADED


def ending(others=1):
    return {"viewer": TAKES, "mine": {HERE}, "others": others}


def leaving(on, leaves_on):
    return on, {"today": TODAY, "leaves_on": leaves_on}


CASE = Case(UUID(int=30), ONE.pk, "", (), TODAY, 0, may_be_named=False)
HEADED = numbered(25, owner_id=HERE)
HIDDEN = numbered(26, protection="marked")
LATER = TODAY + 9 * DAY
end, by_day, has = involvements.check_can_end, handover.check_day, handover.check_somebody_has
to_self, let_in = handover.check_not_to_oneself, handover.check_may_be_let_in
OF_LEAVING = [
    (None, end, *worked(), ending()),
    (None, end, *worked(ALVA, PARTNER), ending(0)),
    ("Bara den som arbetar", end, *worked(BO, PARTNER), ending()),
    ("av sig självt", end, *worked(reason="own"), ending()),
    ("av sig självt", end, *worked(reason="handover"), ending()),
    ("Ingen annan", end, *worked(), ending(0)),
    (None, by_day, *leaving(TODAY, LATER)),
    (None, by_day, *leaving(LATER, LATER)),
    (None, by_day, *leaving(TODAY, TODAY - DAY)),
    ("hela tiden", by_day, *leaving(LATER + DAY, LATER)),
    ("hela tiden", by_day, *leaving(TODAY - DAY, LATER)),
    ("nu.", by_day, *leaving(TODAY + DAY, TODAY)),
    ("nu.", by_day, *leaving(TODAY + DAY, TODAY - DAY)),
    ("Ingen annan", has, CASE, None),
    (None, has, CASE, BO),
    (None, has, replace(CASE, others=1), None),
    ("inte själv", to_self, CASE, ALVA, ALVA),
    (None, to_self, CASE, BO, ALVA),
    (None, to_self, replace(CASE, name="Åsa"), ALVA, ALVA),
    (None, to_self, replace(CASE, may_be_named=True), ALVA, ALVA),
    ("inte själv", let_in, HIDDEN, ALVA, TAKES),
    (None, let_in, HIDDEN, BO, TAKES),
    (None, let_in, HEADED, ALVA, TAKES),
    (None, handover.check_not_shut_out, []),
    ("Någon av dem", handover.check_not_shut_out, [ALVA]),
]

YEAR = NewReview(UNIT, TODAY - 366 * DAY, TODAY - DAY)
NOTED = Said(1, Verdict.ASK, "fråga")
OF_REVIEWS = [
    (None, log_reviews.check_period, YEAR, TAKES),
    (None, log_reviews.check_period, replace(YEAR, first=YEAR.last), TAKES),
    ("första", log_reviews.check_period, replace(YEAR, last=YEAR.first - DAY), TAKES),
    ("före i dag", log_reviews.check_period, NewReview(UNIT, TODAY, TODAY), TAKES),
    ("ett år", log_reviews.check_period, replace(YEAR, first=YEAR.first - DAY), TAKES),
    (None, log_reviews.check_heads, YEAR, [UNIT]),
    ("egen enhet", log_reviews.check_heads, YEAR, [HERE]),
    (None, log_reviews.check_none_is_open, 0),
    ("redan en loggkontroll", log_reviews.check_none_is_open, 1),
    (None, log_reviews.check_said, NOTED, [1]),
    (None, log_reviews.check_said, Said(1, Verdict.JUSTIFIED), [1]),
    ("hör inte", log_reviews.check_said, NOTED, [2]),
    ("anteckning", log_reviews.check_said, replace(NOTED, note=" "), [1]),
    (None, log_reviews.check_can_sign, 0, {"is_signed": False}),
    ("underskrivet", log_reviews.check_can_sign, 0, {"is_signed": True}),
    ("inte bedömd", log_reviews.check_can_sign, 1, {"is_signed": False}),
    ("", log_reviews.why_not_sign, 0, {"is_signed": False}),
    ("1 rad", log_reviews.why_not_sign, 1, {"is_signed": False}),
    (None, log_reviews.check_answer, "ringde", {"is_answered": False}),
    ("kvitterat", log_reviews.check_answer, "ringde", {"is_answered": True}),
    ("gjort", log_reviews.check_answer, " ", {"is_answered": False}),
]

ANSWERS = OF_FILES + OF_PERSONS + OF_LEAVING + OF_REVIEWS
