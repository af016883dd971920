"""What happened to one person in one programme, from the first day to where it led.

Main words: enrolment, plan, exit, destination, income. About eight coded fields a person: what
follow-up asks for, while the record itself is kept elsewhere. Must never know scores,
attendance or money.
"""
