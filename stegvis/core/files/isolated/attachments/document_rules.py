"""What is kept of the text of a Word document. Source: ECMA-376 part 1, 17.13 and 17.15."""

import re

from stegvis.core.files.isolated.attachments.rewriting import Attributes, local
from stegvis.core.files.isolated.problems import unfit

NOBODY = "–"  # an author has to be named
DROPPED = {
    "rsids",  # which sessions of writing a text comes from
    "docVars",
    "attachedTemplate",
    "mailMerge",
    "writeProtection",
    "printerSettings",
    "dataBinding",
    "embedRegular",
    "embedBold",
    "embedItalic",
    "embedBoldItalic",
}
EMBEDS = {"OLEObject", "control", "altChunk", "subDoc"}
PROPERTIES = {"docPr", "cNvPr"}  # of a picture: its name is often that of the file
PATH = re.compile(r"\\\\|[A-Za-z]:\\|file:")
RUN_FIELD = re.compile(r"\bDDE(AUTO)?\b", re.IGNORECASE)
LONGEST_FIELD = 100_000  # characters of all field codes of a part; a long list has a thousand


class DocumentRules:
    """One for each part."""

    def __init__(self) -> None:
        self.fields = ""

    def element(self, name: str, attributes: Attributes) -> Attributes | None:
        short = local(name)
        if short in EMBEDS:
            raise unfit("embedded")
        if short in DROPPED:
            return None
        kept = {key: value for key, value in map(_attribute, attributes.items()) if key}
        if short in PROPERTIES:
            kept = _nameless(kept)
        if short == "fldSimple":
            self._field(" ".join(attributes.values()))
        return kept

    def text(self, name: str, text: str) -> None:
        if name == "instrText":
            self._field(text)

    def _field(self, code: str) -> None:
        """A code may be divided among many elements, so that nobody finds it."""
        self.fields += code
        if RUN_FIELD.search(self.fields):
            raise unfit("active")
        if len(self.fields) > LONGEST_FIELD:
            raise unfit("unusual")


def _attribute(item: tuple[str, str]) -> tuple[str, str]:
    name = item[0]
    prefix, colon, short = name.rpartition(":")
    if not colon or prefix == "xmlns":
        return item
    if short.startswith("rsid") or short in {"initials", "date", "dateUtc", "userId", "providerId"}:
        return "", ""
    return (name, NOBODY) if short == "author" else item


def _nameless(attributes: Attributes) -> Attributes:
    described = attributes.get("descr", "")
    kept = {**attributes, "name": ""} if "name" in attributes else dict(attributes)
    if PATH.search(described):
        del kept["descr"]
    return kept
