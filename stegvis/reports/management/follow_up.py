"""`follow-up`: from a definition and data to goals, figures and the report."""

import argparse
import shutil
from datetime import date
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.reports.management.progress import step
from stegvis.reports.values.requests import FollowUpRequest
from stegvis.results.values.figures import DisclosureLevel

NARROWEST, WIDEST = 80, 100  # columns; wider lines are hard to follow with the eye


def main(arguments: list[str]) -> int:
    chosen = _parser().parse_args(arguments)
    with step(_("Programmet är startat")):
        # heavy: nobody who asks for help or mistypes an option should wait for it
        from stegvis.reports.actions.follow_up import follow_up  # noqa: PLC0415
        from stegvis.reports.management.told import tell  # noqa: PLC0415
    chosen.level = DisclosureLevel(chosen.level)
    tell(follow_up(FollowUpRequest(**vars(chosen)), step=step), width=_columns())
    return 0


def _columns() -> int:
    return min(max(shutil.get_terminal_size((WIDEST, 0)).columns, NARROWEST), WIDEST)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 run.py follow-up",
        description=_(
            "Räkna målen och skriv rapporten: report.docx, report.pdf, figures.xlsx och "
            "figures.json."
        ),
        epilog=_(
            "Utan --as-of räknas till och med insatsens sista beslutade dag, den dag då "
            "uppgifterna togs ut eller i dag: den dag som är tidigast. Utan --template blir det "
            "slutrapporten (final-2025) när insatsen har tagit slut, annars halvårsrapporten "
            "(half-year)."
        ),
        allow_abbrev=False,
    )
    parser.add_argument("definition", type=Path, metavar="DEFINITION", help=_("insatsens TOML-fil"))
    data = _("arbetsbok, CSV-fil eller mapp med tabeller; utan den blir tabellerna tomma")
    parser.add_argument("data", type=Path, nargs="?", metavar="DATA", help=data)
    out = _("mapp som filerna skrivs till")
    parser.add_argument("--out", type=Path, required=True, metavar=_("MAPP"), help=out)
    _add_choices(parser)
    _add_files(parser)
    return parser


def _add_choices(parser: argparse.ArgumentParser) -> None:
    last = _("sista dagen som räknas, till exempel 2024-12-31")
    parser.add_argument("--as-of", type=_day, metavar=_("DATUM"), help=last)
    names = "status, half-year, final-2025, final-2016, annual-chapter"
    form = _("{names}, eller en egen fil som slutar på .toml").format(names=names)
    parser.add_argument("--template", metavar=_("MALL"), help=form)
    parser.add_argument(
        "--level",
        choices=[str(level) for level in DisclosureLevel],
        default=DisclosureLevel.INTERNAL,
        help=_("internal visar allt, report döljer små antal, open avrundar också"),
    )
    final = _("utan hjälptexter och utan sidan Kvar att göra")
    parser.add_argument("--final", action="store_true", help=final)


def _add_files(parser: argparse.ArgumentParser) -> None:
    texts = _("era texter i Markdown, med rubrikens id efter #")
    parser.add_argument("--texts", type=Path, metavar=_("FIL"), help=texts)
    mapping = _("översättning av ert eget blad, se kommandot mapping")
    parser.add_argument("--mapping", type=Path, metavar=_("FIL"), help=mapping)
    style = _("förbundets eget Word-dokument, för utseendet")
    parser.add_argument("--house-style", type=Path, metavar="DOCX", help=style)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        message = _("{written} är inget datum; skriv som 2024-12-31").format(written=written)
        raise argparse.ArgumentTypeError(message) from None
