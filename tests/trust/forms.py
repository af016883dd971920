"""Every form of the product, found on the pages that the roles open, and filled in.

A form is what its address, its fields and its button are; the same one on two pages is one.
"""

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from uuid import uuid4

from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import resolve
from django.utils import timezone

from stegvis.config.permissions import addresses
from tests.addresses import filled_in
from tests.people_table import PEOPLE
from tests.role_table import ALIKE, BY_ROLE
from tests.trust.relations import EVERYBODY
from tests.undone import undone

NEVER = {"csrfmiddlewaretoken", "form_key"}
TEXTS = {"text", "search", "textarea", "tel", "url", ""}
NOT_SENT = {"image", "reset", "button"}
DAYS = {"first", "last", "last_day"}
TODAY = timezone.localdate().isoformat()
NUMBER = "19900101-2385"  # nobody's: of the series for tests
SAID = {
    "new_number": {"number": NUMBER},
    "register_person": {"number": "", "birth_year": "1998", "municipality": "Älvnäs kommun"},
    "person_contact": {"email": "ny@exempel.se"},
    "person_protection": {"protection": "marked"},
    "give_role": {"role": "specialist"},
    "move": {"role": "specialist"},
    "masked_copy": {"words": ""},
    "change_person": {"municipality": "Älvnäs kommun", "birth_year": "1998"},
    "new_representative": {"ends_on": ""},
}
"""What the first that there is to choose would not do."""
OPENED = ("own and closed",)
SEEN_ON = {"person": (*OPENED, "own")}
"""The persons whose pages are opened; the second has been given a page and has not been there."""
ANYBODY = "case_worker.own"  # where everybody is alike, one is enough


@dataclass
class Field:
    name: str
    kind: str
    value: str = ""
    is_on: bool = False
    options: list = field(default_factory=list)
    attributes: dict = field(default_factory=dict)


@dataclass
class Form:
    """`page` is where it stands, `where` what it is sent to, `name` that of the address."""

    user: str
    page: str
    where: str = ""
    fields: list = field(default_factory=list)
    buttons: list = field(default_factory=list)
    button: tuple = ()
    own: frozenset = frozenset()  # names in all forms of the page that go to the same address

    @property
    def is_for_all(self):
        return self.name in ALIKE

    @property
    def name(self):
        return resolve(urlsplit(self.where).path).url_name

    @property
    def names(self):
        return {one.name for one in self.fields} | {name for name, _value in self.buttons}

    @property
    def key(self):
        names = tuple(sorted(self.names - NEVER))
        return self.name, names, self.button

    def fillings(self, word="Ifyllt"):
        """Ways to fill it in: every field; those that are empty and no day; as it stands."""
        for kinds in (set(), {"date"}, {"date", *TEXTS}, {"select"}, {"checkbox", "radio"}):
            yield self.filled(word, kinds=kinds)

    def filled(self, word="Ifyllt", kinds=frozenset()):
        """As somebody would who takes the first there is to choose; words where words go.

        Of `kinds` nothing is filled in that is empty.
        """
        sent = {}
        for one in self.fields:
            if one.kind in {"checkbox", "radio"}:
                if one.is_on:
                    sent.setdefault(one.name, []).append(one.value or "on")
            elif one.value or kind_of(one) not in kinds:
                sent[one.name] = value_of(one, word)
        for one in self.fields:  # of what nobody has chosen among, the first
            if one.kind in {"radio", "checkbox"} and one.name not in sent and one.kind not in kinds:
                sent[one.name] = [one.value or "on"]
        said = SAID.get(self.name, {})
        return sent | said | dict([self.button] if self.button else []) | key()


def key():
    return {"form_key": str(uuid4())}


def value_of(one, word):
    if one.kind == "file":
        return SimpleUploadedFile("brev.txt", f"Här står {word}.".encode(), "text/plain")
    if one.value or one.kind == "hidden":
        return one.value
    chosen = {
        "select": next((value for value in one.options if value), ""),
        "email": f"{word.lower()}@exempel.se",
        "number": one.attributes.get("min") or "1",
        "date": TODAY,
    }
    return chosen.get(kind_of(one), word)


def kind_of(one):
    return "date" if is_day(one) else one.kind


def is_day(one):
    return one.kind == "date" or one.name.endswith("_on") or one.name in DAYS


