"""Every number that the figures already hold, with the name a text should use for it."""

from dataclasses import dataclass

from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.wording.outcomes import SHARES
from stegvis.reports.calculations.wording.scales import Scale, scale_of
from stegvis.reports.calculations.wording.vocabulary import GENDER, MAN, WOMAN
from stegvis.results.values.figures import Cell, Figure

TARGET = ".target"
GENDER_NAMES = {WOMAN: "women", MAN: "men"}


@dataclass(frozen=True)
class KnownShare:
    """A share that some figure has; k and n are None where the value is not their quotient."""

    reference: str
    words: str
    value: float
    k: int | None
    n: int | None

    @property
    def is_target(self) -> bool:
        return self.reference.endswith(TARGET)

    def is_outcome_of(self, target: "KnownShare") -> bool:
        return f"{self.reference}{TARGET}" == target.reference


@dataclass(frozen=True)
class KnownCount:
    reference: str
    words: str
    value: float
    unit: str
    gender: str = ""
    is_part_of_a_share: bool = False


@dataclass(frozen=True)
class KnownNumbers:
    shares: tuple[KnownShare, ...]
    counts: tuple[KnownCount, ...]

    @property
    def bases(self) -> tuple[int, ...]:
        """Every number that some share has as its base or its part, smallest first."""
        found = {one.n for one in self.shares} | {one.k for one in self.shares}
        return tuple(sorted(base for base in found if base))


def known_numbers(subject: Subject) -> KnownNumbers:
    shares: list[KnownShare] = []
    counts: list[KnownCount] = []
    for one in subject.with_parts():
        prefix = "" if one.definition.id == subject.definition.id else f"{one.definition.id}/"
        for figure in one.follow_up.figures:
            if figure.hidden:
                continue
            if scale_of(figure, one.words) in SHARES:
                shares += _shares(figure, prefix, one)
            counts += _counts(figure, prefix, one)
    shares.sort(key=lambda one: one.is_target)  # of two equal ones the outcome goes before
    return KnownNumbers(tuple(shares), tuple(counts))


def _shares(figure: Figure, prefix: str, subject: Subject) -> list[KnownShare]:
    name, words = f"{prefix}{figure.id}", subject.words.title(figure)
    found = [
        KnownShare(f"{name}.{attribute}" if attribute else name, words, cell.value, cell.k, cell.n)
        for attribute, cell in _cells(figure)
        if cell.value is not None and not cell.hidden and _is_share(figure, attribute, subject)
    ]
    if figure.target is not None:
        found.append(KnownShare(f"{name}{TARGET}", words, figure.target.value, None, None))
    return found


def _is_share(figure: Figure, attribute: str, subject: Subject) -> bool:
    """A breakdown is a number as a whole, and a share in each of its groups."""
    scale = scale_of(figure, subject.words)
    return scale is Scale.SHARE or (scale is Scale.PARTS and bool(attribute))


def _cells(figure: Figure) -> list[tuple[str, Cell]]:
    """The whole figure, then women and men, then every other group by its code."""
    found = [("", Cell(figure.value, figure.k, figure.n))]
    for grouping, cells in figure.groups.items():
        if ":" in grouping:
            continue  # the same again for one gender
        for code, cell in cells.items():
            if code:
                named = GENDER_NAMES.get(code, code) if grouping == GENDER else code
                found.append((named, cell))
    return found


def _counts(figure: Figure, prefix: str, subject: Subject) -> list[KnownCount]:
    name, words = f"{prefix}{figure.id}", subject.words.title(figure)
    found = []
    for attribute, cell in _cells(figure):
        is_share = _is_share(figure, attribute, subject)
        gender = {"women": WOMAN, "men": MAN}.get(attribute, "")
        parts = (("k", cell.k), ("n", cell.n)) if is_share else (("", cell.value),)
        for part, value in parts:
            if value is not None and not cell.hidden:
                reference = ".".join(filter(None, (name, attribute or part)))
                found.append(KnownCount(reference, words, value, figure.unit, gender, is_share))
    return found
