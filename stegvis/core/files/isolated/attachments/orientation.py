"""How a picture is to be turned: the one thing in a camera's notes that is needed to see it.

Source: CIPA DC-008 (Exif 2.32) 4.5; TIFF 6.0, section 2.
"""

import struct

HEAD = b"Exif\0\0"
ORDERS = {b"II*\0": "<", b"MM\0*": ">"}
ORIENTATION, SHORT = 0x0112, 3
ENTRY = 12  # bytes of an entry of a directory
MOST_ENTRIES = 200  # a camera writes about twelve
UPRIGHT, LAST = 1, 8


def orientation_of(body: bytes) -> int:
    """2 to 8, or 0 when the picture is shown as it lies or nothing readable is said."""
    notes = body.removeprefix(HEAD)
    order = ORDERS.get(notes[:4])
    if notes == body or order is None:
        return 0
    try:
        (at,) = struct.unpack_from(f"{order}L", notes, 4)
        (entries,) = struct.unpack_from(f"{order}H", notes, at)
        for number in range(min(entries, MOST_ENTRIES)):
            place = at + 2 + number * ENTRY
            tag, kind, count, value = struct.unpack_from(f"{order}HHLH", notes, place)
            if (tag, kind, count) == (ORIENTATION, SHORT, 1):
                return value if UPRIGHT < value <= LAST else 0
    except struct.error:
        return 0
    return 0


def orientation_segment(turned: int) -> bytes:
    """Notes that say nothing else."""
    entry = struct.pack(">HHLHH", ORIENTATION, SHORT, 1, turned, 0)
    return HEAD + b"MM\0*" + struct.pack(">LH", 8, 1) + entry + bytes(4)
