#!/usr/bin/env python3
"""The desk lets in its own page alone, and outlasts what is sent to hurt it: foreign hosts and origins, no token, forms
across sites, paths that climb, bodies too large or of no shape, headers drop by drop, a thousand connections."""
import os
import re
import socket
import stat
import subprocess
import tempfile
import time

import desk
import tap


def refused(got, want, name):
    status, body, headers = got
    tap.ok(status == want and isinstance(body, dict) and body.get("error"), name, "%s %r" % (status, body))
    tap.ok(headers.get("Access-Control-Allow-Origin") is None, name + ": no other page may read it")


def check_entry(d):
    refused(d.ask("GET", "/api/case", token=False), 401, "no token, no answer")
    refused(d.ask("GET", "/", token=False), 401, "no token, no page")
    refused(d.ask("GET", "/api/case", token=False, Authorization="Bearer " + "0" * 64), 401, "a wrong token")
    refused(d.ask("GET", "/api/case", token=False, Authorization="Bearer " + d.token[:-1]), 401, "part of the token")
    refused(d.ask("GET", "/?token=" + "0" * 64, token=False), 403, "an opening address of another run")
    status, body, _ = d.ask("GET", "/", token=False, Accept="text/html,*/*")
    tap.ok(status == 401 and body.startswith(b"open the desk with the address"), "a person reads it as text", body)
    status, _, headers = d.ask("GET", "/?token=" + d.token, token=False)
    cookie = headers.get("Set-Cookie") or ""
    tap.ok(status == 303 and headers.get("Location") == "/", "the opening address leads on, without its token", status)
    tap.ok("HttpOnly" in cookie and "SameSite=Strict" in cookie and str(d.port) in cookie, "a cookie of one port "
           "that no script sees", cookie)
    cookie = cookie.split(";")[0]
    status, _, _ = d.ask("GET", "/api/case", token=False, Cookie=cookie)
    tap.same(status, 200, "the cookie is enough to read")
    status, _, _ = d.ask("GET", "/api/case", token=False, Cookie="a=b; " + cookie + "; c=d")
    tap.same(status, 200, "among others, too")
    refused(d.ask("GET", "/api/case", token=False, Cookie=cookie[:-1]), 401, "part of a cookie is not")
    return cookie


def check_origin(d, cookie):
    own = d.base
    for host in ("evil.example", "evil.example:%d" % d.port, "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:%d"
                 % d.port, ""):
        refused(d.get("/api/case", Host=host), 421, "host %r" % host)
    status, _, _ = d.get("/api/case", Host="localhost:%d" % d.port)
    tap.same(status, 200, "localhost is ours")
    for origin in ("http://evil.example", "null", "https://127.0.0.1:%d" % d.port, own + ".evil.example",
                   "http://127.0.0.1:1"):
        refused(d.get("/api/case", Origin=origin), 403, "origin %r" % origin)
    edit = {"edits": []}
    refused(d.ask("POST", "/api/edit", edit, token=False, Cookie=cookie), 403, "a change with the cookie alone")
    refused(d.ask("POST", "/api/edit", "a=b", token=False, Cookie=cookie, Origin="http://evil.example",
                  Content_Type="application/x-www-form-urlencoded"), 403, "a form across sites")
    refused(d.ask("POST", "/api/edit", "{}", token=False, Cookie=cookie, Origin=own, Content_Type="text/plain"), 415,
            "JSON that does not say so")
    status, _, _ = d.ask("POST", "/api/me", {"name": "Bo"}, token=False, Cookie=cookie, Origin=own)
    tap.same(status, 200, "a change from its own page")
    status, body, _ = d.ask("GET", "/api/case", token=False, Cookie=cookie)
    tap.same(body.get("me"), "Bo", "a browser has a name")


def check_paths(d):
    for path in ("/../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/api/documents/../case",
                 "/api/documents/..%2f..%2fcase", "/parts/../app.js", "/style", "/api", "/api/documents/", "//app.js",
                 "/app.js/", "/example/api/case"):
        status, _, _ = d.get(path)
        tap.same(status, 404, "no such place: " + path)
    for path in ("/api/documents/x%2Fy", "/api/documents/" + "a" * 2000, "/api/report/exe", "/api/figures/none"):
        status, _, _ = d.get(path)
        tap.ok(400 <= status < 500, "refused: " + path[:40], status)
    status, _, headers = d.ask("DELETE", "/api/case")
    tap.same(status, 405, "a method that is none here")
    status, _, _ = d.ask("OPTIONS", "/api/edit")
    tap.same(status, 405, "no other site is told what it may do")
    status, _, headers = d.get("/")
    policy = headers.get("Content-Security-Policy") or ""
    tap.ok("default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy,
           "the page's policy is strict", policy)
    tap.ok(re.search(r"script-src 'self' 'sha256-[A-Za-z0-9+/]{43}='", policy), "scripts are its own alone", policy)
    status, _, headers = d.get("/api/case")
    tap.ok("sandbox" in headers.get("Content-Security-Policy", "") and headers.get("X-Content-Type-Options") ==
           "nosniff", "what is no page may do nothing")


