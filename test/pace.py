"""Whether work takes a time that grows as its input does, in seconds of processor time.

    took = pace.growth(few, lambda: work(4 * n), 4, 0.3)
    tap.ok(took.good, "grows as it does", took)
"""
import resource

ROOM = 2.0   # how much steeper than a straight line; a square would be as much again as the times
TRIES = 4    # a busy machine makes single times too long, never too short


class Growth:
    def __init__(self, few, many, good):
        self.few, self.many, self.good = few, many, good

    def __str__(self):
        return "%.2f s become %.2f s" % (self.few, self.many)


def growth(few, again, times, fixed):
    """What becomes of the seconds `few` for `times` the input, which again() works at and gives the seconds of; `fixed`
    seconds do not count."""
    most, many = ROOM * times * few + fixed, again()
    for _ in range(TRIES - 1):
        if many > most:
            many = min(many, again())
    return Growth(few, many, many <= most)


def spent():
    """Processor time of programs that have ended."""
    now = resource.getrusage(resource.RUSAGE_CHILDREN)
    return now.ru_utime + now.ru_stime
