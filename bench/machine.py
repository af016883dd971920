"""The machine that the figures were measured on."""

import os
import platform
from pathlib import Path

KIB_PER_GIB = 1024 * 1024


def machine() -> str:
    python = f"Python {platform.python_version()}"
    return ", ".join([processor(), f"{os.cpu_count()} kärnor", memory(), python])


def processor() -> str:
    return _after("model name", Path("/proc/cpuinfo")) or platform.processor() or "okänd processor"


def memory() -> str:
    total = _after("MemTotal", Path("/proc/meminfo"))
    if total is None:
        return "okänt minne"
    return f"{int(total.split()[0]) / KIB_PER_GIB:.0f} GiB minne"


def _after(name: str, file: Path) -> str | None:
    """What stands after `name:` in one of Linux's own files."""
    if not file.is_file():
        return None
    for line in file.read_text(encoding="utf-8").splitlines():
        found, _colon, value = line.partition(":")
        if found.strip() == name:
            return value.strip()
    return None
