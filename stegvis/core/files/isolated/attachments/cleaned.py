"""What comes out: the kind that the content is, the file made anew, and what was left out."""

from dataclasses import dataclass

METADATA = "metadata"  # who made it, when, where and with what
TRAILING = "trailing"  # something after the end of the file proper
SIGNATURE = "signature"  # an electronic one, which holds for the file as it came only


@dataclass(frozen=True)
class Cleaned:
    kind: str
    content: bytes
    removed: frozenset[str] = frozenset()
