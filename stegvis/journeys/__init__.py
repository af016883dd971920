"""What happened to one person in one programme, from the first day to where it led.

Main words: enrolment, plan, exit, destination, income: about eight coded fields a person, as
follow-up asks for them while the record itself is kept elsewhere. It must never know scores,
attendance or money.
"""
