"""What somebody wrote or pasted, without the signs that no document can show."""

import re

NEW_LINES = re.compile(
    "\r\n|[\r\v\f\x85\u2028\u2029]"
)  # word processors write these in a paragraph
NOT_SHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")


def plain(written: str) -> str:
    return NOT_SHOWN.sub("", NEW_LINES.sub("\n", written))
