"""What every room needs and no room owns.

Main words: period, day number, money in öre, refusal, fault, language.
Everything here is plain: values, Swedish formatting, safe reading of files.
It must never know anything of the domain: no programme, person, goal or report.
"""
