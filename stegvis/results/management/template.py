"""`template`: an empty workbook for a programme's facts."""

import argparse
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.definition import load_programme
from stegvis.results.calculations.workbook_plans import sheet_plan, tables_plan
from stegvis.results.files.workbooks import write_workbook

PLANS = {"sheet": sheet_plan, "tables": tables_plan}


def main(arguments: list[str]) -> int:
    chosen = _parser().parse_args(arguments)
    if chosen.out.suffix.lower() != ".xlsx":
        sentence = _("{file} ska sluta på .xlsx.")
        raise Refused(sentence.format(file=chosen.out.name))
    if chosen.out.exists() and not chosen.force:
        sentence = _("{file} finns redan. Välj ett annat namn, eller skriv över med --force.")
        raise Refused(sentence.format(file=chosen.out.name))
    definition, _parts = load_programme(chosen.definition)
    plan = PLANS[chosen.kind](definition)
    write_workbook(plan, chosen.out)
    names = ", ".join(sheet.name for sheet in plan.sheets)
    print(_("{file} är skriven, med bladen {sheets}.").format(file=chosen.out, sheets=names))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 run.py template",
        description=_("Skriv en tom arbetsbok att fylla i, med listor ur definitionen."),
    )
    programme, out = _("insatsens TOML-fil"), _("arbetsboken som skrivs, slutar på .xlsx")
    parser.add_argument("definition", type=Path, metavar="DEFINITION", help=programme)
    parser.add_argument("--out", type=Path, required=True, metavar=_("FIL"), help=out)
    parser.add_argument(
        "--kind",
        choices=tuple(PLANS),
        default="sheet",
        help=_("sheet: en rad för varje deltagare; tables: ett blad för varje tabell"),
    )
    parser.add_argument("--force", action="store_true", help=_("skriv över filen om den finns"))
    return parser
