#!/usr/bin/env python3
"""Every command and every option that --help prints stands in the manual pages and is offered by the completion; there
is a page for each command, without a warning, and its examples run."""
import os
import re
import shutil
import subprocess
import tempfile

import tap

OPTION = re.compile(r"^  (?:-(\w),|   ) (--[\w-]+)(?: ([^ ]+))? ")


def run(*words, **more):
    done = subprocess.run(words, capture_output=True, text=True, timeout=300, **more)
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


def lint(name, page):
    """What groff and mandoc say about a page; "" where they are not here."""
    said = ""
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-z"], input=page, capture_output=True, text=True)
        said += done.stderr
    if shutil.which("mandoc"):
        done = subprocess.run(["mandoc", "-Tlint", "-Wwarning"], input=page, capture_output=True, text=True)
        said += "".join(line + "\n" for line in done.stdout.splitlines() if "missing date" not in line)
    tap.ok(not said, "%s: nobody warns about the page" % name, said)


def examples(page):
    """The blocks of commands of a page, as a terminal shows them."""
    for block in re.findall(r"^\.EX\n(.*?)\n\.EE$", page, re.M | re.S):
        yield block.replace("\\&", "").replace("\\-", "-").replace("\\e", "\\")


def check_examples(name, page):
    blocks = list(examples(page))
    tap.ok(blocks and page.count(".SH DESCRIPTION") == 1, "%s: it has examples (a row in src/cli/manual.c)" % name)
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(os.path.join(tap.ROOT, "example"), os.path.join(folder, "example"))
        os.symlink(os.path.abspath(tap.HEARSAY), os.path.join(folder, "hearsay"))
        env = dict(os.environ, PATH=folder + ":" + os.environ["PATH"], HEARSAY_USER="ana")
        for block in blocks:
            done = subprocess.run(["bash", "-c", block], cwd=folder, env=env, capture_output=True, text=True,
                                  timeout=300)
            tap.ok(done.returncode in (0, 1) and not done.stderr, "%s: %s" % (name, block), done.stderr)


def check_page(name):
    page = run(tap.HEARSAY, "--man", name)
    found = options(run(tap.HEARSAY, name, "--help"))
    missing = [n for n in names_of(found) if "\\fB%s\\fR" % n.replace("-", "\\-") not in page]
    tap.ok(page.startswith(".TH HEARSAY-") and not missing, "%s: its own page has its options" % name, str(missing))
    built = os.path.join(tap.BUILD, "src", "cli", "hearsay-%s.1" % name)
    tap.ok(os.path.exists(built), "%s: the build makes the page (src/cli/meson.build)" % name)
    lint(name, page)
    check_examples(name, page)


def check_values(name):
    """What the help of an option lists is what the completion offers behind it."""
    for letter, option, _ in options(run(tap.HEARSAY, name, "--help")):
        if option != "--format":
            continue
        line = next(x for x in run(tap.HEARSAY, name, "--help").splitlines() if "--format" in x)
        said = set(re.split(", or |, | or ", line.split("FORMAT ")[-1].split(":")[0].replace(" (default)", "").strip()))
        got = set(offered(name, option, ""))
        if "FORMAT" in line:
            tap.ok(got == said, "%s: the completion offers the formats of --help" % name, "%s %s" % (got, said))
        tap.ok(not letter or set(offered(name, "-" + letter, "")) == got, "%s: behind the letter, too" % name)


def check_shells():
    for shell in ("zsh", "fish"):
        script = run(tap.HEARSAY, "--completion", shell)
        tap.ok("what-if" in script and "sarif" in script, "%s has its completion" % shell)
        if not shutil.which(shell):
            tap.skip("no %s here" % shell, "%s reads it" % shell)
            continue
        with tempfile.NamedTemporaryFile("w", suffix="." + shell) as f:
            f.write(script)
            f.flush()
            done = subprocess.run([shell, "-n", f.name], capture_output=True, text=True)
        tap.ok(done.returncode == 0 and not done.stderr, "%s reads it" % shell, done.stderr)


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
    lint("hearsay", page)
    for name in commands:
        check_page(name)
        check_values(name)
    tap.ok(sorted(offered("trace", "--level", "")) == ["report", "strict", "text"], "values of others are offered")
    check_shells()
    tap.ok("there is no command" in run(tap.HEARSAY, "--man", "fly"), "no page of a command that is none")
    tap.done()


main()
