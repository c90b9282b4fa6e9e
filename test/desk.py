"""A desk for tests: started on a case, asked over HTTP with its token or as a browser would.

    with desk.Desk("fish.hearsay") as d:
        status, body, headers = d.get("/api/case")
"""
import http.client
import json
import os
import re
import signal
import socket
import subprocess

import tap


def built():
    """Whether the program has a desk at all."""
    p = subprocess.run([tap.HEARSAY, "serve", "/nowhere.hearsay"], capture_output=True, text=True, check=False)
    return "built without the desk" not in p.stderr


def need(what, reason=lambda: None):
    """Ends the test, with `what` skipped, where there is no desk, or there is a `reason` not to run it."""
    why = reason() if built() else "the program is built without the desk"
    if why:
        tap.skip(why, what)
        tap.done()


def hearsay(*words, folder=None):
    return subprocess.run([tap.HEARSAY, *words], cwd=folder, capture_output=True, text=True, timeout=300, check=False)


class Desk:
    def __init__(self, case, *options, folder=None, env=None):
        self.process = subprocess.Popen([tap.HEARSAY, "serve", "--no-browser", *options, case], cwd=folder, text=True,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        env=dict(os.environ, **(env or {})))
        self.line = self.process.stdout.readline()
        found = re.search(r"(http://127\.0\.0\.1:(\d+)/)\?token=([0-9a-f]{64})", self.line)
        self.address = found.group(0) if found else ""
        self.base = found.group(1)[:-1] if found else ""
        self.port = int(found.group(2)) if found else 0
        self.token = found.group(3) if found else self.line.split()[-1:] and self.line.split()[-1]
        self.errors = ""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def stop(self, how=signal.SIGINT):
        """Its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        _, self.errors = self.process.communicate(timeout=300)
        return self.process.returncode

    def alive(self):
        return self.process.poll() is None

    def ask(self, method, path, body=None, token=True, **headers):
        """Status, body (JSON where it is that) and headers; headers as Content_Type="..."."""
        c = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if token:
            sent["Authorization"] = "Bearer " + self.token
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
            sent.setdefault("Content-Type", "application/json")
        try:
            c.request(method, path, body, sent)
            r = c.getresponse()
            data = r.read()
        finally:
            c.close()
        if (r.getheader("Content-Type") or "").startswith("application/json"):
            data = json.loads(data)
        return r.status, data, r.headers

    def get(self, path, **headers):
        return self.ask("GET", path, **headers)

    def post(self, path, body, **headers):
        return self.ask("POST", path, body, **headers)

    def raw(self, data, wait=10, ends=False):
        """What a connection answers to these bytes; the status line's number, 0 where it is closed or silent."""
        s = socket.create_connection(("127.0.0.1", self.port), timeout=wait)
        try:
            s.sendall(data)
            if ends:
                s.shutdown(socket.SHUT_WR)
            got = s.recv(65536)
        except (socket.timeout, ConnectionError):
            got = b""
        finally:
            s.close()
        found = re.match(rb"HTTP/1\.[01] (\d+)", got)
        return int(found.group(1)) if found else 0

    def memory(self):
        """Bytes that it holds now."""
        with open("/proc/%d/statm" % self.process.pid, encoding="ascii") as f:
            return int(f.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
