"""The blind indexes of numbers, made anew when there is a new key for them."""

from stegvis.participants.models import Person
from stegvis.participants.queries.numbers import indexes_of

AT_ONCE = 1000  # rows in one statement
WHY = "keys are renewed"


def renew_indexes() -> int:
    """Inside `unscoped`: how many are found by the newest key from now on."""
    rows = Person.objects.unscoped(reason=WHY).exclude(number_index=None)
    people = list(rows.select_for_update().only("association_id", "personal_number"))
    for one in people:
        one.number_index = indexes_of(one.association_id, one.personal_number)[0]
    Person._base_manager.bulk_update(people, ["number_index"], batch_size=AT_ONCE)  # noqa: SLF001
    return len(people)
