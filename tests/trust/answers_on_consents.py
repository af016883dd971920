"""What is answered about consents, exceptions and disclosures, said by hand.

Each line is one thing said by hand: the answer, the policy, and what it is asked. An answer is a
word of the refusal, None where nothing is refused, or what comes back.
"""

from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from uuid import UUID

from stegvis.core.values.privacy import About
from stegvis.core.values.viewers import Standing, Viewer
from stegvis.participants.models import ConsentException, Person, Representative
from stegvis.participants.policies import (
    consent_texts,
    consents,
    disclosures,
    exceptions,
)
from stegvis.participants.values.consents import Form, Purpose
from stegvis.participants.values.disclosures import Ground, NewDisclosure
from stegvis.participants.values.exceptions import NewException
from stegvis.participants.values.signing import NewSigning, Tick

TODAY = date(2026, 3, 2)
DAY = timedelta(days=1)
HOME, AWAY, HERE, PARTNER, FAR, ALVA, BO = (UUID(int=number) for number in range(1, 8))
IDENTITY, ORDINARY = frozenset({About.IDENTITY}), frozenset({About.ORDINARY})
SENSITIVE, CLOSED = frozenset({About.SENSITIVE}), frozenset({About.CLOSED})


def viewer(*permissions, where=HOME):
    standing = Standing(where, "case_worker", frozenset(permissions))
    return Viewer(ALVA, "Alva", (standing,), TODAY)


PERSON = Person(pk=UUID(int=20), association_id=HOME, owner_id=HERE)
TAKES, TELLS = viewer("take_consent"), viewer("disclose")
NOBODYS, AWAY_TAKES = viewer("record"), viewer("take_consent", where=AWAY)

AROUND = consents.Around(TODAY, HERE, {HERE, PARTNER}, {Purpose.TEAM, Purpose.STATISTICS})
TEAM = Tick(Purpose.TEAM, frozenset({PARTNER}), ORDINARY)
COUNTED = Tick(Purpose.STATISTICS)
SIGNED = NewSigning(Form.PAPER, TODAY, (TEAM, COUNTED), note="i pärmen")


def signing(**said):
    return replace(SIGNED, **said), AROUND


def ticked(**said):
    return signing(ticks=(COUNTED, replace(TEAM, **said)))


def guardian(starts=TODAY, ends=None):
    return Representative(name="Gun", starts_on=starts, ends_on=ends, may_sign=[Purpose.TEAM])


OF_CONSENTS = [
    (None, consents.check_can_take_consent, TAKES, PERSON, HERE, {HERE}),
    ("Samtycket tas", consents.check_can_take_consent, NOBODYS, PERSON, HERE, {HERE}),
    ("Samtycket tas", consents.check_can_take_consent, AWAY_TAKES, PERSON, HERE, {HERE}),
    ("Samtycket tas", consents.check_can_take_consent, TAKES, PERSON, PARTNER, {HERE}),
    (None, consents.check_signing, *signing()),
    ("inte kommit", consents.check_signing, *signing(signed_on=TODAY + DAY)),
    ("minst ett", consents.check_signing, *signing(ticks=())),
    ("inskannade", consents.check_signing, *signing(note="")),
    (None, consents.check_signing, *signing(note="", paper=UUID(int=30))),
    ("vem som hörde", consents.check_signing, *signing(note="", form=Form.ORAL)),
    ("vem som hörde", consents.check_signing, *signing(note="", form=Form.ORAL, paper=ALVA)),
    ("referens", consents.check_signing, *signing(note="", form=Form.ESIGNATURE)),
    (None, consents.check_signing, *signing(form=Form.ORAL)),
    ("ingen text", consents.check_signing, *ticked(purpose=Purpose.FORWARD)),
    (None, consents.check_signing, *ticked(ends_on=TODAY + DAY)),
    (None, consents.check_signing, *ticked(classes=ORDINARY | SENSITIVE)),
    ("sista dagen", consents.check_signing, *ticked(ends_on=TODAY)),
    ("ingen samtycka", consents.check_signing, *ticked(classes=CLOSED | ORDINARY)),
    ("minst en mottagare", consents.check_signing, *ticked(recipients=frozenset())),
    ("vilka uppgifter", consents.check_signing, *ticked(classes=frozenset())),
    ("andra myndigheter", consents.check_signing, *ticked(recipients=frozenset({HERE}))),
    ("andra myndigheter", consents.check_signing, *ticked(recipients=frozenset({FAR, PARTNER}))),
    (None, consents.check_may_sign, guardian(), [Purpose.TEAM], TODAY),
    (None, consents.check_may_sign, guardian(ends=TODAY + DAY), [Purpose.TEAM], TODAY),
    ("företrädde", consents.check_may_sign, guardian(TODAY + DAY), [Purpose.TEAM], TODAY),
    ("företrädde", consents.check_may_sign, guardian(TODAY - DAY, TODAY), [Purpose.TEAM], TODAY),
    ("skriva under", consents.check_may_sign, guardian(), [Purpose.TEAM, Purpose.FORWARD], TODAY),
    (True, consents.may_be_minor, 2008, TODAY),
    (False, consents.may_be_minor, 2007, TODAY),
    (False, consents.may_be_minor, None, TODAY),
    ("Vår egen.", consents.minors_sentence, "Vår egen."),
    (None, consent_texts.check_text, TODAY, {"on": TODAY}),
    ("tidigast", consent_texts.check_text, TODAY - DAY, {"on": TODAY}),
]

