"""A signed check of the log, as PDF."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone

from stegvis.core.values.language import gettext as _
from stegvis.participants.values.log_reviews import VERDICT_NAMES
from stegvis.reports.calculations.log_protocol import protocol_document
from stegvis.reports.files.pdf import pdf_bytes

Pairs = Iterable[tuple[str, str]]


def log_protocol_pdf(
    protocol: Any, rows: Iterable[tuple[str, ...]], *, facts: Pairs, rules: Pairs
) -> bytes:
    outcomes = tuple(
        (_(name), str(protocol.outcomes[code.value])) for code, name in VERDICT_NAMES.items()
    )
    document = protocol_document(
        rows,
        facts=tuple(facts),
        rules=tuple(rules),
        outcomes=outcomes,
        digest=protocol.digest,
        on=timezone.localdate(protocol.signed_at),
    )
    return pdf_bytes(document)
