"""A file is shown to clamd before it is kept; when clamd is away nothing is kept."""

import socketserver
import struct
import threading

import pytest

from stegvis.core.files.attachments.scanning import is_address, scan
from stegvis.core.values.refusals import Refused
from tests.hostile_attachments import EICAR

FOUND = "Filen prov.txt innehåller skadlig kod och tas inte emot. Meddela IT-stödet."
AWAY = (
    "Filen prov.txt kan inte tas emot just nu, eftersom sökningen efter skadlig kod inte svarar. "
    "Försök igen om en stund."
)


class Clamd(socketserver.StreamRequestHandler):
    """INSTREAM as clamd(8) describes it; finds the agreed sample, as clamd does."""

    answer = None

    def handle(self):
        assert self.rfile.read(10) == b"zINSTREAM\0"
        content = b""
        while length := struct.unpack(">L", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        found = b"Eicar-Test-Signature FOUND" if EICAR in content else b"OK"
        self.wfile.write((self.answer or b"stream: " + found) + b"\0")


@pytest.fixture
def clamd(request):
    handler = type("Answering", (Clamd,), {"answer": getattr(request, "param", None)})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield "{}:{}".format(*server.server_address)
        server.shutdown()
        thread.join()


def refusal(content, address):
    with pytest.raises(Refused) as refused:
        scan(content, address, "prov.txt")
    return refused.value.sentence


def test_clean_file_passes(clamd):
    assert scan(bytes(1 << 20), clamd, "prov.txt") is None


def test_virus_is_found(clamd):
    assert refusal(EICAR, clamd) == FOUND


@pytest.mark.parametrize("clamd", [b"INSTREAM size limit exceeded. ERROR", b"?"], indirect=True)
def test_other_answer_refuses(clamd):
    assert refusal(b"hej", clamd) == AWAY


def test_silent_clamd_refuses(unused_address):
    assert refusal(b"hej", unused_address) == AWAY


def test_missing_socket_refuses(tmp_path):
    assert refusal(b"hej", str(tmp_path / "clamd.sock")) == AWAY


@pytest.fixture
def unused_address():
    with socketserver.TCPServer(("127.0.0.1", 0), Clamd) as server:
        return "{}:{}".format(*server.server_address)


@pytest.mark.parametrize("address", ["clamd:3310", "/run/clamd.sock", "[::1]:3310"])
def test_address_is_recognised(address):
    assert is_address(address)


@pytest.mark.parametrize("address", ["clamd", "clamd:", ":3310", "clamd:x", ""])
def test_other_text_is_no_address(address):
    assert not is_address(address)
