"""Makes what the tests of large inputs read: invented stories, folders of them, WARC archives, mailboxes.

    records = [response("https://example.org/%d" % i, page(i)) for i in range(100)]
    write_warc("crawl.warc.gz", records)"""
import gzip
import json
import os

PLACES = ["Tarvik", "Overmere", "Orla", "Lund", "Brannhavn", "Selby"]


def story(i):
    """A short text, another for each number."""
    place = PLACES[i % len(PLACES)]
    return ("Fire number %d in %s\n\nThe fire of warehouse %d in %s was laid, the fire service said on Monday.\n"
            % (i, place, i * 7919, place))


def page(i):
    return "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + story(i)


def record(block, kind="response", uri=None, media="application/http; msgtype=response", length=None, extra=""):
    """One record as bytes; `length` lies where it is given."""
    if isinstance(block, str):
        block = block.encode()
    head = "WARC/1.1\r\nWARC-Type: %s\r\nWARC-Date: 2024-03-02T10:11:12Z\r\n" % kind
    head += "WARC-Target-URI: %s\r\n" % uri if uri else ""
    head += "Content-Type: %s\r\n%s" % (media, extra)
    head += "Content-Length: %s\r\n\r\n" % (len(block) if length is None else length)
    return head.encode() + block + b"\r\n\r\n"


def response(i, **more):
    return record(page(i), uri="https://example.org/%d" % i, **more)


def pack(data):
    return gzip.compress(data, 6, mtime=0)


def info():
    return record("software: test\r\n", "warcinfo", media="application/warc-fields")


def write(path, *parts):
    with open(path, "wb") as f:
        for part in parts:
            f.write(part.encode() if isinstance(part, str) else part)


def write_warc(path, n, first=0):
    """A crawl of n pages, each record compressed on its own where the name says so."""
    form = pack if path.endswith(".gz") else bytes
    with open(path, "wb") as f:
        f.write(form(info()))
        for i in range(first, first + n):
            f.write(form(response(i)))


def write_folder(path, n):
    """n files, a hundred to a folder."""
    for i in range(n):
        folder = os.path.join(path, "%03d" % (i // 100))
        if i % 100 == 0:
            os.makedirs(folder)
        write(os.path.join(folder, "%02d.txt" % (i % 100)), story(i))


def write_lines(path, n):
    with open(path, "w", encoding="utf-8") as f:
        for i in range(n):
            f.write(json.dumps({"id": "d%d" % i, "text": story(i), "outlet": "The Courier"}) + "\n")
