"""Example data: participants reconstructed from what final reports publish.

Main words: reconstruction (rows that give the published figures), invention (the rest).
The same rows come out every time. No person behind them exists.
Must never be needed by the program itself.
"""
