"""Where letters go out: a server of one's own, the log of a trial, or nowhere."""

from typing import Any

from stegvis.config import environment
from stegvis.core.values.language import gettext as _

HOST, SENDER = "STEGVIS_SMTP_HOST", "STEGVIS_SENDER"
SECURITY = ("starttls", "tls", "none")
BACKENDS = "django.core.mail.backends."
SUBMISSION_PORT = 587  # RFC 6409


def letters(*, in_production: bool) -> dict[str, Any]:
    """Django's settings for letters. In production without a server none are promised."""
    host = environment.text(HOST)
    if not host:
        backend = "dummy" if in_production else "console"
        return {
            "EMAIL_BACKEND": f"{BACKENDS}{backend}.EmailBackend",
            "STEGVIS_SENDS_LETTERS": not in_production,
        }
    security = environment.one_of("STEGVIS_SMTP_SECURITY", SECURITY)
    why = _("Den är avsändare för breven när STEGVIS_SMTP_HOST är satt.")
    port = environment.whole_number("STEGVIS_SMTP_PORT", SUBMISSION_PORT, lowest=1, highest=65535)
    return {
        "EMAIL_BACKEND": f"{BACKENDS}smtp.EmailBackend",
        "EMAIL_HOST": host,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": environment.text("STEGVIS_SMTP_USER"),
        "EMAIL_HOST_PASSWORD": environment.text("STEGVIS_SMTP_PASSWORD"),
        "EMAIL_USE_TLS": security == "starttls",
        "EMAIL_USE_SSL": security == "tls",
        "EMAIL_TIMEOUT": 20,
        "DEFAULT_FROM_EMAIL": environment.required(SENDER, why=why),
        "STEGVIS_SENDS_LETTERS": True,
    }
