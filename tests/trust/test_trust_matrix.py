"""T1, T2 and T4: every address about a person, as everybody in every relation to the person."""

import logging

import pytest
from django.shortcuts import redirect

from stegvis.core.values.sightings import GroundlessError
from stegvis.web.people import views as people
from tests.people_table import PEOPLE
from tests.trust.changed import changed
from tests.trust.crawl import foreign_words, wrong_in_log
from tests.trust.leaks import BEHIND, LEAKS, PAGES, first_wall_away
from tests.trust.matrix import Cell
from tests.trust.measuring import check, size_asked
from tests.trust.walls import wrong_at_walls

CHECK = "T1"
AT_WALLS = ("case_worker.own", "case_worker.partner", "case_worker.far", "alva", "shut")
AT_ALL = ("case_worker.own", "case_worker.partner")
KINDS = {"Person", "Representative", "Attachment", "Disclosure"}
A_FEW = ("case_worker", "programme_leader", "administrator")


@pytest.fixture(scope="module")
def heard():
    """Everything that was said in the log of the process while the addresses were asked."""
    lines = []
    handler = logging.Handler()
    handler.emit = lambda record: lines.append(f"{record.getMessage()} {record.exc_info or ''}")
    logging.getLogger().addHandler(handler)
    yield lines
    logging.getLogger().removeHandler(handler)


@pytest.fixture(scope="module")
def crawled(staged, heard, django_db_blocker):
    """Every cell at night; thousands in `trust`, the same hundred and more in the usual run."""
    size = size_asked()
    with django_db_blocker.unblock():
        cells = [*staged.some(size.of(120, 3000, 10**6)), *staged.cells_of_children()]
        return [staged.ask(cell) for cell in cells]


def test_every_address_about_a_person_has_a_rule(matrix):
    declared = {name: set(one.declared.methods) for name, one in matrix.addresses.items()}

    assert {name: set(rule.answers) for name, rule in PEOPLE.items()} == declared


def test_everybody_is_answered_as_they_stand(matrix, crawled, found):
    faults = [fault for fault in map(matrix.is_wrong, crawled) if fault]

    assert faults == []
    found.add("cells", len(faults), len(crawled))


def test_pages_show_no_more_where_the_first_wall_is_away(matrix, size, found):
    """Answers and words both: what is let through by one wall is stopped by the other."""
    with first_wall_away():
        asked = [matrix.ask(cell) for cell in matrix.some(size.of(30, 300, 1500))]

    told = [word for one in asked for word in foreign_words(matrix, one)]
    assert [fault for fault in map(matrix.is_wrong, asked) if fault] == []
    found.tell(len(told), len(asked), "cells behind the second wall alone")


def test_both_walls_stand_around_every_kind_of_row(matrix, size, found):
    users = size.of(AT_ALL, AT_WALLS, sorted(matrix.stage.users))

    faults = wrong_at_walls(matrix, users)

    assert faults == []
    found.tell(len(faults), len(users) * (len(matrix.canaries.rows) + 1) * 2, "walls")


@pytest.mark.parametrize("name", LEAKS)
def test_a_leak_is_seen(matrix, name, size, found):
    """A part of them in the usual run; all that is told is told together."""
    leak = LEAKS[name]
    if size.of(list(LEAKS).index(name) % 10, 0):
        pytest.skip("in trust")

    with leak.planted():
        seen = is_seen(matrix, leak)

    found.count("planted", seen)


def is_seen(matrix, leak):
    if leak.seen_at not in {PAGES, BEHIND}:
        try:
            return bool(wrong_at_walls(matrix, AT_WALLS, KINDS))
        except GroundlessError:  # seen, and nothing says why: the log refuses
            return True
    if leak.seen_at == BEHIND:
        with first_wall_away():
            return is_wrong_somewhere(matrix)
    return is_wrong_somewhere(matrix)


def is_wrong_somewhere(matrix):
    matrix.missing.clear()
    return any(matrix.is_wrong(matrix.ask(cell)) for cell in telling_cells(matrix))


def telling_cells(matrix):
    """A few roles in every relation, by the plainest page and the plainest form; and children."""
    users = [f"{role}.{group}" for group in ("own", "partner", "far") for role in A_FEW]
    plain = {("person", "GET"), ("person_number", "POST")}
    cells = [
        cell for cell in matrix.cells() if cell.user in users and (cell.name, cell.method) in plain
    ]
    return [*cells, Cell("person", "GET", "nobody", "own"), *matrix.cells_of_children()]


@check("T2")
def test_nobody_reads_what_is_not_theirs(matrix, crawled, heard, found):
    told = [(one.cell, word) for one in crawled for word in foreign_words(matrix, one)]
    said = matrix.pattern.findall(" ".join(heard).lower())

    assert (told, said) == ([], [])
    found.tell(len(told) + len(said), sum(len(one.words) for one in crawled), "words read")


@check("T4")
def test_every_page_leaves_its_rows(matrix, crawled, found):
    faults = [(one.cell, fault) for one in crawled for fault in wrong_in_log(matrix, one)]

    assert faults == []
    found.tell(len(faults), len(crawled), "visits")


@check("T10")
def test_every_answer_about_a_person_says_what_it_should(crawled, found):
    faults = [(one.cell, one.headers) for one in crawled if one.headers]

    assert faults == []
    found.add("answers", len(faults), len(crawled))


SEEN, HIDDEN = (
    Cell("person", "GET", "case_worker.own", "own"),
    Cell("person", "GET", "case_worker.own", "colleague's"),
)
PARTNERS = Cell("person", "GET", "case_worker.partner", "partner, no consent")


@check("T2")
def test_words_that_get_through_both_walls_are_seen(matrix, found):
    with first_wall_away(), LEAKS["the database is told of no viewer"].planted():
        asked = matrix.ask(PARTNERS)

    found.count("planted", foreign_words(matrix, asked))


@check("T2")
def test_a_word_in_an_address_is_seen(matrix, monkeypatch, found):
    """As if the page led on to one with the name of the person in its address."""
    monkeypatch.setattr(people, "_portrait", lambda _request, one: redirect(f"/x/{one}/"))

    asked = matrix.ask(SEEN)

    found.count("planted", foreign_words(matrix, asked))


@pytest.mark.parametrize(
    ("place", "old", "new", "cell"),
    [
        ("stegvis.core.actions.access_log", "if entries:", "if False:", SEEN),
        ("stegvis.core.actions.access_log", "[_entry(row, visit) for row in rows]", "[]", HIDDEN),
    ],
)
@check("T4")
def test_a_row_that_is_missing_is_seen(matrix, place, old, new, cell, found):
    with changed(place, old, new):
        asked = matrix.ask(cell)

    found.count("planted", wrong_in_log(matrix, asked))


@check("T4")
@pytest.mark.parametrize("field", ["role", "unit", "route", "about"])
def test_a_row_that_is_not_whole_is_seen(matrix, field, found):
    asked = matrix.ask(SEEN)
    for row in asked.log:
        setattr(row, field, "")

    found.count("planted", wrong_in_log(matrix, asked))
