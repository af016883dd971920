"""The catalogues as Django wants them: compiled, in a folder that is no part of the source."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from stegvis.core.values.language import CATALOGUES


def compiled(folder: Path) -> Path:
    """`folder` with a django.mo for each language, written anew when its source is newer."""
    for source in CATALOGUES.glob("*/LC_MESSAGES/stegvis.po"):
        target = folder / source.relative_to(CATALOGUES).with_name("django.mo")
        if not target.is_file() or target.stat().st_mtime < source.stat().st_mtime:
            _compile(source, target)
    return folder


def _compile(source: Path, target: Path) -> None:
    """Beside and then in place: another process never reads half a file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    own = target.with_suffix(f".{id(target)}")
    with source.open("rb") as read, own.open("wb") as written:
        write_mo(written, read_po(read, locale=target.parents[1].name))
    own.replace(target)
