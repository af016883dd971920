"""Rows of any engine, not yet computed."""

from typing import Any, TypeAlias

import narwhals as nw

Rows: TypeAlias = nw.LazyFrame[Any]
