"""Who is given which role by whom, and what two people must agree on."""

import time
from datetime import date, timedelta
from itertools import combinations_with_replacement
from threading import Barrier, Thread

import pytest
from django.db import IntegrityError, connection, transaction

from stegvis.core.values.refusals import Refused
from stegvis.organisations.actions.memberships import decide_grant, end, grant
from stegvis.organisations.models import Act, Membership, TwoStep, Unit, User
from stegvis.organisations.policies.grants import check_roles_go_together
from stegvis.organisations.values.roles import ROLE_OF, ROLES
from stegvis.organisations.values.two_steps import Outcome
from tests.administered import TODAY, administrator, asked, joined, looking, some_unit, unit_of
from tests.cast import stage

LATER = TODAY + timedelta(days=30)


@pytest.fixture
def ada(cast):
    return administrator(cast.here)


def held(user, on=TODAY):
    return sorted(one.role for one in looking(user, on).standings)


def refusal(call):
    with pytest.raises(Refused) as refused:
        call()
    return refused.value.sentence


def test_roles_are_seventeen_and_say_what_they_see():
    told = {one.code: (one.sees_persons, one.is_economic, one.level) for one in ROLES}

    assert told == {
        "participant": (False, False, 1),
        "case_worker": (True, False, 2),
        "leading_case_worker": (True, False, 2),
        "group_leader": (True, False, 2),
        "specialist": (True, False, 2),
        "partner_officer": (True, False, 2),
        "programme_leader": (True, False, 2),
        "programme_leader_without_persons": (False, False, 1),
        "steering_group_member": (False, False, 1),
        "unit_head": (True, False, 2),
        "association_manager": (False, True, 2),
        "treasurer": (False, True, 2),
        "approver": (False, True, 2),
        "signatory": (False, True, 2),
        "evaluator": (False, False, 1),
        "administrator": (False, False, 2),
        "board_member": (False, True, 1),
    }


def test_a_role_holds_from_its_day(cast, ada):
    grant(asked(cast.disa, cast.here, "evaluator", starts_on=LATER), viewer=looking(ada))

    assert held(cast.disa) == ["board_member"]
    assert held(cast.disa, LATER) == ["board_member", "evaluator"]
    act = Act.objects.get()
    assert (act.kind, act.role, act.day, act.user, act.by) == (
        "granted",
        "evaluator",
        LATER,
        cast.disa,
        ada,
    )


@pytest.mark.parametrize("who", ["alva", "cecilia", "disa"])
def test_only_an_administrator_of_the_association_gives_roles(cast, ada, who):
    viewer = looking(getattr(cast, who))
    new = asked(cast.bo, cast.here, "evaluator")

    said = refusal(lambda: grant(new, viewer=viewer))

    assert said == "Bara en administratör i förbundet gör det här."


@pytest.mark.parametrize("role", ["case_worker", "evaluator", "administrator"])
def test_nobody_gives_themselves_a_role(cast, ada, role):
    new = asked(ada, cast.here, role, unit=some_unit(cast.here))

    said = refusal(lambda: grant(new, viewer=looking(ada), why="Jag behöver det."))

    assert said == "Ingen ger sig själv en roll. Be en annan administratör."


def test_who_sees_participants_never_has_the_money(cast, ada):
    new = asked(cast.bo, cast.here, "approver")

    said = refusal(lambda: grant(new, viewer=looking(ada)))

    assert said == (
        "Handläggare hos en part ser deltagare och Attestant sköter förbundets pengar: ingen har "
        "båda. Avsluta den ena rollen, eller ge uppgiften till någon annan."
    )


def test_who_sees_participants_never_gives_roles(cast, ada):
    new = asked(cast.bo, cast.here, "administrator")

    said = refusal(lambda: grant(new, viewer=looking(ada), why="Ledig tjänst."))

    assert said.startswith(
        "Handläggare hos en part ser deltagare och Administratör ger roller: ingen har båda."
    )


def test_roles_in_two_associations_are_apart_already(cast, ada):
    """Nothing is shared between associations: not money, nor participants."""
    joined(cast.cecilia, cast.here, "approver")

    assert held(cast.cecilia) == ["approver", "programme_leader"]


def test_a_role_that_is_to_begin_counts_too(cast, ada):
    joined(cast.disa, cast.elsewhere, "case_worker", unit_of(cast.cecilia))
    Membership.objects.filter(user=cast.disa, association=cast.here).update(starts_on=LATER)
    new = asked(cast.disa, cast.here, "specialist", unit=some_unit(cast.here))

    said = refusal(lambda: grant(new, viewer=looking(ada)))

    assert said.startswith("Specialist i insatsen ser deltagare och Styrelseledamot")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        (
            {"starts_on": TODAY - timedelta(days=1)},
            "En roll kan gälla tidigast från i dag, 2027-03-01.",
        ),
        ({"role": "participant"}, "Deltagare får sin egen sida av den som arbetar med dem."),
        ({"role": "king"}, "Rollen king finns inte."),
        ({"role": "partner_officer"}, "Personen har redan den rollen där."),
        ({"unit": None}, "Välj en enhet: den som ser deltagare gör det för sin myndighet."),
    ],
)
def test_what_cannot_be_given_is_refused(cast, ada, changed, sentence):
    said = {"role": "specialist", "unit": unit_of(cast.bo), **changed}
    new = asked(cast.bo, cast.here, said.pop("role"), **said)

    assert refusal(lambda: grant(new, viewer=looking(ada))) == sentence


