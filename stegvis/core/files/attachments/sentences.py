"""Why a file is not taken, in Swedish: what is wrong and what to do about it."""

from stegvis.core.files.attachments.wordings import FILES, IN_MEGABYTES, KINDS, REMOVED, UNREADABLE
from stegvis.core.files.isolated.limits import MEGABYTE
from stegvis.core.files.isolated.problems import Problem
from stegvis.core.files.sheets.sentences import printable
from stegvis.core.files.sheets.wordings import OTHER_KIND
from stegvis.core.values.formatting import number as shown
from stegvis.core.values.language import gettext as _
from stegvis.core.values.refusals import Refused


def refusal(file: str, problem: Problem) -> Refused:
    unit = MEGABYTE if problem.kind in IN_MEGABYTES else 1
    sentence = _(FILES.get(problem.kind, UNREADABLE))
    return Refused(
        sentence.format(
            file=printable(file),
            kind=_(KINDS.get(problem.read, OTHER_KIND)),
            read=printable(problem.read),
            row=problem.row,
            number=shown(-(-problem.number // unit)),
            limit=shown(problem.limit // unit),
        )
    )


def removed_sentences(removed: frozenset[str]) -> list[str]:
    """What a person is told of what was left out of the file that they gave."""
    return [_(sentence) for code, sentence in REMOVED.items() if code in removed]
