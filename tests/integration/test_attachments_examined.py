"""Attached files are made anew by a child that cannot call out."""

import subprocess
import sys

import pytest

from stegvis.core.files.attachments import examined
from stegvis.core.files.isolated.attachments import limits
from stegvis.core.values.refusals import Refused
from tests import hostile_attachments as made
from tests.house import ROOT
from tests.trust import files

SEALED = """
import os, socket
from stegvis.core.files.isolated.restraint import seal
seal()
tries = (socket.socket, os.pipe, lambda: open("/dev/null"))
for attempt in tries:
    try:
        attempt()
    except OSError as error:
        print(error.errno)
"""
TOO_MANY_OPEN = 24


def test_sealed_process_opens_nothing():
    command = [sys.executable, "-c", SEALED]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert done.stdout.split() == [str(TOO_MANY_OPEN)] * 3


def test_name_gets_the_ending_of_the_content():
    kept = examined(made.png(), "../../intyg.pdf")

    assert (kept.name, kept.media_type) == ("intyg.png", "image/png")


def test_honest_pdf_keeps_its_page():
    kept = examined(made.pdf(made.telling), "intyg.pdf")

    assert kept.removed == {"metadata"}
    assert b"10 10 l" in files.unfolded(kept.content)


def test_large_file_says_how_large_it_is():
    with pytest.raises(Refused) as refused:
        examined(bytes(limits.FILE_BYTES + 1), "film.pdf")

    assert refused.value.sentence == (
        "Filen film.pdf är 21 MB; högst 20 MB tas emot. Dela upp den, eller skanna med lägre "
        "upplösning."
    )
