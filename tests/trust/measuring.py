"""How large a sample is taken, and what a measure has found."""

import os
from dataclasses import dataclass, field
from enum import IntEnum

ASKED = "STEGVIS_TRUST"


class Size(IntEnum):
    SAMPLE = 0  # in `python3 run.py test`
    FULL = 1  # in `python3 run.py trust`
    NIGHTLY = 2  # in `python3 run.py trust --nightly`

    def of(self, sample, full, nightly=None):
        """One of three, the last as the second where nothing else is said."""
        return (sample, full, full if nightly is None else nightly)[self]


def size_asked():
    return Size[os.environ.get(ASKED, Size.SAMPLE.name)]


@dataclass
class Found:
    """What one check has told, a part from each of its tests."""

    parts: list[str] = field(default_factory=list)

    def tell(self, wrong, of, what):
        """Nothing may be wrong, and there must be something that could have been."""
        self.parts.append(f"wrong {wrong} of {of} {what}")
        assert of > 0
        assert wrong == 0

    def tell_planted(self, found, of, what="planted"):
        """Every planted fault must be found."""
        self.parts.append(f"{what} {found}/{of}")
        assert of > 0
        assert found == of

    def tell_share(self, number, least, what):
        """At least so many of a hundred."""
        self.parts.append(f"{what} {number:.0f} %")
        assert number >= least
