#!/usr/bin/env python3
"""desk_load.py HEARSAY CASE [SECONDS [REQUESTS_A_SECOND [CLIENTS]]]: asks a desk on a copy of a case as a few busy
people would, at a steady rate, and prints CSV: for each kind of request how many, how many failed, and how long they
took, in milliseconds; then the memory of the desk after a second, in the middle and at the end, in bytes.

Time runs from when a request was due, not from when it was sent: a desk that stalls is not spared what it held up."""
import http.client
import json
import os
import shutil
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "test"))
import desk  # noqa: E402


class Client(threading.Thread):
    def __init__(self, d, places, first, step, until, took):
        super().__init__()
        self.d, self.places, self.first, self.step, self.until, self.took = d, places, first, step, until, took
        self.connection = http.client.HTTPConnection("127.0.0.1", d.port, timeout=30)

    def ask(self, kind, method, path, body, due):
        head = {"Authorization": "Bearer " + self.d.token}
        if body is not None:
            body, head["Content-Type"] = json.dumps(body), "application/json"
        try:
            self.connection.request(method, path, body, head)
            r = self.connection.getresponse()
            good = r.status == 200 and len(r.read()) > 0
        except (OSError, http.client.HTTPException):
            self.connection.close()
            good = False
        self.took.append((kind, good, time.monotonic() - due))

    def run(self):
        due, n = self.first, 0
        while due < self.until:
            time.sleep(max(0.0, due - time.monotonic()))
            if n % 2:
                value = round(0.02 + 0.96 * (n * 0.6180339887 % 1), 4)
                edits = [{"set": self.places[n // 2 % len(self.places)], "to": value}]
                self.ask("try", "POST", "/api/try", {"edits": edits}, due)
            else:
                self.ask("weigh", "GET", "/api/weigh", None, due)
            due, n = due + self.step, n + 1


def places_of(case):
    found = []
    for fact in case["facts"]:
        cells = fact["if"]
        keys = cells if isinstance(cells, dict) else ["[%d]" % i for i in range(len(cells))]
        found += ["facts.%s.if%s" % (fact["id"], k if k.startswith("[") else "." + k) for k in keys]
    return found


def load(hearsay, case, seconds, rate, clients):
    """The requests as (kind, good, seconds), and the memory at three moments."""
    took, memory = [], []
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.hearsay")
        desk.tap.HEARSAY = hearsay
        if case.endswith(".hearsay"):
            shutil.copy(case, path)
        else:
            desk.hearsay("new", path)
            desk.hearsay("import", path, os.path.abspath(case))
        with desk.Desk(path) as d:
            places = places_of(d.get("/api/case")[1]["case"])
            d.get("/api/weigh")
            began = time.monotonic() + 0.2
            all_of_them = [Client(d, places, began + i / rate, clients / rate, began + seconds, took)
                           for i in range(clients)]
            for c in all_of_them:
                c.start()
            for moment in (min(1, seconds / 4), seconds / 2, seconds):
                time.sleep(max(0.0, began + moment - time.monotonic()))
                memory.append(d.memory())
            for c in all_of_them:
                c.join()
    return took, memory


def share(times, q):
    return 1000 * sorted(times)[min(len(times) - 1, int(q * len(times)))]


def main():
    hearsay, case = sys.argv[1:3]
    seconds, rate, clients = (float(x) for x in (sys.argv[3:] + ["60", "200", "4"][len(sys.argv) - 3:]))
    took, memory = load(os.path.abspath(hearsay), case, seconds, rate, int(clients))
    print("kind,requests,failed,p50_ms,p99_ms,max_ms")
    for kind in ("weigh", "try"):
        times = [t for k, _, t in took if k == kind]
        failed = sum(not good for k, good, _ in took if k == kind)
        print("%s,%d,%d,%.2f,%.2f,%.2f" % (kind, len(times), failed, share(times, .5), share(times, .99),
                                           max(times) * 1e3))
    print("memory_bytes,%d,%d,%d" % tuple(memory))


if __name__ == "__main__":
    main()
