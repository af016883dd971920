"""What holds for every test: no network, and the same examples in every run."""

import socket

import pytest
from hypothesis import settings

from tests.cast import cast
from tests.database import django_db_setup, transactional_db

__all__ = ["cast", "django_db_setup", "transactional_db"]

settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.load_profile("house")

CONNECT = socket.socket.connect
THIS_MACHINE = ("127.0.0.1", "::1")


def refuse_network(self, address):
    """Sockets between our own processes stay open."""
    if self.family == socket.AF_UNIX or address[0] in THIS_MACHINE:
        return CONNECT(self, address)
    raise PermissionError(f"a test may not reach the network: {address}")


@pytest.fixture(scope="session", autouse=True)
def no_network():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse_network)
        yield
