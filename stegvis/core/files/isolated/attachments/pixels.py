"""How large a picture is when it is drawn."""

from stegvis.core.files.isolated.attachments import limits
from stegvis.core.files.isolated.problems import unfit

MILLION = 1_000_000


def check_pixels(width: int, height: int) -> None:
    if not width or not height:
        raise unfit("damaged")
    if width * height > limits.PIXELS:
        raise unfit("pixels", number=width * height // MILLION, limit=limits.PIXELS // MILLION)
