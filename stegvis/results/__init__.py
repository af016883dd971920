"""Nameless facts in, figures out.

Main words: fact table, reader, indicator, goal, figure, verdict, interval, disclosure control.
A figure is a pure function of a definition and facts; whatever prints a result prints a figure.
It must never know who a person is, nor how anything is shown.
"""