class Reader(HTMLParser):
    """The forms of one page that change something."""

    def __init__(self, user, page):
        super().__init__()
        self.user, self.page, self.forms = user, page, []
        self.form = self.select = self.area = None

    def handle_starttag(self, tag, attrs):
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = Form(self.user, self.page, urljoin(self.page, said.get("action", "")))
            if said.get("method", "").lower() == "post":
                self.forms.append(self.form)
        elif self.form is not None and tag in {"input", "textarea", "select", "button", "option"}:
            getattr(self, f"on_{tag}")(said)

    def on_input(self, said):
        kind = said.get("type", "text")
        if said.get("name") and kind not in NOT_SENT and "disabled" not in said:
            given = Field(said["name"], kind, said.get("value", ""), "checked" in said)
            given.attributes = said
            self.form.fields.append(given)

    def on_textarea(self, said):
        self.area = Field(said["name"], "textarea")
        self.form.fields.append(self.area)

    def on_select(self, said):
        self.select = Field(said["name"], "select", attributes={"has": ""})
        self.form.fields.append(self.select)

    def on_option(self, said):
        if self.select is not None:
            self.select.options.append(said.get("value", ""))
            if "selected" in said:
                self.select.value = said.get("value", "")

    def on_button(self, said):
        if said.get("type", "submit") == "submit" and "disabled" not in said:
            self.form.buttons.append((said.get("name", ""), said.get("value", "")))

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.select = None
        elif tag == "textarea":
            self.area = None

    def handle_data(self, data):
        if self.area is not None:
            self.area.value += data.removeprefix("\n")


def forms_on(user, page, html):
    """One for each of its buttons that says what is to be done."""
    reader = Reader(user, page)
    reader.feed(html)
    own = {}
    for one in reader.forms:
        own.setdefault(one.where, set()).update(one.names)
    found = []
    for one in reader.forms:
        said = [button for button in dict.fromkeys(one.buttons) if button[0]] or [()]
        found += [replace(one, button=button, own=frozenset(own[one.where])) for button in said]
    return found


class Pages:
    """The pages of a stage where there are forms, opened by each role that has them."""

    def __init__(self, matrix, everywhere, waiting=None):
        self.matrix, self.everywhere, self.waiting = matrix, everywhere, waiting or {}
        self.addresses = [one for one in addresses() if "GET" in one.declared.methods]

    def forms(self, users, names=None):
        """By what they are: the first that has each, for each of the users."""
        found = {}
        for user in users:
            self.matrix.browser(user)  # signed in before anything is undone
            for page in self.pages(user, names):
                answer = self.get(user, page)
                if answer is None:
                    continue
                for one in forms_on(user, page, answer):
                    found.setdefault((user, *one.key), one)
        return list(found.values())

    def pages(self, user, names=None):
        role, group = EVERYBODY[user].role, EVERYBODY[user].group
        for one in self.addresses:
            if names is not None and one.name not in names:
                continue
            if one.name in PEOPLE:
                if role in PEOPLE[one.name].roles:
                    persons = SEEN_ON.get(one.name, OPENED)
                    yield from (self.of_person(one, person) for person in persons)
            elif one.name in self.waiting:
                yield filled_in(one, self.everywhere.ids | self.waiting[one.name])
            elif user == ANYBODY if one.name in ALIKE else BY_ROLE[one.name].is_for(role, group):
                yield filled_in(one, self.everywhere.ids)

    def of_person(self, address, person):
        ids = self.matrix.ids_of(person)
        given = self.everywhere.ids | ids | self.waiting.get(address.name, {})
        given |= {"person_id": self.matrix.stage.persons[person].pk}
        return filled_in(address, given)

    def followed(self, form, answer):
        """What is asked next on the page that a form leads to at once."""
        if answer.status_code != 200 or not answer.get("Content-Type", "").startswith("text/html"):
            return []
        return forms_on(form.user, form.where, answer.content.decode())

    def get(self, user, page):
        with undone():
            answer = self.send(user, page)
            is_page = answer.get("Content-Type", "").startswith("text/html")
            return answer.content.decode() if answer.status_code == 200 and is_page else None

    def send(self, user, where, fields=None):
        """As if nobody had asked before."""
        cache.clear()
        browser, cookies = self.matrix.browser(user)
        browser.cookies = cookies.copy()
        for file in (fields or {}).values():
            if hasattr(file, "seek"):
                file.seek(0)
        return browser.get(where) if fields is None else browser.post(where, fields)
