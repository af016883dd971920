"""Figures as tests of publishing want to read them: numbers in, a follow-up out."""

from datetime import date

from stegvis.results.calculations.publishing.publish import publish
from stegvis.results.calculations.statistics.shares import wilson
from stegvis.results.values.figures import Cell, DisclosureLevel, Figure, FollowUp

HIDDEN = Cell(None, hidden="Uppgiften visas inte, för att ingen ska kunna kännas igen.")
WOMAN, MAN = "woman", "man"


def figure(figure_id, kind, *, value=None, k=None, n=None, **more):
    blank = {
        "goal": figure_id,
        "unit": "person",
        "population": "enrolled",
        "population_name": "alla som har skrivits in",
        "cut_off": date(2024, 12, 31),
        "definition_version": "1",
    }
    return Figure(id=figure_id, kind=kind, value=value, k=k, n=n, **(blank | more))


def part(k, n):
    return Cell(k / n if n else None, k, n, interval=wilson(k, n) if n else None)


def share(figure_id, gender, *, groups=None, **more):
    """`gender` and each grouping map a code to (k, n)."""
    cells = {
        name: {code: part(*pair) for code, pair in pairs.items()}
        for name, pairs in ({"gender": gender} | (groups or {})).items()
    }
    k, n = (sum(pair[place] for pair in gender.values()) for place in (0, 1))
    made = {"value": k / n, "k": k, "n": n, "interval": wilson(k, n), "bounds": (k / n, k / n)}
    return figure(figure_id, "share", groups=cells, **(made | more))


def persons(woman, man, figure_id="persons", **more):
    cells = {WOMAN: Cell(woman, woman), MAN: Cell(man, man)}
    return figure(
        figure_id, "count", value=woman + man, k=woman + man, groups={"gender": cells}, **more
    )


def distribution(figure_id, column, by_gender, **more):
    """`by_gender` maps a gender to its counts by code."""
    codes = dict.fromkeys(code for counts in by_gender.values() for code in counts)
    whole = {code: sum(counts.get(code, 0) for counts in by_gender.values()) for code in codes}
    n = sum(whole.values())
    groups = {column: {code: part(k, n) for code, k in whole.items()}}
    for gender, counts in by_gender.items():
        members = sum(counts.values())
        groups[f"{column}:{gender}"] = {code: part(k, members) for code, k in counts.items()}
    return figure(figure_id, "distribution", value=n, k=n, n=n, groups=groups, **more)


def follow_up(*figures, parts=()):
    return FollowUp(
        programme="provet",
        programme_name="Provet",
        definition_version="1",
        as_of=date(2024, 12, 31),
        data_state="0",
        level=DisclosureLevel.INTERNAL,
        rows_left_out=0,
        figures=figures,
        parts=parts,
    )


def published(*figures, level="report", definitions=()):
    """The figures at a level, by id."""
    found = publish(follow_up(*figures), level, definitions)
    return {one.id: one for one in found.figures}


def counts(cells):
    """`(k, n)` by code; None where the cell is hidden."""
    return {code: None if cell.hidden else (cell.k, cell.n) for code, cell in cells.items()}
