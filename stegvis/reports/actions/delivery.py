"""The files of one follow-up, written so that nobody ever finds half of them."""

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

LEFTOVERS = ("faults.txt",)
"""Files that are written only sometimes: an old one would tell of another run."""

Write = Callable[[Path], None]


def check_can_write(out: Path) -> None:
    """Said at once, rather than when everything has been counted."""
    there = next(folder for folder in (out, *out.absolute().parents) if folder.exists())
    if not there.is_dir():
        sentence = _("{file} är en fil, inte en mapp. Ange en annan mapp efter --out.")
        raise Refused(sentence.format(file=there))
    if not os.access(there, os.W_OK | os.X_OK):
        raise Refused(_no_access(there))


def _no_access(folder: Path) -> str:
    sentence = _("Du får inte skriva i mappen {folder}. Ange en annan mapp efter --out.")
    return sentence.format(folder=folder)


def deliver(files: Mapping[str, Write], out: Path) -> list[Path]:
    """Write every file beside the folder's own ones, and put them in place when all are whole.

    What a writer refuses leaves the folder as it was.
    """
    check_can_write(out)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".stegvis-", dir=out) as folder:
            return _written(files, Path(folder), out)
    except PermissionError as error:
        raise Refused(_no_access(out)) from error
    except OSError as error:
        sentence = _("Det går inte att skriva i mappen {folder}. Är disken full?")
        raise Refused(sentence.format(folder=out)) from error


def _written(files: Mapping[str, Write], folder: Path, out: Path) -> list[Path]:
    for name, write in files.items():
        write(folder / name)
    for leftover in {*LEFTOVERS} - set(files):
        (out / leftover).unlink(missing_ok=True)
    for name in files:
        (folder / name).replace(out / name)
    return [out / name for name in files]
