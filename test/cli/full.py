#!/usr/bin/env python3
"""A disk without room, or a file that may not grow, at whatever point of the work: an error of one sentence, exit code
7, and the case as it was before or as the command leaves it. The bound is `ulimit -f`, in steps; and, where a file
system of that size can be mounted, a full one."""
import os
import shutil
import subprocess
import tempfile

import tap

PAGES = {
    "fire.txt": "Fire in Tarvik was laid, says official\n\nTARVIK, 3 March 2024 - The fire in the harbour was started "
                "on purpose, the harbour master Ilse Brandt said on Sunday. She accused the firm Nordkai of it.\n",
    "short.txt": "A short circuit, says the operator\n\n4 March 2024 - Nordkai said that a short circuit caused it.\n",
}
ENV = dict(os.environ, HEARSAY_USER="ana", SOURCE_DATE_EPOCH="1700000000", LC_ALL="C")
STEP = 8 if tap.sanitized() else 3   # kB
FIRST = 8 if tap.sanitized() else 0  # a sanitizer writes a file of its own before the program begins


def hearsay(folder, *words, room=None):
    limit = "ulimit -f %s; " % room if room is not None else ""
    return subprocess.run(["bash", "-c", limit + 'exec "$0" "$@"', tap.HEARSAY, *words], cwd=folder, env=ENV,
                          capture_output=True, text=True, errors="replace", timeout=300, check=False)


def state(folder, case):
    """The case as text; None where there is none, and the error where it does not hold."""
    if not os.path.exists(os.path.join(folder, case)):
        return None
    held = hearsay(folder, "log", case, "--verify")
    return held.stderr if held.returncode else hearsay(folder, "export", case, "-f", "json").stdout


def fresh(folder):
    for name in os.listdir(folder):
        os.remove(os.path.join(folder, name))
    for name, text in PAGES.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
            f.write(text)


def one_sentence(out, case):
    lines = out.stderr.splitlines()
    return len(lines) == 1 and lines[0].startswith("hearsay: ") and case in lines[0]


def squeeze(folder, name, prepare, command):
    """The command in 0 kB, 3 kB, ... until it has room enough."""
    fresh(folder)
    if prepare:
        hearsay(folder, *prepare)
    before = state(folder, "a.hearsay")
    kept = {f: open(os.path.join(folder, f), "rb").read() for f in os.listdir(folder)}
    hearsay(folder, *command)
    after = state(folder, "a.hearsay")
    tap.ok(after and after != before, name + ": changes the case where there is room", after)
    failures, wrong = 0, []
    for room in range(FIRST, 400, STEP):
        fresh(folder)
        for f, content in kept.items():
            with open(os.path.join(folder, f), "wb") as out:
                out.write(content)
        got = hearsay(folder, *command, room=room)
        if got.returncode == 0:
            break
        failures += 1
        found = state(folder, "a.hearsay")
        left = [f for f in os.listdir(folder) if f.endswith((".new", ".part"))]
        if got.returncode != 7 or not one_sentence(got, "a.hearsay") or found not in (before, after) or left:
            wrong.append("%d kB: exit code %d\n%s%s\n%s" % (room, got.returncode, got.stderr, left, found))
    tap.ok(failures > 3 and got.returncode == 0, name + ": fails while there is too little room, then works", failures)
    tap.ok(not wrong, name + ": each failure is one sentence, and nothing is half done", "\n".join(wrong))
    tap.same(state(folder, "a.hearsay"), after, name + ": in the end it is all there")


def full_disk(folder):
    """assess and add on a file system of 192 kB, of which nothing is left."""
    disk = os.path.join(folder, "disk")
    os.mkdir(disk)
    script = r"""mount -t tmpfs -o size=192k tmpfs disk || exit 77
"$0" assess fire.txt --case disk/a.hearsay > /dev/null || exit 1
dd if=/dev/zero of=disk/rest bs=1k 2> /dev/null
"$0" add disk/a.hearsay short.txt; echo "exit code $?"
rm disk/rest
"$0" log disk/a.hearsay --verify; "$0" add disk/a.hearsay short.txt; echo "exit code $?"
"""
    out = subprocess.run(["unshare", "--map-root-user", "--mount", "bash", "-c", script, tap.HEARSAY], cwd=folder,
                         env=ENV, capture_output=True, text=True, timeout=300, check=False)
    lines = out.stdout.splitlines()
    if out.returncode == 77 or "unshare:" in out.stderr:
        tap.skip("no file system of 192 kB can be mounted here", "a full disk")
        return
    if not tap.ok(out.returncode == 0 and len(lines) == 3, "the commands run", out):
        return
    tap.same(lines[0], "exit code 7", "a full disk: exit code 7")
    tap.same(out.stderr, "hearsay: disk/a.hearsay: the disk is full; make room and try again\n", "a full disk is named")
    tap.ok(lines[1].startswith("the journal holds"), "the case holds", out.stdout)
    tap.same(lines[2], "exit code 0", "with room again, the command works")


def main():
    with tempfile.TemporaryDirectory(prefix="hearsay-full-") as folder:
        squeeze(folder, "new", None, ["new", "a.hearsay"])
        squeeze(folder, "assess", None, ["assess", *PAGES, "--case", "a.hearsay", "-o", "/dev/null"])
        squeeze(folder, "add", ["assess", "fire.txt", "--case", "a.hearsay", "-o", "/dev/null"],
                ["add", "a.hearsay", "short.txt"])
    with tempfile.TemporaryDirectory(prefix="hearsay-full-") as folder:
        fresh(folder)
        full_disk(folder)
    tap.done()


main()
