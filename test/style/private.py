#!/usr/bin/env python3
"""The project speaks of the project alone: no machine's paths, no registries, no sentence of somebody's article."""
import os
import re

import source
import tap

MACHINE = re.compile("|".join([
    r"(?<![\w.~-])/(?:work|root)\b", r"(?<![\w.~-])/home/\w", r"\bartifactory\b", r"\bpypi\.org", r"registry\.npmjs",
    r"\bissues? show\b", r"\b(?:chatgpt|openai|anthropic|copilot)\b",
]), re.I)
WORDS = 12  # so many equal words in a row are a quotation


def texts():
    for path in source.tracked():
        if path not in ("test/style/private.py", "LICENSE") and not path.endswith((".png", ".pdf", ".gz", ".zst")):
            yield path, source.text(path)


def runs(text):
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i:i + WORDS]) for i in range(len(words) - WORDS + 1)}


def articles():
    """The texts of the development data that must not be repeated here."""
    for folder in ("example", "drafts/docs", "drafts/more"):
        path = tap.data("data", *folder.split("/"))
        for name in sorted(os.listdir(path)) if path else []:
            if name.endswith(".txt"):
                with open(os.path.join(path, name), encoding="utf-8", errors="replace") as f:
                    yield f.read()


def main():
    source.report(["%s:%d: %s" % (p, at, line.strip()[:100]) for p, t in texts()
                   for at, line in enumerate(t.split("\n"), 1) if MACHINE.search(line)],
                  "no paths of a machine, no registries, no tools of the workplace")
    rule, quoted = "no sentence of the development data's articles", set()
    for article in articles():
        quoted.update(runs(article))
    if quoted:
        source.report([p for p, t in texts() if quoted & runs(t)], rule)
    else:
        tap.skip("no development data", rule)
    tap.done()


main()
