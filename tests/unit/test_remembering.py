"""What a process remembers: the latest used, made once for each name."""

from stegvis.core.calculations.remembering import Remembered


def test_remembered_is_made_once_for_each_name():
    made = []
    kept = Remembered(2)

    found = [kept.get(name, lambda name=name: made.append(name) or name) for name in "aabb"]

    assert (found, made) == (["a", "a", "b", "b"], ["a", "b"])


def test_remembered_drops_what_was_used_longest_ago():
    kept = Remembered(2)

    for name in "abac":
        kept.get(name, lambda name=name: name)

    assert ["a" in kept, "b" in kept, "c" in kept, len(kept)] == [True, False, True, 2]


def test_remembered_can_forget():
    kept = Remembered(2)
    kept.get("a", lambda: 1)

    kept.forget()

    assert (kept.get("a", lambda: 2), len(kept)) == (2, 1)
