"""A follow-up as JSON and back, whole: how a computed one is kept until it is asked for."""

from pydantic import TypeAdapter

from stegvis.results.values.figures import FollowUp

_FOLLOW_UP = TypeAdapter(FollowUp)


def written(follow_up: FollowUp) -> str:
    return _FOLLOW_UP.dump_json(follow_up).decode()


def read(text: str) -> FollowUp:
    """Equal to the one that was written, counts whole and all."""
    return _FOLLOW_UP.validate_json(text)
