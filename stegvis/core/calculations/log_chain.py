"""The chain of the access log: each segment holds its rows, and all before them, as they were.

A row is its canonical bytes: its number, a tab, its other columns, a newline. The digest needs no
key, so that it can be compared anywhere. The seal needs one: whoever can write in the database
and has no key can make a chain, but not seal its end. A digest answers for all before it, so a
segment whose key is gone is still held by the seals after it.
"""

import hashlib
import hmac
import struct
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from stegvis.core.values.log_faults import FaultKind, LogFault

Keys = dict[str, bytes]
"""Secrets by their names, the newest first."""

BEGINNING = bytes(32)
MARK = struct.Struct(">q8s")  # eight bytes of SHA-256 point at a row: the digest is what proves
NAME_LENGTH = 16


@dataclass(frozen=True)
class Link:
    """One segment as it is stored."""

    number: int
    first_id: int
    last_id: int
    rows: int
    dropped: int
    marks: bytes
    previous: bytes
    key: str
    sealed_at: datetime
    digest: bytes = b""
    seal: bytes = b""


@dataclass(frozen=True)
class End:
    """Where the chain has come: `hold` is what the next segment must hold on to."""

    number: int = 0
    last_id: int = 0
    hold: bytes = BEGINNING


@dataclass(frozen=True)
class Sealing:
    """By which key, when, and up to which segment old ones are removed by it."""

    key: str
    at: datetime
    dropped: int = 0


def log_keys(keys: Sequence[str]) -> Keys:
    """A secret for this use alone, and a name that tells nothing of it."""
    secrets = [hmac.digest(key.encode(), b"stegvis access log", "sha256") for key in keys]
    return {hashlib.sha256(one).hexdigest()[:NAME_LENGTH]: one for one in secrets}


def linked(end: End, rows: Sequence[bytes], sealing: Sealing, keys: Keys) -> Link:
    link = Link(
        number=end.number + 1,
        first_id=end.last_id + 1,
        last_id=row_id(rows[-1]) if rows else end.last_id,
        rows=len(rows),
        dropped=sealing.dropped,
        marks=marks_of(rows),
        previous=end.hold,
        key=sealing.key,
        sealed_at=sealing.at,
    )
    digest = digest_of(link, rows)
    return replace(link, digest=digest, seal=_seal(digest, keys[sealing.key]))


def end_of(link: Link | None) -> End:
    if link is None:
        return End()
    return End(link.number, link.last_id, hashlib.sha256(link.digest + link.seal).digest())


def end_before(first: Link) -> End:
    """Where the chain stood before the first segment that is left."""
    if first.number == 1:
        return End()
    return End(first.number - 1, first.first_id - 1, first.previous)


def row_id(row: bytes) -> int:
    return int(row[: row.index(b"\t")])


def marks_of(rows: Sequence[bytes]) -> bytes:
    return b"".join(MARK.pack(row_id(row), _mark(row)) for row in rows)


def digest_of(link: Link, rows: Sequence[bytes]) -> bytes:
    at = link.sealed_at.astimezone(UTC).isoformat(timespec="microseconds")
    numbers = (link.number, link.first_id, link.last_id, link.rows, link.dropped, len(link.marks))
    head = "|".join([*map(str, numbers), link.key, at, ""]).encode()
    return hashlib.sha256(head + link.previous + link.marks + b"".join(rows)).digest()


def fault_in(end: End, link: Link, rows: Sequence[bytes], keys: Keys) -> LogFault | None:
    if link.number != end.number + 1:
        return LogFault(FaultKind.SEGMENT_MISSING, end.number + 1)
    holds_on = (link.first_id, link.previous) == (end.last_id + 1, end.hold)
    if holds_on and digest_of(link, rows) == link.digest and _is_sealed(link, keys):
        return None
    return _row_fault(link, rows) or LogFault(FaultKind.SEGMENT_ALTERED, link.number)


def _is_sealed(link: Link, keys: Keys) -> bool:
    secret = keys.get(link.key)
    return secret is None or hmac.compare_digest(link.seal, _seal(link.digest, secret))


def _row_fault(link: Link, rows: Sequence[bytes]) -> LogFault | None:
    """None where the rows are as they were, and the segment itself is not."""
    if digest_of(replace(link, marks=marks_of(rows)), rows) == link.digest:
        return None
    kept, found = _by_id(link.marks), _by_id(marks_of(rows))
    if not _may_be_marks_of(link, kept):
        return None
    kinds = (
        (FaultKind.ROW_MISSING, [one for one in kept if one not in found]),
        (FaultKind.ROW_ADDED, [one for one in found if one not in kept]),
        (_how(kept, found), [one for one in kept if kept[one] != found.get(one)]),
    )
    return next((LogFault(kind, link.number, min(ids)) for kind, ids in kinds if ids), None)


def _may_be_marks_of(link: Link, kept: dict[int, bytes]) -> bool:
    if not kept:
        return link.rows == 0
    return len(kept) == link.rows and min(kept) >= link.first_id and max(kept) == link.last_id


def _how(kept: dict[int, bytes], found: dict[int, bytes]) -> FaultKind:
    same = Counter(kept.values()) == Counter(found.values())
    return FaultKind.ROWS_REORDERED if same else FaultKind.ROW_ALTERED


def _by_id(marks: bytes) -> dict[int, bytes]:
    whole = len(marks) - len(marks) % MARK.size
    return dict(MARK.iter_unpack(marks[:whole]))


def _mark(row: bytes) -> bytes:
    """Of all but the number, so that rows that changed places are known again."""
    return hashlib.sha256(row[row.index(b"\t") :]).digest()[:8]


def _seal(digest: bytes, secret: bytes) -> bytes:
    return hmac.digest(secret, digest, "sha256")
