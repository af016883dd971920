"""What a measure is given: the size of the sample, and somebody to tell."""

import pytest

from tests.trust.matrix import Matrix
from tests.trust.measuring import Found, check_of, size_asked
from tests.trust.runner import FOUND
from tests.undone import undone


@pytest.fixture
def size():
    return size_asked()


@pytest.fixture
def found(request):
    """Of the check that the module of the test is part of."""
    held = request.config.stash.setdefault(FOUND, {})
    return held.setdefault(check_of(request.function, request.module), Found())


@pytest.fixture(scope="module")
def staged(django_db_setup, django_db_blocker):
    """The stage of everybody in every relation; undone after the last test of the module."""
    with django_db_blocker.unblock(), undone():
        yield Matrix()


@pytest.fixture
def matrix(staged, django_db_blocker):
    with django_db_blocker.unblock():
        yield staged
