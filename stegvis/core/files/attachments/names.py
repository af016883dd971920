"""What a file is called when it is shown and taken home: somebody's words, made harmless."""

import unicodedata
from pathlib import PurePosixPath

from stegvis.core.values.language import gettext as _

LONGEST = 100  # characters before the dot; some disks take 255 bytes for the whole name
UNSAFE = frozenset('<>:"/\\|?*')  # what Windows does not take in a name
SPOKEN_FOR = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}
SAME = {".jpeg", ".jpg", ".jpe", ".png", ".pdf", ".docx", ".docm", ".dotx", ".txt", ".text"}


def safe_name(name: str, suffix: str) -> str:
    """The name without folders and control characters, with the ending that its content has."""
    leaf = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    shown = "".join(letter if _is_plain(letter) else " " for letter in leaf)
    path = PurePosixPath(" ".join(shown.split()))
    stem = path.stem if path.suffix.lower() in SAME else path.name
    stem = stem[:LONGEST].strip(" .")
    if not stem or stem.lower() in SPOKEN_FOR or f".{stem.lower()}" in SAME:
        stem = _("fil")
    return stem + suffix


def _is_plain(letter: str) -> bool:
    """No letter that steers: direction of writing, ends of lines, joiners."""
    steers = unicodedata.category(letter).startswith(("C", "Z")) and letter != " "
    return letter not in UNSAFE and not steers
