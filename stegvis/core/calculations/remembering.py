"""What a process remembers of what it has made: the latest used, and never more than so many."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """Made once for each name; the name has to hold everything that it is made from."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._made: OrderedDict[Hashable, Made] = OrderedDict()

    def __len__(self) -> int:
        return len(self._made)

    def __contains__(self, name: Hashable) -> bool:
        return name in self._made

    def get(self, name: Hashable, make: Callable[[], Made]) -> Made:
        if name not in self._made:
            self._made[name] = make()
        self._made.move_to_end(name)
        found = self._made[name]
        if len(self._made) > self.most:
            self._made.popitem(last=False)
        return found

    def forget(self) -> None:
        self._made.clear()
