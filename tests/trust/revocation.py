"""T3: what is withdrawn is shut for the next request, and for what is being sent just now."""

import random
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Barrier

from django.db import connection, transaction

from stegvis.core.actions import row_security
from stegvis.core.values.refusals import Refused
from stegvis.organisations.models import Membership
from stegvis.participants.actions.consents import withdraw
from stegvis.participants.actions.disclosures import disclose
from stegvis.participants.models import Disclosure
from stegvis.participants.queries.disclosable import chosen
from stegvis.participants.values.disclosures import Copy, Ground, NewDisclosure
from tests.people import agency_of, consent, involve, looking, participant

SEED = 4
SLOWER, SOONER = 1.3, 0.8  # how the wait of a withdrawal follows how the latest race ended


@dataclass(frozen=True)
class Race:
    """Alva sends to Bo what a consent permits; the same moment somebody withdraws it."""

    alva: object
    sender: object
    person: object
    new: NewDisclosure


def races(cast, times):
    """Sends that were committed after the withdrawal had looked for the last time, of `times`.

    Both ends are seen at least once in a sample large enough to tell: else nothing was raced.
    """
    ready(cast)
    with ThreadPoolExecutor(2) as threads:
        told = list(raced(cast, threads, times))
        list(threads.map(leave, [Barrier(2)] * 2))
    sent, late = sum(end > 0 for _before, end in told), sum(end > before for before, end in told)
    assert 0 < sent < times
    return late, times


def raced(cast, threads, times):
    """The withdrawal begins at some time while the send goes on; either comes first at times."""
    chance = random.Random(SEED)  # noqa: S311 - only for the order of things
    longest = usual_send(cast, threads)
    for _time in range(times):
        before, end = one_race(cast, threads, chance.random() * longest)
        longest *= SOONER if end else SLOWER
        yield before, end


def ready(cast):
    Membership.objects.filter(user=cast.alva).update(role="case_worker")


def leave(both):
    """Each thread has a connection of its own to close."""
    both.wait()
    connection.close()


def usual_send(cast, threads):
    """Seconds; the second of two, as the first one connects."""
    for _time in range(2):
        race, began = staged(cast), time.perf_counter()
        threads.submit(send, race, Barrier(1)).result()
    return time.perf_counter() - began


def one_race(cast, threads, wait):
    race, start = staged(cast), Barrier(2)
    sending = threads.submit(send, race, start)
    withdrawing = threads.submit(take_back, race, start, wait)
    sending.result()
    return withdrawing.result(), told_of(race.person)


def staged(cast):
    alvas, bos = agency_of(cast.alva), agency_of(cast.bo)
    with transaction.atomic():
        person = participant(alvas)
        involve(cast.alva, person)
        involve(cast.bo, person)
        consent(person, alvas, [bos], purpose="forward")
        with looking(cast.alva) as viewer:
            copy = Copy.of(chosen(viewer, person, alvas.pk, ()))
    what = tuple(one.code for one in copy.items)
    new = NewDisclosure(Ground.CONSENT, "Remiss", what, bos.pk, cast.bo.pk)
    return Race(cast.alva, alvas, person, replace(new, seen=copy.fingerprint))


def send(race, start):
    start.wait()
    with transaction.atomic(), looking(race.alva) as viewer:
        try:
            disclose(race.person.pk, race.new, sender=race.sender.pk, viewer=viewer)
        except Refused:
            return


def take_back(race, start, wait):
    """How many had been sent when the withdrawal was about to be committed."""
    start.wait()
    time.sleep(wait)
    with transaction.atomic(), looking(race.alva) as viewer:
        withdraw(race.person.pk, viewer=viewer)
        return told_of(race.person)


def told_of(person):
    with transaction.atomic(), row_security.unscoped(reason="a measure"):
        return Disclosure.objects.unscoped(reason="a measure").filter(person=person).count()
