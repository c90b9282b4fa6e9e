"""Tests in a real browser: Chromium driven by scripts of test/web, with the packages of its package-lock.json."""
import json
import os
import re
import shutil
import subprocess
import sys

import tap

HERE = os.path.join(tap.ROOT, "test", "web")
MODULES = os.path.join(tap.BUILD, "test", "web")


def installed():
    """Whether the packages of package-lock.json are in the build directory, fetched where they are not."""
    modules = os.path.join(tap.ROOT, "tools", "modules.py")
    p = subprocess.run([sys.executable, modules, shutil.which("npm"), HERE, MODULES], capture_output=True, check=False)
    return p.returncode == 0


def missing():
    """Why no browser can be driven here, or None."""
    for program, there in (("node", shutil.which("node")), ("npm", shutil.which("npm")), ("chromium", program_of())):
        if not there:
            return "%s is not installed" % program
    version = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout
    if int((re.search(r"\d+", version) or ["0"])[0]) < 20:
        return "node %s is older than 20" % version
    return None if installed() else "npm cannot fetch the packages of test/web/package-lock.json"


def program_of():
    return shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def run(script, *words, timeout=1700):
    """Runs test/web/SCRIPT; what it says becomes cases. Whether it came to its end."""
    p = subprocess.run(["node", os.path.join(HERE, script), MODULES, program_of(), *words], capture_output=True,
                       text=True, timeout=timeout, check=False)
    for line in p.stdout.splitlines():
        case = json.loads(line)
        tap.ok(case["good"], case["name"], case["detail"])
    tap.ok(p.returncode == 0, "the browser came to its end", p.stderr)
    return p.returncode == 0


def keep(folder):
    """Pictures go to the folder that HEARSAY_SCREENS names, to be looked at."""
    kept = os.environ.get("HEARSAY_SCREENS")
    for name in os.listdir(folder) if kept else ():
        if name.endswith((".png", ".pdf")):
            shutil.copy(os.path.join(folder, name), kept)
