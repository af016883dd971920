"""An erasing that waits for a decision, for pages that show one."""

from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone

from stegvis.organisations.actions.retention import decide_rule
from stegvis.organisations.actions.two_steps import prepare
from stegvis.organisations.models import ErasurePlan, PlannedErasure
from stegvis.organisations.queries.retention import digest
from stegvis.organisations.queries.viewers import viewer_for
from stegvis.organisations.values.grants import Matter
from stegvis.organisations.values.retention import ERASING, NewRule, Row


def planned(association, ada):
    """Twelve persons whose time is over, for somebody else than Ada to decide."""
    viewer = viewer_for(ada.pk, on=timezone.localdate())
    new = NewRule("person", "noted", 60, "Direktionen, protokoll 4, § 12", date(2026, 4, 16))
    rule = decide_rule(association.pk, new, viewer=viewer)
    since = date(2021, 3, 1)
    rows = [Row(rule.pk, uuid4(), uuid4(), since + timedelta(days=n)) for n in range(12)]
    plan = ErasurePlan.objects.create(
        association=association,
        as_of=viewer.on,
        spared=2,
        digest=digest(association.pk, viewer.on, rows),
    )
    names = ("rule_id", "subject", "person", "since")
    said = (dict(zip(names, vars(row).values(), strict=True)) for row in rows)
    PlannedErasure.objects.bulk_create(PlannedErasure(plan=plan, **one) for one in said)
    prepare(Matter(ERASING, plan.pk, association.pk), by=ada.pk, why="Årlig gallring")
    return plan
