"""Somebody's document or picture, taken apart and put together again without what it tells.

Main words: kind, cleaned file, what was removed.
Nothing is drawn or carried out; what is not known to be harmless is not carried along.
It must never know Swedish, the domain, the network or any path.
"""
