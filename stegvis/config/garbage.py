"""What is loaded at the start is never garbage: Python looks for some more seldom, and not there.

A page makes tens of thousands of objects, nearly all of them gone by themselves when it leaves.
"""

import gc

OBJECTS_BETWEEN = 50_000  # a page or two; measured: a tenth of a page's time less


def look_for_garbage_seldom() -> None:
    """Once, when everything is loaded."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN, *gc.get_threshold()[1:])
