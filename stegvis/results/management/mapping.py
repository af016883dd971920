"""`mapping propose` and `mapping check`: a sheet of one's own, translated once."""

import argparse
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import ngettext
from stegvis.core.values.refusals import Refused
from stegvis.programmes.files.definition import load_programme
from stegvis.results.calculations.reading.mapping_check import words_to_fill
from stegvis.results.files.facts import read_facts
from stegvis.results.files.mapping_text import mapping_text
from stegvis.results.files.mappings import load_mapping, propose
from stegvis.results.values.mapping import Mapping, Proposal

SHOWN = 20  # faults on the screen; the rest are counted


def main(arguments: list[str]) -> int:
    chosen = _parser().parse_args(arguments)
    return int(chosen.run(chosen))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python3 run.py mapping",
        description=_("Översätt kolumnerna i ett eget blad till definitionens ord."),
    )
    actions = parser.add_subparsers(required=True, metavar=_("ÅTGÄRD"))
    summary = _("föreslå en översättning ur rubrikerna")
    proposing = actions.add_parser("propose", help=summary, description=f"{summary.capitalize()}.")
    programme, sheet = _("insatsens TOML-fil"), _("arbetsboken eller CSV-filen")
    proposing.add_argument("definition", type=Path, metavar="DEFINITION", help=programme)
    proposing.add_argument("data", type=Path, metavar="DATA", help=sheet)
    chosen, out = _("bladets namn, om det finns flera"), _("filen som skrivs")
    proposing.add_argument("--sheet", default="", metavar=_("BLAD"), help=chosen)
    proposing.add_argument("--out", type=Path, required=True, metavar=_("FIL"), help=out)
    proposing.add_argument("--force", action="store_true", help=_("skriv över filen om den finns"))
    proposing.set_defaults(run=_propose)
    summary = _("kontrollera en översättning")
    checking = actions.add_parser("check", help=summary, description=f"{summary.capitalize()}.")
    checking.add_argument("definition", type=Path, metavar="DEFINITION", help=programme)
    mapping = _("översättningen")
    checking.add_argument("mapping", type=Path, metavar=_("ÖVERSÄTTNING"), help=mapping)
    trial = _("arbetsboken eller CSV-filen, för att pröva att läsa den")
    checking.add_argument("data", type=Path, nargs="?", metavar="DATA", help=trial)
    checking.set_defaults(run=_check)
    return parser


def _propose(chosen: argparse.Namespace) -> int:
    if chosen.out.exists() and not chosen.force:
        sentence = _("{file} finns redan. Välj ett annat namn, eller skriv över med --force.")
        raise Refused(sentence.format(file=chosen.out.name))
    definition, _parts = load_programme(chosen.definition)
    proposal = propose(chosen.data, definition, sheet=chosen.sheet)
    _write(chosen.out, mapping_text(proposal, definition))
    _tell(proposal, chosen.out)
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        sentence = _("{file} går inte att skriva. Finns mappen, och får du skriva i den?")
        raise Refused(sentence.format(file=path)) from error


def _tell(proposal: Proposal, out: Path) -> None:
    mapping = proposal.mapping
    print(
        _("Bladet {sheet}, rubriker på rad {row}.").format(
            sheet=mapping.sheet, row=mapping.heading_row
        )
    )
    print(_("Kolumner som läses: {headings}.").format(headings=", ".join(mapping.headings)))
    for heading, why in proposal.unread.items():
        print(_("Läses inte: {heading} ({why}).").format(heading=heading, why=why))
    for heading, why in proposal.doubts.items():
        print(_("Osäker: {heading} ({why}).").format(heading=heading, why=why))
    for (heading, word), why in proposal.word_doubts.items():
        if mapping.words[heading][word]:
            sentence = _("Osäker: {heading}: {word} ({why}).")
            print(sentence.format(heading=heading, word=word, why=why))
    _tell_words(mapping)
    print(
        _("Översättningen är skriven till {file}. Se över den innan den används.").format(file=out)
    )


def _tell_words(mapping: Mapping) -> None:
    empty = words_to_fill(mapping)
    if empty:
        sentence = ngettext(
            "{count} ord saknar betydelse: {words}.",
            "{count} ord saknar betydelse: {words}.",
            len(empty),
        )
        words = ", ".join(f"{heading}: {word}" for heading, word in empty)
        print(sentence.format(count=len(empty), words=words))


def _check(chosen: argparse.Namespace) -> int:
    definition, _parts = load_programme(chosen.definition)
    mapping = load_mapping(chosen.mapping, definition)
    _tell_words(mapping)
    if chosen.data is None:
        print(_("Översättningen går att använda."))
        return 0
    result = read_facts(chosen.data, definition, mapping=mapping)
    for fault in result.faults[:SHOWN]:
        print(fault)
    if len(result.faults) > SHOWN:
        print(_("… och {more} fel till.").format(more=len(result.faults) - SHOWN))
    for warning in result.warnings:
        print(_("Observera: {warning}").format(warning=warning))
    print(_counts(result.counted["enrolments"], result.rows_left_out))
    return 1 if result.faults else 0


def _counts(enrolments: int, rows: int) -> str:
    read = ngettext("{n} inskrivning läst", "{n} inskrivningar lästa", enrolments)
    left = ngettext("{n} rad lämnad utanför", "{n} rader lämnade utanför", rows)
    return f"{read.format(n=enrolments)}; {left.format(n=rows)}."
