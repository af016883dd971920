"""Promises about trust, each measured with planted faults: `python3 run.py trust [--nightly]`.

A check (T1 … T13) is the word `CHECK` in one or more test modules here. Measures are functions in
the modules beside them, which return (wrong, of); the tests tell what they found, and run with a
small sample in `python3 run.py test`. What is measured is never said by the code that it measures.
"""
