"""What the style tests share: the project's files, C without comments and strings, the symbols of the objects."""
import glob
import os
import re
import subprocess

import tap

SRC = os.path.join(tap.ROOT, "src")


def c_files(*folders):
    """Paths of .c and .h files below the folders of the project, relative to its root, sorted."""
    found = []
    for folder in folders:
        for ending in ("c", "h"):
            found += glob.glob(os.path.join(tap.ROOT, folder, "**", "*." + ending), recursive=True)
    return sorted(os.path.relpath(p, tap.ROOT) for p in found)


def tracked():
    """All files of the project, relative to its root: those git knows and new ones, or all where there is no git."""
    git = subprocess.run(["git", "-C", tap.ROOT, "ls-files", "-co", "--exclude-standard"], capture_output=True,
                         text=True, check=False)
    if git.returncode == 0 and git.stdout:
        return [p for p in sorted(git.stdout.splitlines()) if os.path.isfile(os.path.join(tap.ROOT, p))]
    found = []
    for folder, folders, names in os.walk(tap.ROOT):
        folders[:] = [f for f in folders if not f.startswith(("build", ".git", "__pycache__"))]
        found += [os.path.relpath(os.path.join(folder, n), tap.ROOT) for n in names]
    return sorted(found)


def text(path):
    with open(os.path.join(tap.ROOT, path), encoding="utf-8", errors="replace") as f:
        return f.read()


TOKEN = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'", re.S)


def bare(c):
    """C without comments and without what stands inside strings; lines stay where they are."""
    def blank(m):
        body = m.group(0)
        return '""' if body[0] in "\"'" else "\n" * body.count("\n")
    return TOKEN.sub(blank, c)


def symbols():
    """Yields (source path, name) of every function or object that a source file defines for others."""
    sources = {s[len("src/"):].replace("/", "_") + ".o": s for s in c_files("src")}
    objects = sorted(glob.glob(os.path.join(tap.BUILD, "src", "libcore.a.p", "*.o")))
    objects = [path for path in objects if os.path.basename(path) in sources]  # the others are made by the build
    if not objects:
        return
    nm = subprocess.run(["nm", "-A", "--defined-only", "--extern-only", *objects], capture_output=True, text=True,
                        check=True)
    for line in nm.stdout.splitlines():
        path, symbol = line.rsplit(":", 1)
        fields = symbol.split()
        if len(fields) == 3 and fields[1] in "TDRBCVW":
            yield sources[os.path.basename(path)], fields[2]


def report(found, rule):
    """One case: the rule holds where nothing was found against it."""
    tap.ok(not found, rule, "\n".join(found))
