"""Where letters go out: a server of one's own, the log of a trial, or nowhere."""

from dataclasses import dataclass

from stegvis.config import environment
from stegvis.core.values.language import gettext as _

HOST, SENDER = "STEGVIS_SMTP_HOST", "STEGVIS_SENDER"
SECURITY = ("starttls", "tls", "none")
BACKENDS = "django.core.mail.backends."
SUBMISSION_PORT = 587  # RFC 6409


@dataclass(frozen=True)
class Letters:
    """In production without a server none are sent, and the pages promise none."""

    backend: str
    are_sent: bool
    host: str = ""
    port: int = SUBMISSION_PORT
    user: str = ""
    password: str = ""
    security: str = SECURITY[0]
    sender: str = "stegvis@localhost"


def letters(*, in_production: bool) -> Letters:
    host = environment.text(HOST)
    if not host:
        kind = "dummy" if in_production else "console"
        return Letters(f"{BACKENDS}{kind}.EmailBackend", are_sent=not in_production)
    why = _("Den är avsändare för breven när STEGVIS_SMTP_HOST är satt.")
    return Letters(
        f"{BACKENDS}smtp.EmailBackend",
        are_sent=True,
        host=host,
        port=environment.whole_number(
            "STEGVIS_SMTP_PORT", SUBMISSION_PORT, lowest=1, highest=65535
        ),
        user=environment.text("STEGVIS_SMTP_USER"),
        password=environment.text("STEGVIS_SMTP_PASSWORD"),
        security=environment.one_of("STEGVIS_SMTP_SECURITY", SECURITY),
        sender=environment.required(SENDER, why=why),
    )
