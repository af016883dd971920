"""What a process remembers of what it has made: the latest used, and never more than so many."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Remembered(Generic[Made]):
    """Made once for each name, which has to hold everything that it is made from; never None.

    The threads of a process share it. Two that ask at once may both make the same.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._made: OrderedDict[Hashable, Made] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._made)

    def __contains__(self, name: Hashable) -> bool:
        return name in self._made

    def get(self, name: Hashable, make: Callable[[], Made]) -> Made:
        found = self.found(name)
        if found is None:
            found = make()
            self.keep(name, found)
        return found

    def found(self, name: Hashable) -> Made | None:
        with self._lock:
            if name in self._made:
                self._made.move_to_end(name)
            return self._made.get(name)

    def keep(self, name: Hashable, made: Made) -> None:
        with self._lock:
            self._made[name] = made
            self._made.move_to_end(name)
            if len(self._made) > self.most:
                self._made.popitem(last=False)

    def forget(self) -> None:
        with self._lock:
            self._made.clear()