EXCEPTION = NewException(TODAY, TODAY + DAY, owner=HERE, against_agency=PARTNER, classes=ORDINARY)


def shutting(**said):
    return replace(EXCEPTION, **said), {HERE}


def shut(**said):
    return ConsentException(**said)


OF_EXCEPTIONS = [
    (None, exceptions.check_can_except, TAKES, PERSON, {HERE}),
    ("läggs in av", exceptions.check_can_except, TAKES, PERSON, set()),
    ("läggs in av", exceptions.check_can_except, NOBODYS, PERSON, {HERE}),
    ("läggs in av", exceptions.check_can_except, AWAY_TAKES, PERSON, {HERE}),
    (None, exceptions.check_exception, *shutting()),
    (None, exceptions.check_exception, *shutting(ends_on=None, owner=None)),
    (None, exceptions.check_exception, *shutting(classes=ORDINARY | SENSITIVE)),
    (None, exceptions.check_exception, *shutting(against_agency=None, against_user=BO)),
    ("sista dag", exceptions.check_exception, *shutting(ends_on=TODAY)),
    ("antingen", exceptions.check_exception, *shutting(against_user=BO)),
    ("egen myndighets", exceptions.check_exception, *shutting(owner=PARTNER)),
    ("Slutna", exceptions.check_exception, *shutting(classes=CLOSED)),
    (None, exceptions.check_can_end, TAKES, shut(owner_id=HERE), PERSON, {HERE}),
    (None, exceptions.check_can_end, TAKES, shut(), PERSON, {HERE}),
    (None, exceptions.check_can_end, TAKES, shut(owner_id=PARTNER), PERSON, {PARTNER}),
    ("avslutar", exceptions.check_can_end, TAKES, shut(owner_id=PARTNER), PERSON, {HERE}),
    ("avslutar", exceptions.check_can_end, TAKES, shut(), PERSON, {PARTNER}),
    ("läggs in av", exceptions.check_can_end, NOBODYS, shut(owner_id=HERE), PERSON, {HERE}),
]

NEW = NewDisclosure(Ground.CONSENT, "Remiss", ("identity.name",), PARTNER, BO, seen="a")
LAW = replace(NEW, ground=Ground.LAW, legal_text="10 kap.")
NEED = replace(NEW, ground=Ground.NECESSITY, why="Därför")
TELLING = disclosures.Telling(HERE, IDENTITY | ORDINARY, {BO})
OUTSIDE = replace(NEW, recipient=None, to_user=None, outside="Vården")


def receiving(new, receivers, *, is_protected):
    return new, replace(TELLING, receivers=receivers), {"is_protected": is_protected}


def agreed(*recipients, sender=HERE, purpose=Purpose.FORWARD, classes=("ordinary",)):
    named = [SimpleNamespace(agency_id=one) for one in recipients]
    return SimpleNamespace(
        purpose=purpose,
        sender_id=sender,
        classes=list(classes),
        recipients=SimpleNamespace(all=lambda: named),
    )


