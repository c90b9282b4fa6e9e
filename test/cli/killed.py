#!/usr/bin/env python3
"""`assess` and `add` killed at random moments (SIGKILL) leave no reader behind, and a case file that is as it was
before the command or as the command leaves it, with a journal that holds; where there was none, there is none, and the
command runs again as if nothing had been. HEARSAY_KILLS is the number for each command."""
import os
import random
import signal
import subprocess
import tempfile
import time

import tap

KILLS = int(os.environ.get("HEARSAY_KILLS") or (15 if tap.sanitized() else 100))
PAGES = {
    "fire.txt": "Fire in Tarvik was laid, says official\n\nTARVIK, 3 March 2024 - The fire in the harbour was started "
                "on purpose, the harbour master Ilse Brandt said on Sunday. She accused the firm Nordkai of it.\n",
    "short.txt": "A short circuit, says the operator\n\n4 March 2024 - Nordkai said that a short circuit caused it.\n",
    "open.txt": "Cause still open\n\n5 March 2024 - The cause is unclear, a spokesman of the fire service said. Two "
                "officials told the Tarvik Courier that the fire may have been laid.\n",
    "denial.txt": "Nordkai denies it\n\n6 March 2024 - Nordkai denied that it had laid the fire, and blamed Brandt.\n",
}
ASSESS = ["assess", "fire.txt", "short.txt", "open.txt", "--case", "a.hearsay", "-o", "a.md"]
ADD = ["add", "a.hearsay", "denial.txt", "open.txt"]
ENV = dict(os.environ, HEARSAY_USER="ana", SOURCE_DATE_EPOCH="1700000000", LC_ALL="C")


def hearsay(folder, *words):
    return subprocess.run([tap.HEARSAY, *words], cwd=folder, env=ENV, capture_output=True, timeout=300, check=False)


def clear(folder):
    for name in os.listdir(folder):
        if name not in PAGES:
            os.remove(os.path.join(folder, name))


def contents(folder):
    """What is in the folder beside the pages."""
    found = {}
    for name in os.listdir(folder):
        if name not in PAGES:
            with open(os.path.join(folder, name), "rb") as f:
                found[name] = f.read()
    return found


def state(folder):
    """The case as JSON; None where there is none, and what is wrong where something is."""
    if not os.path.exists(os.path.join(folder, "a.hearsay")):
        return None
    held = hearsay(folder, "log", "a.hearsay", "--verify")
    text = hearsay(folder, "export", "a.hearsay", "-f", "json")
    return text.stdout if held.returncode == text.returncode == 0 else held.stderr + text.stderr


def alive(session):
    """The processes of a session that are not zombies."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/stat" % pid, encoding="latin-1") as f:
                fields = f.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.append(int(pid))
    return found


def vanish(session, seconds):
    """What of a session is still there after that time."""
    end = time.monotonic() + seconds
    while alive(session) and time.monotonic() < end:
        time.sleep(0.005)
    return alive(session)


def kill(folder, command, after, group):
    """Whether it was still at work, and which processes were left."""
    p = subprocess.Popen([tap.HEARSAY, *command], cwd=folder, env=ENV, start_new_session=True,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    (os.killpg if group else os.kill)(p.pid, signal.SIGKILL)
    return p.wait() == -signal.SIGKILL, vanish(p.pid, 10)


def undisturbed(folder, command):
    """The seconds that a command takes, and the state it leaves."""
    start = time.monotonic()
    done = hearsay(folder, *command)
    took = time.monotonic() - start
    tap.same(done.returncode, 0, "%s: done where nobody disturbs it" % command[0])
    return took, state(folder)


def disturb(folder, command, before, draw):
    """Kills the command at moments of its run; `before` are the files it begins with."""
    def begin():
        clear(folder)
        for name, text in before.items():
            with open(os.path.join(folder, name), "wb") as f:
                f.write(text)
    begin()
    old = state(folder)
    seconds, new = undisturbed(folder, command)
    tap.ok(new and new != old, command[0] + ": changes the case", new)
    report = contents(folder).get("a.md")
    killed, undone, wrong = 0, 0, []
    for i in range(KILLS):
        begin()
        after = (i + draw.random()) / KILLS * seconds * 1.2  # from its start to beyond its end
        was_killed, left = kill(folder, command, after, group=i % 2)
        found, beside = state(folder), contents(folder)
        start = time.monotonic()
        again = hearsay(folder, *command)
        if found == old:  # what it takes now, on a machine that is more or less busy than before
            seconds = time.monotonic() - start
        good = not left and found in (old, new) and beside.get("a.md") in (None, report)
        good = good and again.returncode == (2 if old is None and found == new else 0) and state(folder) == new
        good = good and not [f for f in contents(folder) if f.endswith(".new")]
        killed += was_killed
        undone += found == old
        if not good:
            wrong.append("killed after %.4f s: processes %s, files %s, state %r\nthen %r" %
                         (after, left, sorted(beside), found, again))
    tap.ok(not wrong, "%s: killed %d times, before or after, nothing between, and it runs again" % (command[0], KILLS),
           "\n".join(wrong))
    tap.ok(killed > KILLS / 3, "%s: most were at work when they were killed" % command[0], killed)
    tap.ok(0 < undone < KILLS, "%s: some before the commit, some after" % command[0], undone)


def orphan(folder):
    """A reader that is busy for longer than anybody waits here ends with the program that asked it, though nobody kills
    it."""
    with open(os.path.join(folder, "long.txt"), "w", encoding="utf-8") as f:
        f.write(("Ana Lorca" + " said that the mayor believed it was likely that they" * 45 + " did it. ") * 8000)
    was_killed, left = kill(folder, ["read", "long.txt"], 0.3, group=False)
    tap.ok(was_killed and not left, "no reader outlives the program", (was_killed, left))


def main():
    draw = random.Random(20)
    with tempfile.TemporaryDirectory(prefix="hearsay-killed-") as folder:
        for name, text in PAGES.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8") as f:
                f.write(text)
        disturb(folder, ASSESS, {}, draw)
        clear(folder)
        hearsay(folder, "assess", "fire.txt", "short.txt", "--case", "a.hearsay", "-o", "/dev/null")
        disturb(folder, ADD, contents(folder), draw)
        orphan(folder)
    tap.done()


main()
