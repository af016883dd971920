"""The typeface of documents: Inter from npm, or what typst carries with it."""

import logging
from functools import cache
from pathlib import Path

from stegvis.core.values.language import gettext as _

INTER = "Inter"
EMBEDDED = "Libertinus Serif"

_INSTALLED = Path(__file__).parents[3] / "node_modules" / "@expo-google-fonts" / "inter"
_STYLES = ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold")

_log = logging.getLogger(__name__)


@cache
def font_folders() -> tuple[Path, ...]:
    """Folders with Inter; none when npm has not run, and then the log says so once."""
    found = tuple(_INSTALLED / style for style in _STYLES if (_INSTALLED / style).is_dir())
    if not found:
        told = _("Typsnittet {wanted} saknas (npm ci), så dokumenten sätts i {used}.")
        _log.warning(told.format(wanted=INTER, used=EMBEDDED))
    return found


def font_families() -> tuple[str, ...]:
    return (INTER, EMBEDDED) if font_folders() else (EMBEDDED,)
