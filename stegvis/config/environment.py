"""Settings from the environment: every reader says what it read, where, and what it wanted."""

import os
from pathlib import Path

from stegvis.core.calculations.nearest import nearest, with_guess
from stegvis.core.values.formatting import quoted
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

PREFIX = "STEGVIS_"
YES, NO = ("1", "ja", "yes", "true"), ("0", "nej", "no", "false")
FILE_SUFFIX = "_FILE"


def text(name: str, default: str = "") -> str:
    """The variable, or the content of the file that NAME_FILE points at: how secrets arrive."""
    file = os.environ.get(name + FILE_SUFFIX)
    if not file:
        return os.environ.get(name, default).strip()
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except OSError as error:
        sentence = _("{name} pekar på filen {file}, som inte går att läsa. Kontrollera sökvägen.")
        raise Refused(sentence.format(name=name + FILE_SUFFIX, file=file)) from error


def required(name: str, *, why: str) -> str:
    value = text(name)
    if not value:
        sentence = _("{name} saknas. {why} Sätt {name}, eller {name}{suffix} till en fil.")
        raise Refused(sentence.format(name=name, why=why, suffix=FILE_SUFFIX))
    return value


def flag(name: str, *, default: bool = False) -> bool:
    written = text(name).lower()
    if not written:
        return default
    if written in YES + NO:
        return written in YES
    raise _unreadable(name, written, _("ja eller nej"))


def one_of(name: str, allowed: tuple[str, ...]) -> str:
    """The first of the allowed words when nothing is said."""
    written = text(name) or allowed[0]
    if written not in allowed:
        refused = _unreadable(name, written, ", ".join(allowed))
        raise Refused(with_guess(refused.sentence, nearest(written, allowed)))
    return written


def whole_number(name: str, default: int, *, lowest: int, highest: int) -> int:
    written = text(name)
    try:
        value = int(written) if written else default
    except ValueError:
        value = lowest - 1
    if not lowest <= value <= highest:
        expected = _("ett heltal från {lowest} till {highest}")
        raise _unreadable(name, written, expected.format(lowest=lowest, highest=highest))
    return value


def listed(name: str, default: tuple[str, ...] = ()) -> list[str]:
    written = text(name)
    return [part.strip() for part in written.split(",") if part.strip()] or list(default)


def path(name: str, default: Path) -> Path:
    written = text(name)
    return Path(written).expanduser().resolve() if written else default


def _unreadable(name: str, written: str, expected: str) -> Refused:
    sentence = _("{name} är {written}. Det går inte att läsa; väntat är {expected}.")
    return Refused(sentence.format(name=name, written=quoted(written), expected=expected))
