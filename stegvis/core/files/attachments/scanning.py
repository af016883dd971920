"""A file shown to clamd before it is kept. Source: clamd(8), the command INSTREAM."""

import socket
import struct

from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused

SECONDS = 20  # clamd itself gives up a file after two minutes; a person does so earlier
CHUNK = 1 << 18
LONGEST_ANSWER = 4_096
CLEAN, FOUND = "stream: OK", " FOUND"
LENGTH = struct.Struct(">L")


def scan(content: bytes, address: str, name: str) -> None:
    """Nothing when the file is clean; a refusal when it is not, and when nobody answers.

    `address` is host:port, or the path of a socket.
    """
    try:
        answer = _asked(content, address)
    except (OSError, ValueError) as error:
        raise _away(name) from error
    if answer.endswith(FOUND):
        sentence = _("Filen {file} innehåller skadlig kod och tas inte emot. Meddela IT-stödet.")
        raise Refused(sentence.format(file=name))
    if answer != CLEAN:
        raise _away(name)


def is_address(address: str) -> bool:
    """A path, or a host and a port."""
    host, colon, port = address.rpartition(":")
    return address.startswith("/") or bool(host and colon and port.isdecimal())


def _away(name: str) -> Refused:
    sentence = _(
        "Filen {file} kan inte tas emot just nu, eftersom sökningen efter skadlig kod inte svarar. "
        "Försök igen om en stund."
    )
    return Refused(sentence.format(file=name))


def _asked(content: bytes, address: str) -> str:
    with _connected(address) as clamd:
        clamd.sendall(b"zINSTREAM\0")
        for at in range(0, len(content), CHUNK):
            piece = content[at : at + CHUNK]
            clamd.sendall(LENGTH.pack(len(piece)) + piece)
        clamd.sendall(LENGTH.pack(0))
        return _answer(clamd)


def _connected(address: str) -> socket.socket:
    if not address.startswith("/"):
        host, _colon, port = address.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=SECONDS)
    clamd = socket.socket(socket.AF_UNIX)
    clamd.settimeout(SECONDS)
    try:
        clamd.connect(address)
    except OSError:
        clamd.close()
        raise
    return clamd


def _answer(clamd: socket.socket) -> str:
    answer = b""
    while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
        piece = clamd.recv(LONGEST_ANSWER)
        if not piece:
            break
        answer += piece
    return answer.rstrip(b"\0\n").decode("utf-8", "replace")
