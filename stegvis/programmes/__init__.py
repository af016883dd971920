"""A programme (insats) described once, as data.

Main words: definition, goal, indicator, condition, code list, period, post, fact table.
The exchange format is TOML; a definition is versioned and checked before it is used.
It must never know any person in a programme, nor any result of it.
"""
