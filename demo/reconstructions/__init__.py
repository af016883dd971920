"""One programme each: what its report publishes as constants, the rest invented.

Main words: reconstruction, published, invented. A constant says where it was published.
Must never know how anything is evaluated: a figure comes out only if the rows make it so.
"""
