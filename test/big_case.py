"""A case of the size that the desk must be quick with: 200 reports, 60 facts, 40 sources and 3 questions, a source
reporting on facts near one another, as sources do; of the shape of bench/what_if.c. As a program it prints it."""
import random

WORDS = ("very unlikely", "unlikely", "roughly even chance", "likely", "very likely")
QUESTIONS = (("who", None, 5), ("ordered", "who", 2), ("why", "who", 3))
REPORTS, FACTS, SOURCES, SILENT = 200, 60, 40, 3


def question_lines(rng):
    for name, given, n in QUESTIONS:
        yield "  - id: %s" % name
        yield "    ask: What is the answer to %s?" % name
        if given:
            yield "    given: [%s]" % given
        yield "    hypotheses:"
        for h in range(n):
            yield "      - {id: %s%d, say: Answer %d to %s, prior: 0.%d}" % (name, h, h, name, rng.randint(1, 4))


def fact_lines(rng):
    for f in range(FACTS):
        name, _, n = QUESTIONS[0 if rng.random() < 0.6 else rng.randint(1, 2)]
        cells = ", ".join("%s%d: %s" % (name, h, rng.choice(WORDS)) for h in range(n))
        yield "  - {id: f%d, say: Finding number %d was made at the site, about: [%s], if: {%s}}" % (f, f, name, cells)


def report_lines(rng):
    for r in range(REPORTS):
        source = rng.randrange(SOURCES)
        fact = min(source * FACTS // SOURCES + rng.randint(0, 2), FACTS - SILENT - 1)
        line = "  - {id: r%d, fact: f%d, holds: %s, published: 2024-%02d-%02d" % (
            r, fact, rng.choice(("yes", "no")), 1 + r % 12, 1 + r % 28)
        if rng.random() < 0.8:
            line += ", from: s%d" % source
        if rng.random() < 0.2:
            line += ", via: [s%d]" % (source - 1 if source else 1)
        yield line + "}"


def lines(seed=1):
    rng = random.Random(seed)
    yield "hearsay: 1\ntitle: A large case\nquestions:"
    yield from question_lines(rng)
    yield "facts:"
    yield from fact_lines(rng)
    yield "sources:"
    for s in range(SOURCES):
        yield "  - {id: s%d, name: Source number %d, reliability: %s}" % (s, s, rng.choice("ABCDEF"))
    yield "reports:"
    yield from report_lines(rng)


if __name__ == "__main__":
    print("\n".join(lines()))
