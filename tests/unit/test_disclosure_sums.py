"""Sums between tables: what one table tells of another, and large problems cell by cell."""

from datetime import date

from stegvis.results.calculations.disclosure import searches
from stegvis.results.calculations.disclosure.protection import protect
from stegvis.results.calculations.disclosure.recovery import audit, recover
from stegvis.results.calculations.disclosure.register import OpenRelease, reasons_against
from stegvis.results.calculations.disclosure.tables import CountTable, Range

SPREAD = CountTable(
    "spread", ("to",), {("work",): 3, ("studies",): 30, ("care",): 9, ("other",): 58}
)
ONWARDS = CountTable(
    "onwards",
    ("all",),
    {("all",): 33},
    exact=frozenset({("all",)}),
    sums=((("onwards", ()), (("spread", (("to", "work"),)), ("spread", (("to", "studies"),)))),),
)


def hidden(table):
    return {cell[0] for cell in table.hidden}


def test_partner_is_chosen_within_a_sum_that_is_told():
    alone, together = protect([SPREAD], "report"), protect([SPREAD, ONWARDS], "report")

    assert hidden(alone[0]) == {"work", "care"}
    assert hidden(together[0]) == {"work", "studies"}


def test_outsider_subtracts_what_another_table_tells():
    alone, beside = protect([SPREAD], "report"), protect([ONWARDS], "report")

    assert recover(alone)["spread", ("work",)] == Range(0, 12)
    assert recover([*alone, *beside])["spread", ("work",)] == Range(3, 3)


def test_sum_of_cells_that_nobody_prints_is_left_out():
    elsewhere = (("onwards", ()), (("spread", (("to", "nowhere"),)),))
    table = CountTable("onwards", ("all",), ONWARDS.counts, sums=(elsewhere,))

    assert hidden(protect([SPREAD, table], "report")[0]) == {"work", "care"}


def test_equal_cells_are_one_and_hidden_together():
    """A sum of one part says that two cells are equal."""
    other = CountTable(
        "other",
        ("why",),
        {("moved",): 9, ("ill",): 50, ("lost",): 41},
        sums=((("other", (("why", "moved"),)), (("spread", (("to", "care"),)),)),),
    )

    pair = CountTable("spread", ("to",), {("work",): 3, ("care",): 9})
    spread, reasons = protect([pair, other], "report")

    assert hidden(spread) == {"work", "care"}
    assert hidden(reasons) == {"moved", "lost"}


def test_large_problem_is_solved_cell_by_cell(monkeypatch):
    monkeypatch.setattr(searches, "is_large", lambda _problem, _ambiguous: True)
    counts = {("w", "a"): 3, ("w", "b"): 20, ("w", "c"): 12}
    counts |= {("m", "a"): 15, ("m", "b"): 2, ("m", "c"): 9}

    found = protect([CountTable("t", ("sex", "outcome"), counts)], "report")

    assert len(found[0].hidden) == 4
    assert audit(found).holds


def test_sums_hold_within_each_release():
    def release(on, work):
        counts = {("work",): work, ("studies",): 30}
        table = CountTable("spread", ("to",), counts)
        told = CountTable(
            "told",
            ("all",),
            {("all",): work},
            is_additive=False,
            sums=((("told", (("all", "all"),)), (("spread", (("to", "work"),)),)),),
        )
        return OpenRelease(on, on, tuple(protect([table, told], "open")))

    first, second = release(date(2024, 1, 15), 12), release(date(2024, 8, 15), 40)

    assert reasons_against(second, [first]) == []


def test_total_by_itself_is_not_read_as_a_part():
    """Eight of twelve may be told as totals, though four are outside: no part was redacted."""
    people = CountTable("people", ("gender",), {("man",): 11, ("",): 1})
    exited = CountTable("exited", ("gender",), {("man",): 8}, within="people")
    stages = CountTable(
        "stages",
        ("stage",),
        {("enrolled",): 12, ("exited",): 8},
        is_additive=False,
        sums=(
            (("people", ()), (("stages", (("stage", "enrolled"),)),)),
            (("exited", ()), (("stages", (("stage", "exited"),)),)),
        ),
    )

    found = protect([people, exited, stages], "open")

    assert [table.is_withheld for table in found] == [False, False, False]
    assert dict(found[2].cells) == {("enrolled",): 10, ("exited",): 10}
