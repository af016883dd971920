"""What a measure is given: the size of the sample, and somebody to tell."""

import pytest

from tests.trust.measuring import Found, check_of, size_asked
from tests.trust.runner import FOUND


@pytest.fixture
def size():
    return size_asked()


@pytest.fixture
def found(request):
    """Of the check that the module of the test is part of."""
    held = request.config.stash.setdefault(FOUND, {})
    return held.setdefault(check_of(request.function, request.module), Found())
