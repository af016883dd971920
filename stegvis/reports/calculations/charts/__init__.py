"""Charts as SVG of our own: the same picture for the page, for PDF and, as PNG, for Word.

Main words: chart, scale, fill, legend.
Colours are CSS variables with a fall-back; a pattern or a dash says the same as a colour.
It must never know what a figure means, nor read or write a file.
"""
