"""The files of one follow-up, written so that nobody ever finds half of them."""

import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

LEFTOVERS = ("faults.txt",)
"""Files that are written only sometimes: an old one would tell of another run."""

Write = Callable[[Path], None]


def deliver(files: Mapping[str, Write], out: Path) -> list[Path]:
    """Write every file beside the folder's own ones, and put them in place when all are whole.

    What a writer refuses leaves the folder as it was.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".stegvis-", dir=out) as folder:
            return _written(files, Path(folder), out)
    except OSError as error:
        sentence = _("Det går inte att skriva i mappen {folder}: {why}.")
        raise Refused(sentence.format(folder=out, why=error.strerror or error)) from error


def _written(files: Mapping[str, Write], folder: Path, out: Path) -> list[Path]:
    for name, write in files.items():
        write(folder / name)
    for leftover in {*LEFTOVERS} - set(files):
        (out / leftover).unlink(missing_ok=True)
    for name in files:
        (folder / name).replace(out / name)
    return [out / name for name in files]
