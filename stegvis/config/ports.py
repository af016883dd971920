"""A port that nobody listens on."""

import errno
import socket

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

USUAL = 8000
TRIED = 100
LOWEST, HIGHEST = 1, 65535


def free_port(host: str, wanted: int | None) -> int:
    """The wanted one or none; with no wish, the first that is free from the usual one up."""
    if wanted is not None:
        if not _is_free(host, wanted):
            sentence = _("Port {port} är upptagen. Välj en annan efter --port, eller utelämna den.")
            raise Refused(sentence.format(port=wanted))
        return wanted
    found = next((port for port in range(USUAL, USUAL + TRIED) if _is_free(host, port)), None)
    if found is None:
        sentence = _("Ingen port från {first} till {last} är ledig. Ange en annan efter --port.")
        raise Refused(sentence.format(first=USUAL, last=USUAL + TRIED - 1))
    return found


def _is_free(host: str, port: int) -> bool:
    try:
        with socket.socket(_family(host)) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
            tried.listen(1)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return False
        sentence = _("Adressen {host} och port {port} går inte att använda: {answer}.")
        answer = error.strerror or str(error)
        raise Refused(sentence.format(host=host, port=port, answer=answer)) from error
    return True


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET
