"""T3: whatever shuts a person, or what is known of them, at the next request in every channel."""

from functools import partial

from django.test import Client
from django.urls import reverse

from stegvis.core.actions import row_security
from stegvis.core.actions.access_log import working_for
from stegvis.core.models import StoredFile
from stegvis.organisations.models import Membership
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.participants.actions.consents import withdraw
from stegvis.participants.actions.exceptions import make_exception
from stegvis.participants.actions.own_pages import open_own_page
from stegvis.participants.models import Attachment, Consent, Involvement, Person
from stegvis.participants.queries.attachments import attachments_of
from stegvis.participants.queries.persons import persons_of
from stegvis.participants.values.exceptions import NewException
from tests.cast import sign_in
from tests.consenting import Consenting
from tests.people import consent, looking, today
from tests.told import told_by
from tests.undone import undone

ROW, NAME = "zqrowzq", "zqname"
"""In what Alva's agency keeps, which a consent lets Bo read; and who the person is."""

FRAGMENT = {"HX-Request": "true"}


class Stage(Consenting):
    """Bo sees the person, and reads a file of Alva's agency, for as long as a consent holds."""

    def __init__(self, cast):
        super().__init__(cast, given=NAME.capitalize())
        self.given = consent(self.person, self.alvas, [self.bos])
        rows(Involvement).filter(user=self.bo).update(consent=self.given, reason="partner")
        self.file = self.attached()
        with looking(self.alva) as viewer:
            self.own = open_own_page(self.person, email="asa@exempel.se", viewer=viewer)
        self.browser = sign_in(Client(), self.bo)

    def attached(self):
        content = f"{ROW} {NAME}".encode()
        file = StoredFile.objects.create(
            name="a.txt", media_type="text/plain", size=len(content), digest="0", content=content
        )
        with looking(self.alva):
            return Attachment.objects.create(
                person=self.person,
                owner=self.alvas,
                file=file,
                title=f"{ROW}.txt",
                kind="other",
                added_by=self.alva.pk,
            )

    def get(self, name, *more, headers=None):
        where = reverse(name, args=[self.person.pk, *more])
        return told_by(self.browser.get(where, headers=headers))

    def searched(self):
        form = {"sought": NAME.capitalize()}
        answer = self.browser.post(reverse("search_people"), form)
        return told_by(answer).replace(f'value="{NAME}"', "")

    def worked(self):
        """A job that Bo asked for while he saw the person, and that is done now."""
        viewer = viewer_for(self.bo.pk, on=today())
        with working_for(viewer, reason="a job"):
            seen = [one for one in persons_of(viewer) if one.pk == self.person.pk]
            files = [str(one.title) for person in seen for one in attachments_of(viewer, person)]
            return " ".join([*map(str, seen), *files]).lower()

    @property
    def channels(self):
        return {
            "page": partial(self.get, "person"),
            "fragment": partial(self.get, "person", headers=FRAGMENT),
            "file": partial(self.get, "person_file", self.file.pk),
            "list": lambda: told_by(self.browser.get(reverse("people"))),
            "rows of the list": lambda: told_by(
                self.browser.get(reverse("people"), headers=FRAGMENT)
            ),
            "search": self.searched,
            "form": partial(self.get, "take_consent"),
            "export": partial(self.get, "disclose"),
            "job": self.worked,
        }


def rows(model):
    return model.objects.unscoped(reason="a test")


def by_staff(stage):
    with looking(stage.alva) as viewer:
        withdraw(stage.person.pk, viewer=viewer)


def by_the_participant(stage):
    with looking(stage.own) as viewer:
        withdraw(stage.person.pk, viewer=viewer, by_own=True)


def run_out(stage):
    rows(Consent).filter(pk=stage.given.pk).update(ends_on=today())


def shut(stage, **against):
    with looking(stage.alva) as viewer:
        make_exception(stage.person, NewException(today(), **against), viewer=viewer)


def role_ended(stage):
    Membership.objects.filter(user=stage.bo).update(ends_on=today())


def account_closed(stage):
    stage.bo.is_active = False
    stage.bo.save()


def involvement_ended(stage):
    rows(Involvement).filter(user=stage.bo).update(ends_on=today())


def protected(stage):
    with row_security.unscoped(reason="a test"):
        rows(Person).filter(pk=stage.person.pk).update(protection="marked")


WAYS = {
    "withdrawn by staff": (by_staff, NAME),
    "withdrawn by the participant": (by_the_participant, NAME),
    "consent run out": (run_out, NAME),
    "exception": (shut, ROW),
    "exception against the agency": (lambda one: shut(one, against_agency=one.bos.pk), ROW),
    "exception against the user": (lambda one: shut(one, against_user=one.bo.pk), NAME),
    "role ended": (role_ended, NAME),
    "account closed": (account_closed, NAME),
    "involvement ended": (involvement_ended, NAME),
    "protected": (protected, NAME),
}
"""What is done, and the word that may not be read after it."""


def channels(cast, changed=None):
    """Late of all; `changed` makes other channels of a stage than its own."""
    stage = Stage(cast)
    late = of = 0
    for way, word in WAYS.values():
        with undone():
            asked = (changed or (lambda one: one.channels))(stage)
            open_ones = [one for one in asked.values() if word in one()]
            way(stage)
            late += sum(word in one() for one in open_ones)
            of += len(open_ones)
    return late, of


def remembered(stage):
    """A fault: the page is kept for the next one who asks."""
    kept = {}
    page = stage.channels["page"]
    return {"page": lambda: kept.setdefault("page", page())}