def test_a_unit_of_another_association_does_not_exist(cast, ada):
    new = asked(cast.bo, cast.here, "specialist", unit=unit_of(cast.cecilia))

    with pytest.raises(Unit.DoesNotExist):
        grant(new, viewer=looking(ada))


def test_an_administrator_is_asked_for_and_decided_by_another(cast, ada):
    matter = grant(
        asked(cast.disa, cast.elsewhere, "administrator"),
        viewer=looking(administrator(cast.elsewhere, "Eva Ek")),
        why="Eva går i pension.",
    )

    assert isinstance(matter, TwoStep)
    assert held(cast.disa) == ["board_member"]
    manager = administrator(cast.elsewhere, "Malin Malm")
    Membership.objects.filter(user=manager).update(role="association_manager")

    made = decide_grant(matter.pk, viewer=looking(manager), outcome=Outcome.APPROVED)

    assert (made.role, made.starts_on) == ("administrator", TODAY)
    assert held(cast.disa) == ["administrator", "board_member"]


@pytest.fixture
def matter(cast, ada):
    Membership.objects.filter(user=cast.disa).update(role="steering_group_member")
    new = asked(cast.disa, cast.here, "administrator")
    return grant(new, viewer=looking(ada), why="Vi behöver två.")


def test_who_proposed_does_not_decide(cast, ada, matter):
    said = refusal(lambda: decide_grant(matter.pk, viewer=looking(ada), outcome=Outcome.APPROVED))

    assert said == "Den som har förberett ett ärende avgör det inte. Be någon annan."


def test_nobody_decides_about_themselves(cast, ada, matter):
    joined(cast.disa, cast.here, "association_manager")

    said = refusal(
        lambda: decide_grant(matter.pk, viewer=looking(cast.disa), outcome=Outcome.APPROVED)
    )

    assert said == "Ingen ger sig själv en roll. Be en annan administratör."


def test_who_may_not_decide_is_refused(cast, matter):
    said = refusal(
        lambda: decide_grant(matter.pk, viewer=looking(cast.alva), outcome=Outcome.APPROVED)
    )

    assert said == "En annan administratör eller förbundschefen avgör det här."


def test_a_refused_proposal_gives_nothing_and_may_be_made_anew(cast, ada, matter):
    other = looking(administrator(cast.here, "Otto Orm"))

    decide_grant(matter.pk, viewer=other, outcome=Outcome.REFUSED, why="Inte nu.")

    assert held(cast.disa) == ["steering_group_member"]
    again = grant(asked(cast.disa, cast.here, "administrator"), viewer=looking(ada), why="Nu då?")
    assert again.is_open


def test_one_proposal_at_a_time(cast, ada, matter):
    new = asked(cast.disa, cast.here, "administrator")

    said = refusal(lambda: grant(new, viewer=looking(ada), why="En gång till."))

    assert said == "Det väntar redan på ett beslut av någon annan."


def test_what_has_changed_meanwhile_is_asked_again(cast, ada, matter):
    Membership.objects.filter(user=cast.disa).update(role="case_worker", unit=unit_of(cast.disa))
    other = looking(administrator(cast.here, "Otto Orm"))

    said = refusal(lambda: decide_grant(matter.pk, viewer=other, outcome=Outcome.APPROVED))

    assert said.startswith("Handläggare i insatsen ser deltagare och Administratör ger roller")
    assert TwoStep.objects.get().is_open


def test_a_mover_has_never_two_roles_on_one_day(cast, ada):
    old = Membership.objects.get(user=cast.bo)
    new = asked(cast.bo, cast.here, "approver", starts_on=LATER)

    grant(new, viewer=looking(ada), instead_of=old.pk)

    assert [held(cast.bo, day) for day in (LATER - timedelta(days=1), LATER)] == [
        ["partner_officer"],
        ["approver"],
    ]


def test_another_s_role_is_not_exchanged(cast, ada):
    old = Membership.objects.get(user=cast.alva)
    new = asked(cast.bo, cast.here, "evaluator")

    said = refusal(lambda: grant(new, viewer=looking(ada), instead_of=old.pk))

    assert said == "Den rollen är någon annans."


@pytest.mark.parametrize(
    ("last_day", "today", "tomorrow"),
    [(None, [], []), (TODAY, ["partner_officer"], []), (date(2000, 1, 1), [], [])],
)
def test_a_role_ends_at_once_or_after_its_last_day(cast, ada, last_day, today, tomorrow):
    one = Membership.objects.get(user=cast.bo)

    end(one.pk, viewer=looking(ada), last_day=last_day)

    days = (TODAY, TODAY + timedelta(days=1))
    assert [held(cast.bo, day) for day in days] == [today, tomorrow]


