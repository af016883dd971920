"""The catalogues as Django wants them: compiled, in a folder that is no part of the source."""

import os
from pathlib import Path

from stegvis.core.values.language import CATALOGUES, compiled_catalogue


def compiled(folder: Path) -> Path:
    """`folder` with a django.mo for each language, written anew when its source is newer."""
    for source in CATALOGUES.glob("*/LC_MESSAGES/stegvis.po"):
        target = folder / source.relative_to(CATALOGUES).with_name("django.mo")
        if not target.is_file() or target.stat().st_mtime < source.stat().st_mtime:
            _write(compiled_catalogue(source.parents[1].name), target)
    return folder


def _write(content: bytes, target: Path) -> None:
    """Beside and then in place: another process never reads half a file, nor writes in ours."""
    target.parent.mkdir(parents=True, exist_ok=True)
    own = target.with_suffix(f".{os.getpid()}")
    own.write_bytes(content)
    own.replace(target)
