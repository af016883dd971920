"""T2: a word in every field of every person, looked for in whatever leaves the house."""

from contextlib import suppress
from copy import copy

import pytest
from django.shortcuts import redirect
from django.test import Client

from stegvis.config.permissions import addresses
from stegvis.web.accounts import adapters
from stegvis.web.people import changing
from tests.cast import sign_in
from tests.people_table import PEOPLE
from tests.queued import work_off
from tests.told import told_by
from tests.trust.canaries import EXEMPT, not_filled, told_of_persons
from tests.trust.changed import changed
from tests.trust.channels import (
    IN_DATABASE,
    RAISES,
    addresses_in,
    beside_is_here,
    cookies_in,
    everything_fails,
    heard,
    letters,
    queue,
)
from tests.trust.crawl import may_read_somewhere
from tests.trust.everywhere import Everywhere
from tests.trust.forms import Pages
from tests.trust.matrix import Cell
from tests.undone import undone

CHECK = "T2"
WITHOUT = [one for one in addresses() if one.name not in PEOPLE]
TYPED = "Zq99999x"
PERSON = "own and closed"
SENDERS = ("case_worker.own", "administrator.own", "participant.own", "leading_case_worker.own")
SOME = {"own_page", "invite", "change_person", "data", "new_file", "report_start"}


@pytest.fixture(scope="module")
def everywhere(staged, django_db_blocker):
    with django_db_blocker.unblock():
        return Everywhere(staged, WITHOUT)


@pytest.fixture(scope="module")
def pages(staged, everywhere):
    return Pages(staged, everywhere)


def test_every_field_about_a_person_holds_a_word(matrix, found):
    names = {model.__name__ for model in told_of_persons()}

    assert not_filled(matrix.canaries) == []
    assert EXEMPT.keys() <= names
    found.add("models about persons", 0, len(names))


def words(matrix, *told):
    return sorted({word for one in told for word in matrix.pattern.findall(one.lower())})


def sent(matrix, pages, form):
    """What left the house beside the answer, when the form was sent with a word in every field."""
    for fields in form.fillings(TYPED):
        with undone(), heard() as lines, beside_is_here():
            answer = pages.send(form.user, form.where, fields)
            letter = letters()
            with suppress(Exception):
                work_off("stegvis.")
            outside = letter, queue(), addresses_in(answer), cookies_in(answer)
            shown = words(matrix, told_by(answer))
        told = words(matrix, *outside, *lines) + foreign(matrix, form, shown)
        if told or answer.status_code == 302:
            return told, answer.status_code
    return [], answer.status_code


def foreign(matrix, form, shown):
    """On the page that answers stands what was sent, and what the sender may read."""
    return [
        word
        for word in shown
        if word != TYPED.lower()
        and form.name != "person_number"
        and not may_read_somewhere(matrix, form.user, matrix.words[word])
    ]


def test_a_form_from_elsewhere_is_not_told_again(matrix, pages, size, found):
    """Refused before anybody has read it: the page of it quotes nothing."""
    forms = pages.forms(size.of(SENDERS[:1], SENDERS), size.of(SOME, None))
    browser = Client(enforce_csrf_checks=True)
    told, codes = [], set()

    for one in forms:
        with heard() as lines, undone():
            sign_in(browser, matrix.stage.users[one.user])
            answer = browser.post(one.where, one.filled(TYPED), headers={"origin": "https://x.se"})
        told += words(matrix, told_by(answer), *lines)
        codes.add(answer.status_code)

    assert (told, codes) == ([], {403})
    found.add("forms from elsewhere", 0, len(forms))


def test_no_form_lets_a_word_out_of_the_house(matrix, pages, size, found):
    forms = pages.forms(size.of(SENDERS[:2], SENDERS), size.of(SOME, None))

    told = {(one.name, one.button): sent(matrix, pages, one) for one in forms}

    assert {key: out for key, (out, _code) in told.items() if out} == {}
    assert sum(code == 302 for _out, code in told.values()) >= size.of(4, 60)
    found.add("forms: mail, queue, log, addresses", 0, len(forms))


@pytest.mark.parametrize("way", [RAISES, IN_DATABASE])
def test_what_goes_wrong_tells_nothing(matrix, everywhere, way, size, found):
    cells = [
        Cell(name, method, "case_worker.own", PERSON)
        for name, rule in PEOPLE.items()
        for method in rule.answers
        if name in matrix.addresses
    ][:: size.of(12, 1)]
    doors = [one for one in everywhere.doors() if one.user == "case_worker.own"][:: size.of(40, 1)]

    with everything_fails(way), heard() as lines:
        asked = [matrix.ask(one) for one in cells]
        other = [everywhere.ask(one) for one in doors]

    told = words(matrix, *lines) + [word for one in (*asked, *other) for word in one.words]
    assert told == []
    assert sum(one.code == 500 for one in asked) >= len(asked) // 2
    found.add("errors", 0, len(asked) + len(other))


LEAKS = {
    "an error in the log": (
        "stegvis.config.logs",
        "if isinstance(error, ABOUT_THE_MACHINE) else kind",
        "if True else kind",
    ),
    "an error on the page": (
        "stegvis.web.shell.errors",
        '_alone("shell/went_wrong.html")',
        '_alone("shell/went_wrong.html") + str(sys.exc_info()[1])',
    ),
}


@pytest.mark.parametrize("name", LEAKS)
def test_an_error_that_tells_is_seen(matrix, name, found):
    with changed(*LEAKS[name]), everything_fails(RAISES), heard() as lines:
        asked = matrix.ask(Cell("person", "GET", "case_worker.own", PERSON))

    found.count("planted", words(matrix, *lines) or asked.words)


def form_of(pages, name, user="case_worker.own"):
    return next(one for one in pages.forms([user], {name}) if one.name == name)


def test_a_letter_that_tells_is_seen(matrix, pages, monkeypatch, found):
    right = adapters.send_soon

    def send_soon(letter):
        letter.body += f"Hej {matrix.stage.persons['own'].given_name}"
        right(letter)

    monkeypatch.setattr(adapters, "send_soon", send_soon)

    told, _code = sent(matrix, pages, form_of(pages, "invite", "administrator.own"))

    found.count("planted", told)


def test_a_job_that_tells_is_seen(matrix, pages, found):
    with changed("stegvis.core.actions.jobs", "lock=lock,\n", f'lock="{TYPED}",\n'):
        told, _code = sent(matrix, pages, form_of(pages, "data"))

    found.count("planted", told)


def test_an_address_that_tells_is_seen(matrix, pages, monkeypatch, found):
    monkeypatch.setattr(changing, "redirect", lambda *_given: redirect(f"/x/?namn={TYPED}"))

    told, _code = sent(matrix, pages, form_of(pages, "change_person"))

    found.count("planted", told)


def test_a_field_without_a_word_is_seen(matrix, found):
    held = matrix.canaries.all
    some = replace_all(matrix.canaries, [one for one in held if one.field != "Wish.text"])

    found.count("planted", not_filled(some) == ["Wish.text"])


def replace_all(canaries, held):
    found = copy(canaries)
    found.all = held
    return found
