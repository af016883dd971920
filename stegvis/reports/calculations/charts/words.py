"""How wide words are in Inter, so that labels can be wrapped and kept apart."""

from functools import lru_cache

# Advance widths in shares of the type size, rounded up to a twentieth. Source: Inter 4, hmtx table.
_WIDTHS = {
    character: width
    for width, characters in (
        (0.25, "ijl"),
        (0.30, " !',.:I\u00a0"),
        (0.35, ";`t|"),
        (0.40, "()/[\\]fr"),
        (0.45, "1{}"),
        (0.50, '"-^_–'),
        (0.55, "*?ksx"),
        (0.60, "57FJLacehnouvyzåäöéüø•§"),
        (0.65, "#$&0234689EPRSTZbdgpqÉ"),
        (0.70, "+<=>ABKVXY~ÅÄ−×≥≤€"),
        (0.75, "CDGHU"),
        (0.80, "NOQÖØ"),
        (0.85, "w"),
        (0.90, "m…"),
        (0.95, "Mæ"),
        (1.00, "%@WÆ—→"),
    )
    for character in characters
}
_UNKNOWN_WIDTH = 1.0
_BOLD_IS_WIDER = 1.05


@lru_cache(maxsize=10_000)  # the same words are measured again for each part of a layout
def text_width(words: str, size: float, *, bold: bool = False) -> float:
    """Width in the units of `size`; never too narrow for Inter, a little too wide for most."""
    shares = sum(_WIDTHS.get(character, _UNKNOWN_WIDTH) for character in words)
    return shares * size * (_BOLD_IS_WIDER if bold else 1.0)


def wrapped(words: str, size: float, width: float, most_lines: int = 3) -> list[str]:
    """The words on lines that fit; what passes the last line ends in an ellipsis."""
    lines = [""]
    for word in _pieces(words, size, width):
        longer = f"{lines[-1]} {word}".strip(" ")
        if text_width(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    lines = [line for line in lines if line] or [""]
    if len(lines) <= most_lines:
        return lines
    return [*lines[: most_lines - 1], shortened(" ".join(lines[most_lines - 1 :]), size, width)]


def shortened(words: str, size: float, width: float) -> str:
    """The words if they fit, else as many letters as do and an ellipsis."""
    if text_width(words, size) <= width:
        return words
    kept = words
    while kept and text_width(f"{kept}…", size) > width:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"


def _pieces(words: str, size: float, width: float) -> list[str]:
    """The words one by one; one that is wider than the line is cut with a hyphen."""
    pieces = []
    for word in words.split(" "):
        rest = word
        while text_width(rest, size) > width and len(rest) > 1:
            fits = max(1, _letters_that_fit(f"{rest}", size, width))
            pieces.append(f"{rest[:fits]}-")
            rest = rest[fits:]
        pieces.append(rest)
    return pieces


def _letters_that_fit(word: str, size: float, width: float) -> int:
    fits = 0
    while fits < len(word) - 1 and text_width(f"{word[: fits + 1]}-", size) <= width:
        fits += 1
    return fits
