"""Change in the same persons between two measurements, never between two groups."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt
from statistics import fmean, median, stdev

from stegvis.results.calculations.statistics.shares import LEVEL, two_sided_z
from stegvis.results.values.figures import Interval

HALF = 0.5  # of a standard deviation: Norman2003, a convention


class Change(StrEnum):
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"


class Basis(StrEnum):
    """Where a threshold comes from; `half_sd` is a convention and is printed as one."""

    INSTRUMENT = "instrument"
    RELIABLE_CHANGE = "reliable_change"
    HALF_SD = "half_sd"
    ANY_STEP = "any_step"


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least change that counts, in the instrument's own unit."""

    value: float
    basis: Basis

    @property
    def is_convention(self) -> bool:
        return self.basis is Basis.HALF_SD


@dataclass(frozen=True, slots=True)
class PairedChange:
    """After minus before, for those measured twice. Nothing to say of spread with one pair."""

    n: int
    mean: float
    median: float
    sd: float | None
    interval: Interval | None
    wilcoxon_p: float | None


@dataclass(frozen=True, slots=True)
class ChangeCounts:
    improved: int
    unchanged: int
    deteriorated: int

    @property
    def n(self) -> int:
        return self.improved + self.unchanged + self.deteriorated


def paired_change(
    before: Sequence[float], after: Sequence[float], *, level: float = LEVEL
) -> PairedChange | None:
    """Mean difference with Student's interval, and Wilcoxon's signed rank as a check."""
    differences = [late - early for early, late in zip(before, after, strict=True)]
    if not differences:
        return None
    mean, middle = fmean(differences), median(differences)
    if len(differences) == 1:
        return PairedChange(1, mean, middle, None, None, None)
    sd = stdev(differences)
    return PairedChange(
        n=len(differences),
        mean=mean,
        median=middle,
        sd=sd,
        interval=_student_interval(differences, level),
        wilcoxon_p=_wilcoxon(differences),
    )


def _student_interval(differences: Sequence[float], level: float) -> Interval:
    from scipy.stats import t  # noqa: PLC0415 - slow to import

    n = len(differences)
    reach = float(t.ppf((1 + level) / 2, n - 1)) * stdev(differences) / sqrt(n)
    mean = fmean(differences)
    return Interval("student, paired", level, mean - reach, mean + reach)


def _wilcoxon(differences: Sequence[float]) -> float | None:
    """None when nobody has changed: there is nothing to rank."""
    if not any(differences):
        return None
    from scipy.stats import wilcoxon  # noqa: PLC0415 - slow to import

    return float(wilcoxon(differences).pvalue)


def reliable_change(sd_before: float, reliability: float, *, level: float = LEVEL) -> Threshold:
    """What measurement error alone would seldom give. Source: [JacobsonTruax1991]."""
    if not 0 <= reliability < 1:
        message = f"a reliability of {reliability} is not within 0–1"
        raise ValueError(message)
    error_of_difference = sd_before * sqrt(2 * (1 - reliability))
    return Threshold(two_sided_z(level) * error_of_difference, Basis.RELIABLE_CHANGE)


def half_sd(before: Sequence[float]) -> Threshold | None:
    """Used only where the instrument has no published least important change.

    Source: [Norman2003].
    """
    return Threshold(HALF * stdev(before), Basis.HALF_SD) if len(before) > 1 else None


def classify(difference: float, threshold: Threshold, *, higher_is_better: bool = True) -> Change:
    """A change as large as the threshold counts; of any-step thresholds, only one above nought."""
    gain = difference if higher_is_better else -difference
    if gain and abs(gain) >= threshold.value:
        return Change.IMPROVED if gain > 0 else Change.DETERIORATED
    return Change.UNCHANGED


def count_changes(
    differences: Iterable[float], threshold: Threshold, *, higher_is_better: bool = True
) -> ChangeCounts:
    found = [classify(d, threshold, higher_is_better=higher_is_better) for d in differences]
    return ChangeCounts(*(found.count(change) for change in Change))


def domains_improved(
    pairs: Mapping[str, tuple[float | None, float | None]],
    threshold: Threshold,
    *,
    higher_is_better: bool = True,
) -> tuple[int, int]:
    """(improved, measured twice) for one person's domains; the rest has no baseline or no end."""
    differences = [
        after - before
        for before, after in pairs.values()
        if before is not None and after is not None
    ]
    counts = count_changes(differences, threshold, higher_is_better=higher_is_better)
    return counts.improved, counts.n


def domains_distribution(improved: Iterable[int], domains: int) -> tuple[int, ...]:
    """How many persons improved in 0, 1, … `domains` domains: published beside the yes or no."""
    found = list(improved)
    return tuple(found.count(number) for number in range(domains + 1))