def resting(*given, new=NEW, classes=IDENTITY | ORDINARY):
    return new, replace(TELLING, classes=classes), given


ENOUGH, MORE = agreed(PARTNER, FAR), agreed(PARTNER, classes=("ordinary", "sensitive"))
OF_DISCLOSURES = [
    (None, disclosures.check_can_disclose, TELLS, PERSON, HERE, {HERE}),
    ("lämnar ut", disclosures.check_can_disclose, TAKES, PERSON, HERE, {HERE}),
    ("lämnar ut", disclosures.check_can_disclose, TELLS, PERSON, PARTNER, {HERE}),
    *[(None, disclosures.check_said, one) for one in (NEW, LAW, NEED, OUTSIDE)],
    ("vad som", disclosures.check_said, replace(NEW, what=())),
    ("vem som", disclosures.check_said, replace(OUTSIDE, outside="")),
    ("varför uppgifterna", disclosures.check_said, replace(NEW, purpose="")),
    ("paragraf", disclosures.check_said, replace(LAW, legal_text="")),
    ("nödvändigt", disclosures.check_said, replace(NEED, why="")),
    (None, disclosures.check_classes, [About.IDENTITY, About.ORDINARY, About.SENSITIVE]),
    ("inte ut", disclosures.check_classes, [About.IDENTITY, About.CLOSED]),
    ("inte ut", disclosures.check_classes, [About.STAFF]),
    (None, disclosures.check_preview, NEW, "a"),
    ("ändrats", disclosures.check_preview, NEW, "b"),
    (None, disclosures.check_receiver, *receiving(OUTSIDE, (), is_protected=True)),
    (None, disclosures.check_receiver, *receiving(NEW, {BO}, is_protected=True)),
    (None, disclosures.check_receiver, *receiving(NEW, (), is_protected=False)),
    ("skyddad", disclosures.check_receiver, *receiving(NEW, {ALVA}, is_protected=True)),
    (
        "Ingen",
        disclosures.check_receiver,
        *receiving(replace(NEW, to_user=None), (), is_protected=False),
    ),
    (
        None,
        disclosures.check_receiver,
        *receiving(replace(NEW, to_user=None), {BO}, is_protected=False),
    ),
    (None, disclosures.check_exceptions, NEW, TELLING, []),
    *[
        ("undantag", disclosures.check_exceptions, NEW, TELLING, [shut(owner_id=FAR), one])
        for one in (
            shut(),
            shut(owner_id=HERE),
            shut(against_agency_id=PARTNER),
            shut(classes=["ordinary"]),
            shut(classes=["sensitive", "ordinary"]),
            shut(against_user_id=BO),
        )
    ],
    *[
        (None, disclosures.check_exceptions, NEW, TELLING, [one])
        for one in (
            shut(owner_id=PARTNER),
            shut(against_agency_id=FAR),
            shut(classes=["sensitive"]),
            shut(against_user_id=ALVA),
        )
    ],
    (None, disclosures.check_exceptions, LAW, TELLING, [shut()]),
    ("undantag", disclosures.check_exceptions, LAW, TELLING, [shut(against_user_id=BO)]),
    ("undantag", disclosures.check_exceptions, NEED, TELLING, [shut()]),
    (ENOUGH, disclosures.permitting, *resting(agreed(FAR), ENOUGH)),
    (MORE, disclosures.permitting, *resting(ENOUGH, MORE, classes=ORDINARY | SENSITIVE)),
    (None, disclosures.permitting, *resting(new=LAW)),
    ("Inget samtycke", disclosures.permitting, *resting()),
    *[
        ("Inget samtycke", disclosures.permitting, *resting(one))
        for one in (
            agreed(FAR),
            agreed(PARTNER, sender=PARTNER),
            agreed(PARTNER, purpose=Purpose.STATISTICS),
            agreed(PARTNER, classes=("sensitive",)),
        )
    ],
    ("Inget samtycke", disclosures.permitting, *resting(ENOUGH, classes=ORDINARY | SENSITIVE)),
]

ANSWERS = OF_CONSENTS + OF_EXCEPTIONS + OF_DISCLOSURES
