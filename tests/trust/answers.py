"""Asks the policies what they answer, and compares with what was said by hand."""

from django.core.exceptions import ObjectDoesNotExist

from stegvis.core.values.refusals import Refused
from tests.trust import answers_on_consents, answers_on_persons
from tests.trust.answers_on_roles import of_roles


def said_of(cast):
    """The answer, the policy, and what it is asked; names in a mapping that comes last."""
    return [*answers_on_consents.ANSWERS, *answers_on_persons.ANSWERS, *of_roles(cast)]


def wrong(said):
    """Those that were answered otherwise, each with what was said instead."""
    asked = ((one, answer(one)) for one in said)
    return [(one, found) for one, found in asked if not is_right(one[0], found)]


def answer(one):
    _expected, policy, *asked = one
    named = asked.pop() if asked and is_names(asked[-1]) else {}
    try:
        return policy(*asked, **named)
    except Refused as refused:
        return refused
    except ObjectDoesNotExist as missing:
        return type(missing)


def is_names(last):
    return isinstance(last, dict) and bool(last) and all(isinstance(name, str) for name in last)


def is_right(expected, found):
    """Of a refusal, words in its sentence."""
    if isinstance(found, Refused):
        return isinstance(expected, str) and expected in found.sentence
    if isinstance(expected, str) and isinstance(found, str):
        return found.startswith(expected) if expected else not found
    return found == expected
