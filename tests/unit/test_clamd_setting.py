"""Where clamd answers is said in the environment; what cannot be read stops the start."""

import pytest

from stegvis.config.scanning import clamd
from stegvis.core.values.refusals import Refused


@pytest.mark.parametrize("address", ["", "clamd:3310", "/run/clamav/clamd.ctl"])
def test_address_is_read(monkeypatch, address):
    monkeypatch.setenv("STEGVIS_CLAMD", address)

    assert clamd() == address


def test_address_without_port_is_refused(monkeypatch):
    monkeypatch.setenv("STEGVIS_CLAMD", "clamd")

    with pytest.raises(Refused) as refused:
        clamd()

    assert refused.value.sentence == (
        "STEGVIS_CLAMD är ”clamd”. Det går inte att läsa; väntat är värd:port, som clamd:3310, "
        "eller sökvägen till en socket."
    )
