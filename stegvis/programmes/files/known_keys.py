"""The keys that may stand in a place of the exchange format, read from the models themselves."""

from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from stegvis.programmes.values.definition import Definition
from stegvis.programmes.values.indicators import AnyIndicator, Indicator

KINDS: dict[str, type[Indicator]] = {
    get_args(kind.model_fields["kind"].annotation)[0]: kind
    for kind in get_args(get_args(AnyIndicator)[0])
}


def known_keys(loc: tuple[str | int, ...], root: type[BaseModel] = Definition) -> tuple[str, ...]:
    """The keys of the table that pydantic's `loc` leads to."""
    place: Any = root
    for part in loc:
        place = _inside(place, part)
    model = _model(place)
    return tuple(model.model_fields) if model else ()


def _inside(place: Any, part: str | int) -> Any:
    if isinstance(part, int):
        return _item(place)
    if part in KINDS:
        return KINDS[part]
    model = _model(place)
    if model and part in model.model_fields:
        return model.model_fields[part].annotation
    return _item(place)


def _item(place: Any) -> Any:
    """What a list or a table of tables holds."""
    place = _bare(place)
    inner = get_args(place)
    if get_origin(place) is dict:
        return inner[1]
    return inner[0] if get_origin(place) is tuple else None


def _model(place: Any) -> type[BaseModel] | None:
    place = _bare(place)
    candidates = [place, *get_args(place)]
    return next(
        (one for one in candidates if isinstance(one, type) and issubclass(one, BaseModel)), None
    )


def _bare(place: Any) -> Any:
    return get_args(place)[0] if get_origin(place) is Annotated else place
