"""How fast the product is, beside the limits that it promises.

A benchmark is a module `bench/bench_<name>.py` with one function,

    def measures() -> Iterator[Measure]:

that yields a figure as soon as it is known. Nothing here is imported by the product.
"""
