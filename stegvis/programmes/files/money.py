"""Amounts as people write them, to whole öre."""

import re
from typing import Any

from stegvis.core.values.formatting import MINUS, ORE_PER_KRONA
from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.findings import Finding

AMOUNT = re.compile(
    rf"([-{MINUS}]?[0-9]+(?:[ \u00a0\u202f][0-9]{{3}})*)(?:,([0-9]{{1,2}}))?\s*(kr|tkr|mkr)?"
)
KRONOR_PER = {"kr": 1, "tkr": 1_000, "mkr": 1_000_000}


def with_amounts_in_ore(row: dict[str, Any]) -> tuple[dict[str, Any], list[Finding]]:
    """A budget row whose `amount` in kronor, number or text, is `amount_ore`."""
    if "amount" not in row:
        return row, []
    rest = {key: value for key, value in row.items() if key != "amount"}
    ore = ore_of(row["amount"])
    if "amount_ore" in row:
        return row, []  # told as an unknown key: a row has one amount
    if ore is None:
        what = _("Beloppet går inte att läsa.")
        expected = _('kronor som 1587500, "1 587 500 kr" eller "1 587,5 tkr"')
        wrong = [Finding(("amount",), what, str(row["amount"]), expected)]
        return {**rest, "amount_ore": 0}, wrong
    return {**rest, "amount_ore": ore}, []


def ore_of(amount: object) -> int | None:
    if isinstance(amount, bool):
        return None
    if isinstance(amount, int):
        return amount * ORE_PER_KRONA
    if isinstance(amount, float):
        exact = round(amount * ORE_PER_KRONA, 4)
        return int(exact) if exact.is_integer() else None
    found = AMOUNT.fullmatch(amount.strip().casefold()) if isinstance(amount, str) else None
    return _spoken(*found.groups()) if found else None


def _spoken(whole: str, fraction: str | None, unit: str | None) -> int:
    kronor = int(re.sub(r"\s", "", whole).replace(MINUS, "-"))
    hundredths = int((fraction or "").ljust(2, "0"))
    sign = -1 if kronor < 0 else 1
    return (kronor * ORE_PER_KRONA + sign * hundredths) * KRONOR_PER[unit or "kr"]
