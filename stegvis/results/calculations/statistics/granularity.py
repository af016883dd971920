"""Whether a printed mean or per cent can come from whole numbers at all (GRIM)."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal


def is_possible_mean(printed: str, n: int, *, items: int = 1) -> bool:
    """`printed` is text, since its last noughts say how it was rounded.

    `items`: how many whole-number answers each person's value is the mean of. A half may have
    been rounded either way. Source: [GRIM2017].
    """
    value = Decimal(printed)
    last_digit = value.as_tuple().exponent
    half = Decimal(5).scaleb(int(last_digit) - 1)
    lowest = ((value - half) * n * items).to_integral_value(ROUND_CEILING)
    highest = ((value + half) * n * items).to_integral_value(ROUND_FLOOR)
    return lowest <= highest


def is_possible_percent(printed: str, n: int) -> bool:
    """The same for a per cent of `n` persons."""
    return is_possible_mean(str(Decimal(printed).scaleb(-2)), n)
