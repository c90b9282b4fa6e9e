#!/usr/bin/env python3
"""Every command and every option that --help prints stands in the manual page and is offered by the completion."""
import os
import re
import shutil
import subprocess

import tap

OPTION = re.compile(r"^  (?:-(\w),|   ) (--[\w-]+)(?: ([^ ]+))? ")


def run(*words, **more):
    done = subprocess.run(words, capture_output=True, text=True, timeout=60, **more)
    return done.stdout + done.stderr if done.returncode else done.stdout


def options(text):
    """(letter or None, name, argument or None) of each line of --help that is an option's."""
    return [m.groups() for m in map(OPTION.match, text.splitlines()) if m]


def offered(*words):
    """What the completion offers for the last of the words that follow `hearsay`."""
    script = """source <("$HEARSAY" --completion bash); COMP_WORDS=(hearsay "$@"); COMP_CWORD=$#; _hearsay
    printf '%s\\n' "${COMPREPLY[@]}"; complete -p hearsay >/dev/null"""
    env = dict(os.environ, HEARSAY=os.path.abspath(tap.HEARSAY))
    return run("bash", "-c", script, "bash", *words, env=env).split()


def names_of(found):
    return sorted([name for _, name, _ in found] + ["-" + letter for letter, _, _ in found if letter])


def check_command(name, page):
    found = options(run(tap.HEARSAY, name, "--help"))
    part = page.split('\n.SS "hearsay %s ' % name.replace("-", "\\-"))[1].split("\n.SS ")[0]
    own = part.split("\n.SH ")[0] + page.split(".SH OPTIONS OF EVERY COMMAND")[1]
    missing = [n for n in names_of(found) if "\\fB%s\\fR" % n.replace("-", "\\-") not in own]
    tap.ok(found and not missing, "%s: the page has its options" % name, str(missing))
    got = sorted(offered(name, "-"))
    tap.ok(got == names_of(found), "%s: the completion offers them" % name, str(got))


def main():
    usage, page = run(tap.HEARSAY, "--help"), run(tap.HEARSAY, "--man")
    commands = re.findall(r"^  hearsay ([a-z-]+) ", usage, re.M)
    tap.ok(len(commands) > 10 and page.count("\n.SS ") == len(commands), "the page has a part for each command")
    for name in commands:
        check_command(name, page)
    alone = names_of(options(usage))
    tap.ok("--limits" in alone and sorted(offered("")) == sorted(commands + alone), "the commands are offered first")
    tap.ok(offered("we") == ["weigh"], "by their beginnings")
    tap.ok(offered("weigh", "case") == [], "a file is left to the shell")
    if shutil.which("groff"):
        said = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=page, capture_output=True, text=True)
        tap.ok(said.returncode == 0 and not said.stderr, "groff has nothing to say about the page", said.stderr)
    else:
        tap.skip("no groff here", "groff has nothing to say about the page")
    tap.done()


main()
