"""How many of those who took part a figure is made of: said only when it is not all."""

from stegvis.core.values.formatting import number
from stegvis.core.values.language import gettext as _
from stegvis.results.values.figures import Coverage, FollowUp


def coverage_of(follow_up: FollowUp) -> str:
    """The same for every figure about people, so that it can be said once of them all."""
    covered = (one.coverage for one in follow_up.figures if one.coverage)
    return coverage_sentence(next(covered, None))


def coverage_sentence(coverage: Coverage | None) -> str:
    if coverage is None:
        return ""
    if coverage.counted is None or coverage.everybody is None:
        return _("Bygger på nästan alla deltagare: några få räknas bara med år och kön.")
    sentence = _("Bygger på {counted} av {everybody} deltagare: övriga räknas bara med år och kön.")
    return sentence.format(counted=number(coverage.counted), everybody=number(coverage.everybody))
