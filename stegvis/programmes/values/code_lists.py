"""Code lists: the words facts are written in, local words mapped to the common ones."""

from collections.abc import Mapping

from stegvis.programmes.values.records import Code, Record, Words


class CodeEntry(Record):
    """One code. `common` names the shared code that a local one is a kind of.

    `also` are other spellings met in files: a sheet's own words for this code.
    """

    code: str
    name: Words
    common: Code | None = None
    also: tuple[Words, ...] = ()


class CodeList(Record):
    """`open`: a programme may add codes that are no kind of a shared one (municipalities)."""

    title: str = ""
    open: bool = False
    codes: tuple[CodeEntry, ...] = ()

    @classmethod
    def of(cls, names: Mapping[str, str]) -> "CodeList":
        return cls(codes=tuple(CodeEntry(code=code, name=name) for code, name in names.items()))

    def __contains__(self, code: object) -> bool:
        return any(entry.code == code for entry in self.codes)

    def name_of(self, code: str) -> str:
        """The Swedish name; a code that no list has is shown as it stands."""
        return next((entry.name for entry in self.codes if entry.code == code), code)

    def meant_by(self, code: str) -> tuple[str, ...]:
        """The code itself and every local code that is a kind of it."""
        kinds = [entry.code for entry in self.codes if code in (entry.code, entry.common)]
        return tuple(dict.fromkeys([code, *kinds]))
