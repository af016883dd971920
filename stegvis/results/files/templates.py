"""Empty workbooks as they are sent: the content of the file, and what it is called."""

import tempfile
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.programmes.values.definition import Definition
from stegvis.results.calculations.workbook_plans import sheet_plan, tables_plan
from stegvis.results.files.workbooks import write_workbook

PLANS = {"blad": sheet_plan, "tabeller": tables_plan}


def empty_workbook(definition: Definition, kind: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="stegvis-") as folder:
        path = Path(folder) / "mall.xlsx"
        write_workbook(PLANS[kind](definition), path)
        return path.read_bytes()


def workbook_name(definition: Definition, kind: str) -> str:
    return _("mall-{kind}-{programme}.xlsx").format(kind=kind, programme=definition.id)
