"""Where clamd answers, which looks for viruses in attached files; nothing where there is none."""

from stegvis.config import environment
from stegvis.core.files.attachments.scanning import is_address
from stegvis.core.values.formatting import quoted
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

NAME = "STEGVIS_CLAMD"


def clamd() -> str:
    written = environment.text(NAME)
    if written and not is_address(written):
        sentence = _(
            "{name} är {written}. Det går inte att läsa; väntat är värd:port, som clamd:3310, "
            "eller sökvägen till en socket."
        )
        raise Refused(sentence.format(name=NAME, written=quoted(written)))
    return written
