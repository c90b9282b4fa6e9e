#!/usr/bin/env python3
"""assets.py OUT.c DEPFILE FOLDER MODULES: the pages of the desk as C string literals, plain and packed with gzip: the
files of FOLDER by their names there, and of the packages in MODULES the modules that its index.html imports, as
/parts/NAME. Defines what src/desk/asset.h declares."""
import base64
import gzip
import hashlib
import json
import os
import re
import sys

TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8",
         ".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}

# Where each part that the map of imports names stands in its package.
PARTS = {"preact.js": "preact/dist/preact.module.js",
         "hooks.js": "preact/hooks/dist/hooks.module.js",
         "htm.js": "htm/dist/htm.module.js",
         "html.js": "htm/preact/index.module.js",
         "signals-core.js": "@preact/signals-core/dist/signals-core.module.js",
         "signals.js": "@preact/signals/dist/signals.module.js"}


def kept(folder, modules):
    for at, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            if os.path.splitext(name)[1] in TYPES:
                path = os.path.join(at, name)
                yield "/" + os.path.relpath(path, folder), path
    for name, path in PARTS.items():
        yield "/parts/" + name, os.path.join(modules, path)


def lean(name, data):
    """Our own scripts and styles without indentation and without lines that are comments alone, line by line, so that
    what a browser tells of a line is true of the source."""
    if name.startswith("/parts/") or not name.endswith((".js", ".css")):
        # A map of sources would be asked for, and is not there.
        return re.sub(rb"\n//# sourceMappingURL=\S+\s*$", b"\n", data)
    if name.endswith(".css"):
        data = re.sub(rb"/\*.*?\*/", lambda m: b"\n" * m.group(0).count(b"\n"), data, flags=re.S)
    lines = [line.strip() for line in data.split(b"\n")]
    return b"\n".join(b"" if line.startswith(b"// ") else line for line in lines)


def imports_of(page):
    """The map of imports as it stands in the page, which the policy names by its hash."""
    text = re.search(rb'<script type="importmap">(.*?)</script>', page, re.S).group(1)
    for target in json.loads(text)["imports"].values():
        if target.split("/")[-1] not in PARTS:
            sys.exit("assets.py: index.html imports %s, which is no part of a package" % target)
    return "sha256-" + base64.b64encode(hashlib.sha256(text).digest()).decode()


def preloaded(page, names):
    """The page with every module asked for at once: found one by one by what imports them, each layer would wait for
    the one above."""
    links = "".join('<link rel="modulepreload" href="%s">\n' % n for n in names if n.endswith(".js"))
    return page.replace(b"</head>", links.encode() + b"</head>")


def literal(data):
    lines = [data[i:i + 100] for i in range(0, len(data), 100)] or [b""]
    return "\n\t  ".join('"%s"' % "".join("\\%03o" % b for b in line) for line in lines)


def main(target, depfile, folder, modules):
    rows, read, imports, files = [], [], "", list(kept(folder, modules))
    for name, path in files:
        with open(path, "rb") as f:
            data = f.read()
        data = lean(name, data)
        if name == "/index.html":
            imports = imports_of(data)
            data = preloaded(data, [other for other, _ in files])
        packed = gzip.compress(data, 9, mtime=0)
        etag = '\\"%s\\"' % hashlib.sha256(data).hexdigest()[:16]
        rows.append('\t{ "%s", "%s", "%s",\n\t  %s, %d,\n\t  %s, %d },\n' % (
            name, TYPES[os.path.splitext(name)[1]], etag, literal(data), len(data), literal(packed), len(packed)))
        read.append(path)
    with open(target, "w", encoding="ascii") as out:
        out.write('#include "desk/asset.h"\n\nconst char assets_imports[] = "%s";\n\n' % imports)
        out.write("const struct asset assets_table[] = {\n%s\t{ 0 },\n};\n" % "".join(rows))
    with open(depfile, "w", encoding="utf-8") as out:
        out.write("%s: %s\n" % (target, " ".join(read)))


if __name__ == "__main__":
    main(*sys.argv[1:])
