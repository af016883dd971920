"""What two versions of a definition say differently, sentence beside sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest

from stegvis.core.values.language import gettext as _
from stegvis.core.values.language import gettext_noop as N_
from stegvis.programmes.calculations.portrait import Section, portrait
from stegvis.programmes.calculations.portrait.section import Entry, SideBySide
from stegvis.programmes.calculations.words import listed
from stegvis.programmes.values.definition import Definition

BY_ID = ("goals_overall", "goals_effect", "goals_programme", "figures")
"""Sections whose entries have ids; elsewhere what stands in the same place is compared."""

UNSAID: dict[str, str] = {
    "code_lists": N_("kodlistor"),
    "texts": N_("ansökans texter"),
    "source": N_("källa"),
    "goals": N_("mål (källor, uppdelningar eller räkneexempel)"),
    "figures": N_("andra tal (källor, uppdelningar eller räkneexempel)"),
    "instruments": N_("mätinstrument (koder eller källor)"),
    "surveys": N_("enkäter (koder eller källor)"),
    "part_names": N_("delarnas namn"),
}


@dataclass(frozen=True)
class Change:
    """One thing before and after; nothing before is new, nothing after is taken away."""

    earlier: Entry | None
    later: Entry | None


@dataclass(frozen=True)
class Difference:
    key: str
    title: str
    changes: tuple[Change, ...]


def differences(old: Definition, new: Definition) -> tuple[Difference, ...]:
    """By section, in the order of the portrait; empty when every sentence is the same."""
    before = {section.key: section for section in portrait(_without_versions(old))}
    after = {section.key: section for section in portrait(_without_versions(new))}
    found = [_difference(key, before.get(key), after.get(key)) for key in _in_order(before, after)]
    return tuple(one for one in found if one.changes)


def unsaid_changes(old: Definition, new: Definition) -> tuple[str, ...]:
    """What has changed without changing a sentence of the portrait, in words."""
    old, new = _without_versions(old), _without_versions(new)
    said = portrait(old)
    found = []
    for name in Definition.model_fields:
        value = getattr(new, name)
        if value != getattr(old, name) and portrait(old.model_copy(update={name: value})) == said:
            found.append(_(UNSAID[name]) if name in UNSAID else name)
    return tuple(found)


def unsaid_sentence(old: Definition, new: Definition) -> str:
    names = unsaid_changes(old, new)
    joined = listed(names, _("och"))
    return _("Också ändrat: {names}.").format(names=joined) if names else ""


def _without_versions(definition: Definition) -> Definition:
    """The version's own name and history always change, and are shown elsewhere."""
    return definition.model_copy(update={"version": "", "versions": ()})


def _in_order(before: dict[str, Section], after: dict[str, Section]) -> list[str]:
    return [*after, *(key for key in before if key not in after)]


def _difference(key: str, before: Section | None, after: Section | None) -> Difference:
    old, new = _entries(before), _entries(after)
    changes = _by_id(old, new) if key in BY_ID else _by_place(old, new)
    shown = after or before
    return Difference(key, shown.title if shown else "", tuple(changes))


def _entries(section: Section | None) -> list[Entry]:
    found: list[Entry] = []
    for entry in section.entries if section else ():
        found += [entry.earlier, entry.later] if isinstance(entry, SideBySide) else [entry]
    return found


def _by_id(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    before = {entry.about: entry for entry in old}
    after = {entry.about: entry for entry in new}
    for about in [*after, *(about for about in before if about not in after)]:
        if before.get(about) != after.get(about):
            yield _change(before.get(about), after.get(about))


def _by_place(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[Change]:
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            for earlier, later in zip_longest(old[a:b], new[c:d]):
                yield _change(earlier, later)


def _change(earlier: Entry | None, later: Entry | None) -> Change:
    """What stands under both is left out: only what differs is to be read."""
    if earlier is None or later is None:
        return Change(earlier, later)
    same = set(earlier.under) & set(later.under)
    return Change(_less(earlier, same), _less(later, same))


def _less(entry: Entry, same: set[str]) -> Entry:
    return replace(entry, under=tuple(one for one in entry.under if one not in same))
