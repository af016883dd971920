"""Which parts point at which, inside a Word document and out of it. Source: ECMA-376 part 2."""

import posixpath
from collections.abc import Container

from stegvis.core.files.isolated.attachments.rewriting import Attributes, local
from stegvis.core.files.isolated.problems import unfit

DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MAIN = "/word/document.xml"
HARMFUL = ("macroenabled", "vba", "activex", "oleobject")
HARMFUL_LINKS = {
    "afchunk": "embedded",
    "oleobject": "embedded",
    "package": "embedded",
    "control": "macros",
    "activexcontrolbinary": "macros",
    "vbaproject": "macros",
    "wordvbadata": "macros",
    "attachedtoolbars": "macros",
}
LEFT_OUT = {"attachedTemplate", "mailMergeSource", "mailMergeHeaderSource"}
ADDRESSES = ("http://", "https://", "mailto:")
NOWHERE = "about:blank"


class LinkRules:
    """Links of one part, whose targets are named from `folder`."""

    def __init__(self, part: str, kept: Container[str]) -> None:
        self.folder = posixpath.dirname(posixpath.dirname(part))
        self.kept = kept

    def element(self, name: str, attributes: Attributes) -> Attributes | None:
        if local(name) != "Relationship":
            return attributes
        kind = attributes.get("Type", "").rpartition("/")[2]
        if kind.lower() in HARMFUL_LINKS:
            raise unfit(HARMFUL_LINKS[kind.lower()])
        if attributes.get("TargetMode") == "External":
            return _external(kind, attributes)
        return attributes if self._target(attributes.get("Target", "")) in self.kept else None

    def text(self, name: str, text: str) -> None: ...

    def _target(self, target: str) -> str:
        start = "" if target.startswith("/") else self.folder
        return posixpath.normpath(posixpath.join(start, target.lstrip("/"))).lower()


class TypeRules:
    """The list of what each part is."""

    def __init__(self, kept: Container[str]) -> None:
        self.kept = kept

    def element(self, name: str, attributes: Attributes) -> Attributes | None:
        said = attributes.get("ContentType", "")
        if any(word in said.lower() for word in HARMFUL):
            raise unfit("macros")
        if local(name) != "Override":
            return attributes
        part = attributes.get("PartName", "")
        if part == MAIN and said != DOCUMENT:
            raise unfit("wrong_kind", read="zip")
        return attributes if part.lstrip("/").lower() in self.kept else None

    def text(self, name: str, text: str) -> None: ...


def _external(kind: str, attributes: Attributes) -> Attributes | None:
    if kind in LEFT_OUT:
        return None
    if kind != "hyperlink":
        raise unfit("external")
    safe = attributes.get("Target", "").lower().startswith(ADDRESSES)
    return attributes if safe else {**attributes, "Target": NOWHERE}
