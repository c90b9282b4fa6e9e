"""The library as another program has it: libhearsay.so, called by ctypes. A sanitized library cannot be loaded here."""
import ctypes
import json
import os

import tap

STATUS = {0: "OK", 1: "FINDINGS", 2: "USAGE", 3: "EXISTS", 4: "NOT_FOUND", 5: "BAD_INPUT", 6: "IMPOSSIBLE", 7: "LIMIT",
          8: "DAMAGED", 9: "IO", 10: "STOPPED", 11: "CONFLICT"}


class Weighing(ctypes.Structure):
    _fields_ = [("draws", ctypes.c_size_t), ("seed", ctypes.c_uint64), ("since", ctypes.c_char_p),
                ("fail_on", ctypes.c_char_p)]


NO_DRAWS = Weighing(draws=ctypes.c_size_t(-1).value)


def load():
    os.environ.setdefault("HEARSAY_READER", tap.HEARSAY)
    lib = ctypes.CDLL(os.path.join(tap.BUILD, "src", "libhearsay.so"))
    lib.hearsay_new.restype = ctypes.c_void_p
    lib.hearsay_error.restype = ctypes.c_char_p
    return lib


class Handle:
    """A handle; each call gives a status by name, and the bytes where it has any."""

    def __init__(self, path=None):
        self.lib = load()
        self.h = ctypes.c_void_p(self.lib.hearsay_new())
        if path:
            self.must("open", path.encode())

    def close(self):
        self.lib.hearsay_free(self.h)
        self.h = None

    def call(self, name, *args):
        return STATUS[getattr(self.lib, "hearsay_" + name)(self.h, *args)]

    def ask(self, name, *args):
        """For the calls that give bytes out."""
        at, n = ctypes.POINTER(ctypes.c_char)(), ctypes.c_size_t()
        status = self.call(name, *args, ctypes.byref(at), ctypes.byref(n))
        return status, ctypes.string_at(at, n.value) if status in ("OK", "FINDINGS") else b""

    def must(self, name, *args):
        status = self.call(name, *args)
        if status != "OK":
            raise RuntimeError("%s: %s: %s" % (name, status, self.error()))

    def error(self):
        return self.lib.hearsay_error(self.h).decode()

    def who(self, name):
        self.lib.hearsay_as(self.h, name.encode() if name else None)

    def at(self):
        n = ctypes.c_longlong()
        self.must("at", ctypes.byref(n))
        return n.value

    def edit(self, *edits, why="", base=-1):
        text = json.dumps(edits).encode()
        return self.call("edit", text, ctypes.c_size_t(len(text)), why.encode(), ctypes.c_longlong(base))

    def attempt(self, *edits, o=NO_DRAWS, form=b"json"):
        text = json.dumps(edits).encode()
        status, out = self.ask("try", text, ctypes.c_size_t(len(text)), ctypes.byref(o), form)
        return status, json.loads(out) if out and form == b"json" else out

    def weigh(self, o=NO_DRAWS):
        status, out = self.ask("weigh", ctypes.byref(o), b"json")
        return json.loads(out) if status == "OK" else status

    def undo(self, redo=False):
        status, out = self.ask("undo", ctypes.c_bool(redo))
        return status, out.decode()

    def export(self):
        return self.ask("export", b"json", None)[1]

    def case(self):
        return json.loads(self.export())

    def log(self):
        return json.loads(self.ask("log", b"json")[1])

    def verify(self):
        return self.ask("verify")[0]
