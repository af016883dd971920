"""The top of the house: which commands exist and where they live.

Main words: command table.
It must never know how a command does its work.
"""
