"""A sheet of participants in somebody's own words, read by its mapping."""

from dataclasses import replace

import polars as pl

from stegvis.core.calculations.nearest import nearest
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Fault, Refused
from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.facts import TABLE_OF, ColumnKind
from stegvis.results.calculations.checks.delivery import refuse_personal_data
from stegvis.results.calculations.reading.personal_data import PERSONAL_NAME, personal_column
from stegvis.results.calculations.reading.spreading import Piece, spread
from stegvis.results.calculations.reading.words import fold, listed
from stegvis.results.values.mapping import Mapping
from stegvis.results.values.reading import ROW, Written
from stegvis.results.values.synonyms import SUM_WORDS

SUMS = frozenset(map(fold, SUM_WORDS))


def own_pieces(sheet: Written, mapping: Mapping, definition: Definition) -> list[Piece]:
    _refuse_missing_headings(sheet, mapping)
    refuse_personal_data(
        (sheet.name, heading, kind)
        for heading in mapping.headings
        if (kind := personal_column(heading, sheet.frame[heading]))
        and not (kind == PERSONAL_NAME and heading in _coded(mapping))
    )
    return spread(sheet, mapping, definition)


def _coded(mapping: Mapping) -> set[str]:
    """Headings whose words must be in a code list: Norra Älvnäs is no person there."""
    return {
        heading
        for rule in mapping.rows
        for name, heading in rule.take.items()
        if (column := TABLE_OF[rule.table].column(name)) and column.kind is ColumnKind.CODE
    }


def without_sums(sheet: Written) -> tuple[Written, list[Fault]]:
    """The sheet less the rows that sum it up, and what is said of each of them."""
    texts = pl.concat_list(sheet.headings) if sheet.headings else pl.lit(None, pl.List(pl.String))
    first = sheet.frame.select(ROW, texts.list.drop_nulls().list.first().alias("said"))
    sums = [(row, said) for row, said in first.iter_rows() if said and fold(said) in SUMS]
    what = _("Raden är en summering ({said}) och läses inte.")
    told = [
        Fault(
            _("blad {sheet}, rad {rows}").format(sheet=sheet.name, rows=row), what.format(said=said)
        )
        for row, said in sums
    ]
    rows = [row for row, _said in sums]
    return replace(sheet, frame=sheet.frame.filter(~pl.col(ROW).is_in(rows))), told


def unmapped_headings(sheet: Written, mapping: Mapping) -> list[Fault]:
    """Columns that came after the mapping was made, so that nobody thinks they are read."""
    number = mapping.personal_number
    known = {*mapping.headings, *mapping.unread, number.heading if number else ""}
    where = _("blad {sheet}").format(sheet=sheet.name)
    what = _("Kolumnen {heading} står inte i översättningen och läses inte.")
    return [
        Fault(where, what.format(heading=heading))
        for heading in sheet.headings
        if heading not in known
    ]


def _refuse_missing_headings(sheet: Written, mapping: Mapping) -> None:
    number = mapping.personal_number
    wanted = [*mapping.headings, *([number.heading] if number else [])]
    where = _("blad {sheet}").format(sheet=sheet.name)
    faults = [
        Fault(where, _missing(heading, sheet), listed(sheet.headings, 40), heading)
        for heading in wanted
        if heading not in sheet.headings
    ]
    if faults:
        raise Refused(_("Översättningen passar inte bladet."), faults)


def _missing(heading: str, sheet: Written) -> str:
    meant = nearest(heading, sheet.headings)
    if meant is None:
        return _("Kolumnen {heading} saknas.").format(heading=heading)
    sentence = _("Kolumnen {heading} saknas. Heter den {meant}?")
    return sentence.format(heading=heading, meant=meant)
