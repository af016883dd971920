"""The verdict, computed from value and target and never typed."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from stegvis.programmes.values.conditions import Operator
from stegvis.programmes.values.indicators import Target
from stegvis.results.values.figures import Verdict

NOISELESS_DECIMALS = 9


def exact(number: float) -> Decimal:
    """The number as it was written: 0.1, not its nearest binary neighbour."""
    return Decimal(str(number))


def without_noise(number: float) -> Decimal:
    """A mean or an estimate of floating numbers, without the digits that their order decides."""
    return exact(round(number, NOISELESS_DECIMALS))


def reaches(value: Decimal, target: Target) -> bool:
    wanted = exact(target.value)
    if target.op is Operator.AT_MOST:
        return value <= wanted
    return value == wanted if target.op is Operator.EQUAL else value >= wanted


def share_reaches(k: int, n: int, target: Target) -> bool:
    """Compares k with n times the target, so that no rounding decides."""
    return reaches(Decimal(k), scaled(target, n))


def scaled(target: Target, n: int) -> Target:
    return Target(op=target.op, value=float(exact(target.value) * n))


def lacking(counted: float, target: Target) -> float:
    """How many whole units are missing to the target (too many, for an upper one); 0 if reached."""
    wanted, have = exact(target.value), exact(counted)
    if reaches(have, target):
        return 0
    upper = target.op is Operator.AT_MOST
    whole = wanted.to_integral_value(ROUND_FLOOR if upper else ROUND_CEILING)
    short = abs(have - whole)
    return int(short) if short == short.to_integral_value() else float(short)


def verdict_of(*, reached: bool, n: int, fewest: int) -> Verdict:
    if n < max(fewest, 1):
        return Verdict.TOO_FEW
    return Verdict.REACHED if reached else Verdict.NOT_REACHED


def verdict_within(bounds: tuple[float, float], target: Target) -> Verdict:
    """The verdict of an approximate value: only where both ends of it agree."""
    low, high = (reaches(exact(bound), target) for bound in bounds)
    if low != high:
        return Verdict.NOT_MEASURED
    return Verdict.REACHED if low else Verdict.NOT_REACHED


def verdict_of_parts(verdicts: list[Verdict]) -> Verdict:
    """Reached when every declared part is; partly when some are."""
    if all(verdict is Verdict.REACHED for verdict in verdicts):
        return Verdict.REACHED
    if any(verdict is Verdict.REACHED for verdict in verdicts):
        return Verdict.PARTLY
    undecided = [v for v in verdicts if v is not Verdict.NOT_REACHED]
    return undecided[0] if len(undecided) == len(verdicts) else Verdict.NOT_REACHED
