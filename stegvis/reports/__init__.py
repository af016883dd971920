"""The report: headings from a template, texts by people, figures from results.

Main words: template, heading, document, block, chart, completeness, warning.
A document is plain blocks; Word and PDF are two ways of writing the same blocks.
It must never know HTTP, nor compute a figure itself.
"""
