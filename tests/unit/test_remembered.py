"""What a page asks once."""

from stegvis.core.values.remembered import remembered, remembering


def test_a_page_that_remembers_asks_once_and_forgets_afterwards():
    asked = []

    def ask():
        asked.append(1)
        return len(asked)

    with remembering():
        assert [remembered("a", ask), remembered("a", ask), remembered("b", ask)] == [1, 1, 2]
    with remembering():
        assert remembered("a", ask) == 3


def test_elsewhere_each_asks_anew():
    asked = []
    for _ in range(2):
        remembered("a", lambda: asked.append(1))
    assert asked == [1, 1]
