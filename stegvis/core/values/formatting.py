"""Numbers, shares, money and dates as Swedish readers expect them."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from stegvis.core.values.language import current_language
from stegvis.core.values.language import gettext as _

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
ORE_PER_KRONA = 100
FEW_FOR_PERCENT = 10  # [OWN:glossary] a per cent of fewer than ten misleads


def number(value: float | Decimal, decimals: int = 0) -> str:
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    swedish = current_language() == "sv"
    whole, _point, fraction = f"{abs(rounded):,}".partition(".")
    grouped = whole.replace(",", NO_BREAK_SPACE if swedish else ",")
    sign = MINUS if rounded < 0 else ""
    mark = "," if swedish else "."
    return f"{sign}{grouped}{mark}{fraction}" if fraction else f"{sign}{grouped}"


def percent(share: float, decimals: int = 0) -> str:
    """A share 0–1 as per cent, with the space that Swedish wants."""
    space = NO_BREAK_SPACE if current_language() == "sv" else ""
    return f"{number(Decimal(str(share)) * 100, decimals)}{space}%"


def share(k: int, n: int, decimals: int = 0) -> str:
    """`48 %`, or `4 av 6` where the base is too small for per cent."""
    if n < FEW_FOR_PERCENT:
        return _("{k} av {n}").format(k=number(k), n=number(n))
    return percent(k / n, decimals)


def kronor(ore: int) -> str:
    decimals = 2 if ore % ORE_PER_KRONA else 0
    return f"{number(Decimal(ore) / ORE_PER_KRONA, decimals)}{NO_BREAK_SPACE}kr"


def quoted(words: str) -> str:
    return _("”{words}”").format(words=words)


def day(value: date) -> str:
    return value.isoformat()