def test_to_end_is_never_to_prolong(cast, ada):
    Membership.objects.filter(user=cast.bo).update(ends_on=TODAY + timedelta(days=1))
    one = Membership.objects.get(user=cast.bo)

    said = refusal(lambda: end(one.pk, viewer=looking(ada), last_day=LATER))

    assert said == "Rollen slutar redan 2027-03-01. Ge en ny roll om den ska gälla längre."


def test_a_role_that_has_ended_does_not_come_back_when_its_exchange_is_approved(cast, ada):
    Membership.objects.filter(user=cast.disa).update(role="steering_group_member")
    old = Membership.objects.get(user=cast.disa)
    new = asked(cast.disa, cast.here, "administrator", starts_on=LATER)
    matter = grant(new, viewer=looking(ada), why="Vi behöver två.", instead_of=old.pk)
    end(old.pk, viewer=looking(ada))
    other = looking(administrator(cast.here, "Otto Orm"))

    decide_grant(matter.pk, viewer=other, outcome=Outcome.APPROVED)

    assert (held(cast.disa), held(cast.disa, LATER)) == ([], ["administrator"])


def test_a_role_given_by_mistake_is_undone_and_given_again_the_same_day(cast, ada):
    new = asked(cast.disa, cast.here, "evaluator")
    end(grant(new, viewer=looking(ada)).pk, viewer=looking(ada))
    before = held(cast.disa)

    grant(new, viewer=looking(ada))

    assert (before, held(cast.disa)) == (["board_member"], ["board_member", "evaluator"])


def test_the_last_administrator_stays(cast, ada):
    other = administrator(cast.here, "Otto Orm")
    end(Membership.objects.get(user=other).pk, viewer=looking(ada))
    Membership.objects.filter(user=other).update(ends_on=None)
    Membership.objects.filter(user=ada).update(ends_on=LATER)

    said = refusal(lambda: end(Membership.objects.get(user=other).pk, viewer=looking(ada)))

    assert said == "Det är förbundets enda administratör. Ge rollen till någon annan först."


@pytest.mark.parametrize("role", ["participant", "case_worker"])
def test_a_membership_that_one_may_not_end_does_not_exist_or_is_refused(cast, ada, role):
    one = joined(cast.cecilia, cast.elsewhere, role, unit_of(cast.cecilia))

    with pytest.raises((Refused, Membership.DoesNotExist)):
        end(one.pk, viewer=looking(ada))
    assert Membership.objects.get(pk=one.pk).ends_on is None


def test_the_database_keeps_apart_what_the_rule_keeps_apart(cast):
    wrong = [
        (first.code, second.code)
        for first, second in combinations_with_replacement(ROLES, 2)
        if first != second
        and database_takes(cast, first.code, second.code) != rule_takes(first, second)
    ]

    assert wrong == []


def rule_takes(first, second):
    try:
        check_roles_go_together(first, second)
    except Refused:
        return False
    return True


def database_takes(cast, *roles):
    """Both ways round; undone afterwards."""
    taken = []
    for both in (roles, roles[::-1]):
        with transaction.atomic():
            taken.append(takes(cast, both))
            transaction.set_rollback(True)
    assert taken[0] == taken[1]
    return taken[0]


def takes(cast, roles):
    try:
        with transaction.atomic():
            for role in roles:
                joined(cast.cecilia, cast.here, role)
    except IntegrityError:
        return False
    return True


def test_two_administrators_at_once_do_not_join_what_is_apart(transactional_db):
    """Without the lock of the trigger both would be taken."""
    cast = stage()
    together, taken = Barrier(2), []

    def give(role):
        try:
            with transaction.atomic():
                together.wait()
                joined(cast.cecilia, cast.here, role)
                time.sleep(0.2)
            taken.append(role)
        except IntegrityError:
            taken.append("")
        finally:
            connection.close()

    both = [Thread(target=give, args=(role,)) for role in ("case_worker", "approver")]
    for one in both:
        one.start()
    for one in both:
        one.join()

    assert taken.count("") == 1


def test_roles_after_one_another_are_taken_by_the_database(cast):
    first = joined(cast.cecilia, cast.here, "case_worker")
    first.ends_on = TODAY
    first.save()

    Membership.objects.create(
        user=cast.cecilia, association=cast.here, role="approver", starts_on=TODAY
    )

    assert held(cast.cecilia) == ["approver", "programme_leader"]


def test_a_matter_decided_by_who_prepared_it_is_refused_by_the_database(cast, ada, matter):
    with pytest.raises(IntegrityError), connection.cursor() as cursor:
        cursor.execute(
            "UPDATE organisations_twostep SET decided_by_id = prepared_by_id,"
            " decided_at = now(), outcome = 'APPROVED'"
        )


def test_every_role_can_be_given(cast, ada):
    user = User.objects.create_user("ny@exempel.se", name="Ny")
    given = []
    for code in ROLE_OF.keys() - {"participant", "administrator"}:
        new = asked(user, cast.here, code, unit=some_unit(cast.here))
        made = grant(new, viewer=looking(ada))
        given.append(made.role)
        end(made.pk, viewer=looking(ada))

    assert len(given) == 15
    assert held(user) == []
