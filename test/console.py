#!/usr/bin/env python3
"""Runs the console blocks of Markdown files: scenario tests under cli/, and every example in the documentation.

A block opens with ```console. A line "$ COMMAND" is run by bash, lines "> ..." continue it, and what follows, up to the
next "$ ", is what a terminal shows: standard error, then standard output. A last line "[4]" says that the exit code
is 4 (else it must be 0). "..." inside an expected line stands for any text of that line, "..." alone for any lines.

    ```console
    $ hearsay weigh missing.yaml
    hearsay: missing.yaml: ...
    [3]
    ```

All blocks of a file share one temporary folder, in the file's order; example/ of the project is in it, and so are the
files that other fenced blocks spell out when their opening line names one: ```yaml small.yaml. `hearsay` is the one
that was built, HEARSAY_USER is "ana", the clock stands still. A case is named by the last heading or line of prose
above it. With --write, the blocks are rewritten with what came out (read the difference before you commit it)."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import tap

FENCE = re.compile(r"^```(\w*)\s*(\S*)\s*$")


class Step:
    """One command, what it should print, and where that stands in the file."""

    def __init__(self, command, at):
        self.command, self.want, self.code, self.first, self.last = command, [], 0, at, at


def parse(lines):
    """Yields ("file", name, text) and ("step", title, Step) in order."""
    title, i = "", 0
    while i < len(lines):
        fence = FENCE.match(lines[i])
        if not fence:
            if lines[i].strip():
                title = lines[i].strip("#* \t").rstrip(":")
            i += 1
            continue
        end = next((j for j in range(i + 1, len(lines)) if lines[j] == "```"), len(lines))
        if fence.group(1) == "console":
            for step in steps(lines, i + 1, end):
                yield "step", title, step
        elif fence.group(2):
            yield "file", fence.group(2), "".join(line + "\n" for line in lines[i + 1:end])
        i = end + 1


def steps(lines, start, end):
    found = []
    for at in range(start, end):
        line = lines[at]
        if line.startswith("$ "):
            found.append(Step(line[2:], at))
        elif line.startswith("> ") and found and not found[-1].want:
            found[-1].command += "\n" + line[2:]
            found[-1].first = at
        elif found:
            found[-1].want.append(line)
        if found:
            found[-1].last = at
    for step in found:
        while step.want and not step.want[-1].strip():
            step.want.pop()
            step.last -= 1
        code = re.fullmatch(r"\[(\d+)\]", step.want[-1]) if step.want else None
        if code:
            step.code = int(code.group(1))
            step.want.pop()
    return found


def line_matches(want, got):
    parts = [re.escape(p) for p in want.split("...")]
    return re.fullmatch(".*".join(parts), got) is not None


def matches(want, got):
    """Whether the lines got are those wanted, "..." alone standing for any number of lines."""
    reach = {0}  # how many of `got` the wanted lines so far may have used up
    for line in want:
        if line == "...":
            reach = set(range(min(reach), len(got) + 1)) if reach else reach
        else:
            reach = {n + 1 for n in reach if n < len(got) and line_matches(line, got[n])}
    return len(got) in reach


def environment(folder):
    keep = ("PATH", "HOME", "HEARSAY_THREADS", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS")
    env = {k: v for k, v in os.environ.items() if k in keep}
    env.update(LC_ALL="C.UTF-8", TZ="UTC", HEARSAY_USER="ana", SOURCE_DATE_EPOCH="1700000000", TMPDIR=folder,
               PATH=os.path.dirname(os.path.abspath(tap.HEARSAY)) + ":" + env.get("PATH", "/usr/bin:/bin"))
    return env


def run(command, folder):
    """Exit code and lines shown."""
    p = subprocess.run(["bash", "-c", command], cwd=folder, env=environment(folder), stdin=subprocess.DEVNULL,
                       stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=600)
    text = (p.stderr + p.stdout).decode("utf-8", "replace")
    return p.returncode, [line.rstrip() for line in text.splitlines()]


def prepare():
    folder = tempfile.mkdtemp(prefix="hearsay-test-")
    os.chmod(folder, 0o755)
    example = os.path.join(tap.ROOT, "example")
    if os.path.isdir(example):
        shutil.copytree(example, os.path.join(folder, "example"))
    return folder


def check(path, write):
    with open(path, encoding="utf-8") as f:
        lines = f.read().split("\n")
    folder, changes = prepare(), []
    try:
        for kind, name, what in parse(lines):
            if kind == "file":
                os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
                with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
                    f.write(what)
                continue
            code, got = run(what.command, folder)
            good = code == what.code and matches([w.rstrip() for w in what.want], got)
            tap.ok(good, "%s: %s" % (name, what.command.split("\n")[0]), "exit code %d, want %d\n%s\n--- wanted:\n%s"
                   % (code, what.code, "\n".join(got), "\n".join(what.want)))
            if not good:
                changes.append((what, got + (["[%d]" % code] if code else [])))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    if write and changes:
        for step, new in reversed(changes):
            lines[step.first + 1:step.last + 1] = new
        with open(path, "w", encoding="utf-8") as f:
            f.write("\n".join(lines))


def main(arguments):
    write = "--write" in arguments
    for path in arguments:
        if path != "--write":
            check(path, write)
    if not tap.count:
        tap.skip("no console block", "examples")
    tap.done()


if __name__ == "__main__":
    main(sys.argv[1:])
