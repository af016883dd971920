"""Statistics of counts, times and changes: values in, frozen dataclasses out.

Main words: interval, survival curve, cumulative incidence, paired change, reliable change.
Every result names its method. All but Wilson's interval comes from statsmodels and scipy, which
are imported inside the functions: together they take over a second, and most runs need only Wilson.
It must never know a definition, a programme or a verdict.
"""