def check_bodies(d):
    refused(d.post("/api/edit", b"x" * ((1 << 20) + 1), Content_Type="application/json"), 413, "a body too large")
    for body, want in ((b"", 400), (b"{", 400), (b"[]", 400), (b"{}", 400), (b'{"edits": 1}', 400),
                       (b"[" * 100000, 400), (b'{"a":"\xff"}', 400), (b'{"edits":[],"edits":[]}', 400)):
        refused(d.post("/api/edit", body, Content_Type="application/json"), want, "a body %r" % body[:24])
    status, _, _ = d.post("/api/files", b"x")
    tap.same(status, 400, "a file without a name")
    status, _, _ = d.ask("POST", "/api/me", {"name": "x" * 100})
    tap.same(status, 422, "a name too long")
    host = ("Host: 127.0.0.1:%d\r\n" % d.port).encode()
    for name, data in (("no request at all", b"\0" * 100 + b"\r\n\r\n"), ("no version", b"GET /\r\n\r\n"),
                       ("a name without end", b"GET /" + b"a" * 40000 + b" HTTP/1.1\r\n" + host + b"\r\n"),
                       ("headers without end", b"GET / HTTP/1.1\r\n" + host + b"X: " + b"y" * 100000 + b"\r\n\r\n"),
                       ("many headers", b"GET / HTTP/1.1\r\n" + host + b"X: y\r\n" * 10000 + b"\r\n"),
                       ("two lengths", b"POST /api/edit HTTP/1.1\r\n" + host + b"Content-Length: 1\r\nContent-Length:"
                        b" 2\r\n\r\nxx"),
                       ("a negative length", b"POST /api/edit HTTP/1.1\r\n" + host + b"Content-Length: -1\r\n\r\n"),
                       ("pieces of no size", b"POST /api/edit HTTP/1.1\r\n" + host +
                        b"Transfer-Encoding: chunked\r\n\r\nzz\r\n"),
                       ("no host", b"GET / HTTP/1.1\r\n\r\n")):
        status = d.raw(data, wait=3)
        tap.ok(status == 0 or status >= 400, name, status)
    tap.same(d.get("/api/case")[0], 200, "and the desk is well")


def check_slow(d):
    """A header drop by drop: the connection is ended, however regular the drops."""
    s = socket.create_connection(("127.0.0.1", d.port), timeout=1)
    began, ended = time.monotonic(), False
    try:
        s.sendall(b"GET / HTTP/1.1\r\n")
        while time.monotonic() - began < 40 and not ended:
            s.sendall(b"X: y\r\n")
            try:
                ended = s.recv(1) == b""
            except socket.timeout:
                pass
    except ConnectionError:
        ended = True
    s.close()
    tap.ok(ended, "slow headers are cut off", "%.0f s" % (time.monotonic() - began))


def check_crowd(d):
    crowd = []
    for _ in range(1000):
        try:
            crowd.append(socket.create_connection(("127.0.0.1", d.port), timeout=60))
        except OSError:
            break
    tap.ok(len(crowd) >= 900, "a thousand connections that say nothing", len(crowd))
    status, _, _ = d.get("/api/case")
    tap.same(status, 200, "one more is answered")
    for s in crowd:
        s.close()
    streams = []
    for _ in range(80):
        s = socket.create_connection(("127.0.0.1", d.port), timeout=60)
        s.sendall(("GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n\r\n" %
                   (d.port, d.token)).encode())
        streams.append((s, s.recv(200)[9:12]))
    got = [code for _, code in streams]
    tap.ok(got.count(b"200") == 64 and got.count(b"503") == 16, "at most 64 pages listen", got)
    for s, _ in streams:
        s.close()
    tap.same(d.get("/api/case")[0], 200, "and the desk is well")


def check_socket(folder):
    path = os.path.join(folder, "desk.sock")
    with desk.Desk("a.hearsay", "--socket", path, folder=folder) as d:
        mode = stat.S_IMODE(os.stat(path).st_mode)
        tap.ok(mode & 0o077 == 0, "the socket is the user's alone", oct(mode))
        s = socket.socket(socket.AF_UNIX)
        s.connect(path)
        s.sendall(("GET /api/case HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n" % d.token).encode())
        tap.ok(s.recv(100).startswith(b"HTTP/1.1 200"), "it answers there")
        s.close()
    tap.ok(not os.path.exists(path), "and leaves nothing behind")


def main():
    desk.need("the desk")
    with tempfile.TemporaryDirectory() as folder:
        desk.hearsay("new", "a.hearsay", "--question", "Who did it?", folder=folder)
        with desk.Desk("a.hearsay", folder=folder) as d:
            listens = subprocess.run(["cat", "/proc/net/tcp"], capture_output=True, text=True, check=True).stdout
            tap.ok("0100007F:%04X" % d.port in listens, "it listens at loopback")
            tap.ok("00000000:%04X" % d.port not in listens, "and nowhere else")
            cookie = check_entry(d)
            check_origin(d, cookie)
            check_paths(d)
            check_bodies(d)
            check_slow(d)
            check_crowd(d)
            other = desk.Desk("a.hearsay", "--port", str(d.port), folder=folder)
            tap.ok(other.stop() == 2 and "in use" in other.errors, "a port that is taken", other.errors)
        tap.same(d.process.returncode, 0, "a signal ends it well")
        tap.same(d.errors, "", "without a word")
        check_socket(folder)
        with open(os.path.join(tap.ROOT, "example/river.yaml"), encoding="utf-8") as f, \
                open(os.path.join(folder, "river.yaml"), "w", encoding="utf-8") as out:
            out.write(f.read())
        other = desk.Desk("river.yaml", folder=folder)
        tap.ok(other.stop() == 4 and "hearsay import takes this" in other.errors, "YAML is no case file", other.errors)
        other = desk.Desk("none.hearsay", folder=folder)
        tap.ok(other.stop() == 3 and "no such case file" in other.errors, "no case, no desk", other.errors)
    return tap.done()


main()
