"""Who the participants are, what they have agreed to, and who may see them.

Main words: person, consent, exception from consent, involvement, disclosure.
`Involvement` is the one table that decides who sees whom.
It must never know what programmes do with a person.
"""
