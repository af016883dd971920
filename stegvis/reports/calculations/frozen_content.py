"""Everything that a frozen report says, as data; and what has changed since."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from stegvis.core.values.language import gettext as _
from stegvis.reports.calculations.canonical import canonical, document_json
from stegvis.reports.calculations.figures_json import figures_json
from stegvis.reports.calculations.subject import Subject
from stegvis.reports.calculations.wording.outcomes import counted
from stegvis.reports.calculations.wording.verdicts import verdict_word
from stegvis.reports.values.document import Document
from stegvis.reports.values.frozen import Difference, Since
from stegvis.results.values.figures import Figure

FORMAT = 1
COMPARED = ("value", "k", "n", "unknown", "excluded", "hidden", "groups", "target", "verdict")
"""What makes a figure another one; not its day, which is the same, nor its words."""

Content = Mapping[str, Any]


def frozen_content(
    document: Document,
    subject: Subject,
    texts: Iterable[Mapping[str, Any]],
    about: Mapping[str, str],
) -> dict[str, Any]:
    """`about` are template, its version, language and the digest of the definition."""
    return {
        "format": FORMAT,
        "about": dict(about),
        "document": document_json(document),
        "figures": figures_json(subject.follow_up),
        "said": {key: _words(figure, of) for key, figure, of in _figures(subject)},
        "texts": [dict(one) for one in texts],
    }


def _figures(subject: Subject) -> Iterator[tuple[str, Figure, Subject]]:
    for one in subject.with_parts():
        for figure in one.follow_up.figures:
            yield f"{one.follow_up.programme}/{figure.id}", figure, one


def _words(figure: Figure, subject: Subject) -> dict[str, str]:
    said = counted(figure, subject.words)
    judged = verdict_word(figure.verdict) if figure.target is not None else ""
    title = subject.words.title(figure)
    return {"title": title, "said": ", ".join(filter(None, (said, judged)))}


def since_frozen(then: Content, now: Content) -> Since:
    """Both as `frozen_content` gives them; what is compared was counted as of the same day."""
    old, new = then["figures"], now["figures"]
    versions = (old["definition_version"], new["definition_version"])
    is_other = then["about"]["definition"] != now["about"]["definition"]
    return Since(
        figures=tuple(_differences(then, now)),
        definition=versions if is_other else None,
        data_differ=old["data_state"] != new["data_state"],
    )


def _differences(then: Content, now: Content) -> Iterator[Difference]:
    old, new = _outcomes(then["figures"]), _outcomes(now["figures"])
    for key in dict.fromkeys((*old, *new)):
        if old.get(key) != new.get(key):
            yield _difference(key, then["said"].get(key), now["said"].get(key))


def _outcomes(programme: Content) -> dict[str, str]:
    found = {
        f"{programme['programme']}/{figure['id']}": canonical({at: figure[at] for at in COMPARED})
        for figure in programme["figures"]
    }
    for part in programme["parts"]:
        found |= _outcomes(part)
    return found


def _difference(
    key: str, then: Mapping[str, str] | None, now: Mapping[str, str] | None
) -> Difference:
    title = (now or then or {}).get("title", key)
    before, after = (one["said"] if one else "" for one in (then, now))
    if before == after:
        after = _("{said}; uppdelningen i grupper är en annan").format(said=after)
    return Difference(key, title, before, after)
