"""Builds the example data; the same files every time."""

import argparse
from collections.abc import Callable
from pathlib import Path

from demo.reconstructions import (
    enter,
    forrehabiliterande,
    hikikomori,
    impuls,
    sara,
    three_four_four,
    ung_framtid,
)
from demo.tables import Tables
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

DATA = Path(__file__).parent / "data"
RECONSTRUCTIONS: tuple[Callable[[], Tables], ...] = (
    ung_framtid.build,
    forrehabiliterande.build,
    hikikomori.build,
    enter.build,
    impuls.build,
    three_four_four.build,
    sara.build,
)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python3 run.py demo-data",
        description=_("Bygg exempeldata, en mapp med tabeller för varje insats."),
    )
    out = _("mapp som insatsernas mappar skrivs i")
    parser.add_argument("--out", type=Path, required=True, metavar=_("MAPP"), help=out)
    chosen = parser.parse_args(arguments)
    try:
        folders = build(chosen.out)
    except OSError as error:
        sentence = _("Det går inte att skriva i mappen {folder}. Ange en annan mapp efter --out.")
        raise Refused(sentence.format(folder=chosen.out)) from error
    for folder in folders:
        print(_("Skrev {folder}.").format(folder=folder))
    return 0


def build(out: Path) -> list[Path]:
    folders = []
    for reconstruct in RECONSTRUCTIONS:
        tables = reconstruct()
        folder = out / tables.programme
        tables.write(folder)
        folders.append(folder)
    return folders
