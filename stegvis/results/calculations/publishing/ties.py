"""What adds up to what between breakdowns, so that an outsider may subtract one from another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from stegvis.results.calculations.disclosure.tables import (
    SMALL_TO,
    CellKey,
    Key,
    Reference,
    Sum,
)
from stegvis.results.calculations.publishing.breakdowns import Breakdowns, Distribution, summed
from stegvis.results.calculations.publishing.crowds import Crowd
from stegvis.results.calculations.publishing.flows import transferred_in_all
from stegvis.results.calculations.publishing.meanings import Meaning, Meanings
from stegvis.results.calculations.publishing.people import GENDER
from stegvis.results.values.figures import Figure

Limits = tuple[tuple[str, str], ...]
Alike = tuple[str, Limits, int, dict[str, int] | None]  # whose, which of them, how many, by gender


@dataclass
class Ties:
    """`told` are totals that stand exactly somewhere, `exact` the cells that they thereby tell."""

    sums: list[Sum] = field(default_factory=list)
    told: list[Crowd] = field(default_factory=list)
    exact: dict[str, set[CellKey]] = field(default_factory=dict)


def ties_of(breakdowns: Breakdowns, figures: Iterable[Figure], meanings: Meanings) -> Ties:
    ties = Ties()
    figures = list(figures)
    for name, cell in (one for each in figures for one in _enrolled_of_interests(breakdowns, each)):
        ties.exact.setdefault(name, set()).add(cell)
    ties.sums.extend(_complements(breakdowns.crowds.each))
    ties.sums.extend(_alike(breakdowns))
    for crowd, meaning in _meant(breakdowns, figures, meanings):
        ties.told.append(crowd)
        for distribution in breakdowns.distributions:
            if distribution.column == meaning.column:
                _tie(ties, crowd, distribution, meaning)
    return ties


def _complements(crowds: Iterable[Crowd]) -> Iterator[Sum]:
    """Those who have left and those who remain make all, where two parts of a crowd do."""
    parts: dict[int, list[Crowd]] = {}
    wholes = {id(whole): whole for crowd in crowds for whole in crowd.wholes}
    for crowd in crowds:
        for whole in crowd.wholes:
            parts.setdefault(id(whole), []).append(crowd)
    for number, whole in wholes.items():
        for one, other in combinations(parts[number], 2):
            shared = whole.vectors.keys() & one.vectors.keys() & other.vectors.keys()
            if one.total + other.total == whole.total and shared:
                yield from _sums_to(whole, one, other, sorted(shared))


def _sums_to(whole: Crowd, one: Crowd, other: Crowd, shared: list[str]) -> Iterator[Sum]:
    for grouping in shared:
        vectors = [crowd.vectors[grouping] for crowd in (whole, one, other)]
        if all(
            vectors[0].get(code, 0) == vectors[1].get(code, 0) + vectors[2].get(code, 0)
            for code in {code for vector in vectors for code in vector}
        ):
            for code in vectors[0]:
                limit = ((grouping, code),)
                yield (whole.name, limit), ((one.name, limit), (other.name, limit))


def _alike(breakdowns: Breakdowns) -> Iterator[Sum]:
    """Categories that are as many as another, women and men: the transferred went elsewhere.

    Small ones are left aside: they are hidden wherever they stand, and often alike by chance.
    """
    found: dict[object, tuple[str, Limits]] = {}
    crowds = [(one.name, (), one.total, one.vectors.get(GENDER)) for one in breakdowns.crowds.each]
    for name, limits, total, genders in (*crowds, *_categories(breakdowns)):
        if total <= SMALL_TO or genders is None:
            continue
        many = frozenset((gender, count) for gender, count in genders.items() if count)
        first = found.setdefault((total, many), (name, limits))
        if first != (name, limits):
            yield (first[0], first[1]), ((name, limits),)
            for gender in genders:
                one, other = (
                    (whose, tuple(sorted([*those, (GENDER, gender)])))
                    for whose, those in (first, (name, limits))
                )
                yield one, (other,)


def _categories(breakdowns: Breakdowns) -> Iterator[Alike]:
    for one in breakdowns.distributions:
        genders = summed(one.by_gender, 1)
        for code, many in one.crowd.vectors[one.column].items():
            each = {gender: one.by_gender.get((code, gender), 0) for gender in genders}
            yield one.crowd.name, ((one.column, code),), many, each or None


def _meant(
    breakdowns: Breakdowns, figures: Iterable[Figure], meanings: Meanings
) -> Iterator[tuple[Crowd, Meaning]]:
    """Crowds whose total is printed and that are, in words, some categories of a breakdown."""
    for figure in figures:
        for one in (figure, *figure.parts):
            crowd, meaning = breakdowns.numerators.get(one.id), meanings.numerators.get(one.id)
            if crowd is not None and meaning is not None:
                yield crowd, meaning
            for reason, many in one.excluded.items():
                if meaning := meanings.exclusions.get((one.id, reason)):
                    yield Crowd(f"{breakdowns.programme}/{one.id}: {reason}", many), meaning
        yield from _standing_totals(breakdowns.programme, figure, meanings)


def _standing_totals(
    programme: str, figure: Figure, meanings: Meanings
) -> Iterator[tuple[Crowd, Meaning]]:
    onwards = figure.groups.get("stage", {}).get("onwards")
    if onwards is not None and onwards.k is not None:
        yield Crowd(f"{programme}/{figure.id}: onwards", onwards.k), meanings.onwards
    transferred = transferred_in_all(figure) if figure.kind == "flow" else None
    if transferred is not None:
        yield Crowd(f"{programme}/{figure.id}: transferred", transferred), meanings.transferred


def _enrolled_of_interests(breakdowns: Breakdowns, figure: Figure) -> Iterator[Reference]:
    """Interests that became enrolments are as many as the stage beside them says."""
    stages = {cell.k for cell in figure.groups.get("stage", {}).values()}
    for grouping, cells in figure.groups.items():
        if grouping != "stage" and stages:
            name = f"{breakdowns.programme}/{figure.id}/{grouping} by {grouping}"
            yield from ((name, (code,)) for code, cell in cells.items() if cell.k in stages)


def _tie(ties: Ties, crowd: Crowd, distribution: Distribution, meaning: Meaning) -> None:
    vector = distribution.crowd.vectors.get(distribution.column, {})
    codes = [code for code in vector if code in meaning.codes]
    if not codes or sum(vector[code] for code in codes) != crowd.total:
        return
    if len(codes) == 1:
        ties.exact.setdefault(distribution.table, set()).add((codes[0],))
    ties.sums.append(((crowd.name, ()), _parts(distribution, codes)))
    genders = crowd.vectors.get(GENDER, {})
    if all(_many(distribution, codes, gender) == many for gender, many in genders.items()):
        ties.sums.extend(
            ((crowd.name, ((GENDER, gender),)), _parts(distribution, codes, gender))
            for gender in genders
        )


def _many(distribution: Distribution, codes: Iterable[str], gender: str) -> int:
    return sum(distribution.by_gender.get((code, gender), 0) for code in codes)


def _parts(
    distribution: Distribution, codes: Iterable[str], gender: str | None = None
) -> tuple[Key, ...]:
    limits: tuple[tuple[str, str], ...] = () if gender is None else ((GENDER, gender),)
    return tuple(
        (distribution.crowd.name, tuple(sorted([(distribution.column, code), *limits])))
        for code in codes
    )
