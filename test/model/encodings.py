#!/usr/bin/env python3
"""Old encodings: text comes out as it went in, every character leads back to the bytes that decode to it, and the order
in which an encoding is believed: mark, UTF-8, transport, page, statistics. Python's own codecs are the oracle."""
import json
import os
import subprocess
import tempfile

import tap

DRIVER = os.path.join(tap.BUILD, "test", "driver-decode")
TEXTS = {
    "de": "Die Behörde prüfte gestern, ob die Brücke über den Fluß hält. „Größere Schäden gibt es nicht“, hieß es.",
    "fr": "Le préfet a été prévenu dès l’aube ; il n’a pas souhaité répondre à nos questions où l’eau a monté.",
    "pl": "Straż pożarna ugasiła płonący młyn, a świadkowie słyszeli wcześniej głośny huk i krzyki dzieci.",
    "cs": "Hasiči uhasili požár mlýna, svědkové předtím slyšeli hlasitý výbuch a křik několika dětí u řeky.",
    "tr": "İtfaiye değirmendeki yangını söndürdü; tanıklar daha önce güçlü bir patlama sesi duyduğunu söyledi.",
    "ru": "Пожарные потушили мельницу, свидетели слышали громкий хлопок. Никто не пострадал, сообщили в городе.",
    "uk": "Пожежники загасили млин, свідки чули гучний вибух. Ніхто не постраждав, повідомили у місті.",
    "el": "Οι πυροσβέστες έσβησαν τη φωτιά στον μύλο. Κανείς δεν τραυματίστηκε, είπε ο δήμαρχος της πόλης.",
    "he": "הכבאים כיבו את השריפה בטחנה. איש לא נפגע, נמסר מן העירייה בשעות הבוקר.",
    "ar": "أخمد رجال الإطفاء حريق الطاحونة، ولم يصب أحد بأذى، كما قالت البلدية صباح اليوم.",
    "ja": "消防隊は水車小屋の火を消し止めた。けが人はいないと町役場が朝に発表した。",
    "zh": "消防员扑灭了磨坊的大火。市政府早上表示，没有人受伤，原因仍在调查。",
    "tw": "消防員撲滅了磨坊的大火。市政府早上表示，沒有人受傷，原因仍在調查。",
    "ko": "소방대가 방앗간의 불을 껐다. 다친 사람은 없다고 시청이 아침에 밝혔다.",
}
# Language, label, Python's codec, whether statistics alone find it.
ENCODINGS = [
    ("de", "windows-1252", "cp1252", True), ("de", "latin1", "cp1252", True), ("de", "macintosh", "mac_roman", False),
    ("fr", "windows-1252", "cp1252", True), ("pl", "windows-1250", "cp1250", True),
    ("pl", "iso-8859-2", "iso8859-2", True), ("cs", "windows-1250", "cp1250", True),
    ("tr", "windows-1254", "cp1254", True), ("ru", "windows-1251", "cp1251", True), ("ru", "koi8-r", "koi8-r", True),
    ("ru", "ibm866", "cp866", True), ("ru", "iso-8859-5", "iso8859-5", True), ("uk", "koi8-u", "koi8-u", False),
    ("uk", "windows-1251", "cp1251", True), ("el", "iso-8859-7", "iso8859-7", True),
    ("he", "windows-1255", "cp1255", True), ("ar", "windows-1256", "cp1256", True), ("ja", "shift_jis", "cp932", True),
    ("ja", "euc-jp", "euc_jp", True),
    ("ja", "iso-2022-jp", "iso2022_jp", True), ("zh", "gb2312", "gb18030", True), ("zh", "gb18030", "gb18030", True),
    ("tw", "big5", "big5", True), ("ko", "euc-kr", "cp949", True),
]


def decode(*requests):
    """Answers of the driver to (bytes, transport) pairs."""
    lines = "".join(json.dumps({"hex": b.hex(), **({"transport": t} if t else {})}) + "\n" for b, t in requests)
    run = subprocess.run([DRIVER], input=lines, capture_output=True, text=True, encoding="utf-8", check=False)
    answers = [json.loads(line) for line in run.stdout.splitlines()]
    if len(answers) != len(requests):
        tap.ok(False, "the driver answers", run.stderr)
        tap.done()
    return answers


def leads_back(answer, source, codec):
    """What is wrong with the ways back: each character's bytes decode to it, and all bytes but marks are some's."""
    at = 0
    for c, (start, end) in zip(answer["text"], answer["from"]):
        if codec == "iso2022_jp":
            good = start >= at and end > start
        else:
            good = start >= at and source[start:end].decode(codec, "replace") == c
        if not good:
            return "%r at %d: %r" % (c, start, source[start:end])
        at = start
    return ""


def check_encodings():
    for lang, label, codec, guessed in ENCODINGS:
        text = "<p>" + TEXTS[lang] + "</p>\n<p>" + TEXTS[lang] + "</p>"
        page = '<html><head><meta charset="%s"></head>\n' % label + text
        plain, said = text.encode(codec, "ignore"), page.encode(codec, "ignore")
        by_page, by_transport, alone = decode((said, None), (plain, label.upper()), (plain, None))
        name = "%s in %s" % (lang, label)
        tap.same(by_page.get("text"), said.decode(codec), name + ", said by the page")
        tap.same(leads_back(by_page, said, codec), "", name + ": every character leads back to its bytes")
        tap.ok("warning" not in by_page, name + ": nothing to warn of")
        tap.same(by_transport.get("text"), plain.decode(codec), name + ", said by the transport")
        if guessed:
            tap.same(alone.get("text"), plain.decode(codec), name + ", guessed")


def check_order():
    latin = "<meta charset=windows-1251><p>Die Behörde prüfte die Brücke über den Fluß".encode("cp1252")
    utf8 = "<meta charset=windows-1251><p>Größere Schäden".encode("utf-8")
    page, transport, valid, marked, cut, bogus = decode(
        (latin, None), (latin, "iso-8859-1"), (utf8, "windows-1252"),
        (b"\xff\xfe" + "Größe 𝄞".encode("utf-16le"), "utf-8"),
        (("ä" * 200).encode("utf-8")[:-1], "windows-1252"), (latin.replace(b"windows-1251", b"no-such"), None))
    tap.ok("BehЎrde" in page["text"] or "Behцrde" in page["text"], "the page is believed", page["text"])
    tap.ok("Behörde" in transport["text"], "the transport before the page", transport["text"])
    tap.ok("Größere Schäden" in valid["text"], "valid UTF-8 before both", valid["text"])
    tap.same(marked["text"], "Größe 𝄞", "a mark before all")
    tap.same([marked["from"][0], marked["from"][-1]], [[2, 4], [14, 18]], "UTF-16 leads back, surrogate pairs too")
    tap.same(cut["text"], "ä" * 199 + "\ufffd", "UTF-8 that is cut stays UTF-8")
    tap.ok("Behörde" in bogus["text"], "an encoding that does not exist is not believed", bogus["text"])


def check_odd():
    c1, nul, truncated, lone = decode((b"a\x81b\xe4", "windows-1252"), (b"a\x00b, and more of the same text", None),
                                      (b"<p>\x82\xa0\x82", "shift_jis"), (b"a\x82\xa0\x82<p>\xb1\xb2\xb3", "shift_jis"))
    tap.same(c1["text"], "a\x81b\u00e4", "a byte without a meaning stays what it is, as in browsers")
    tap.same(nul["text"][:3], "a\ufffdb", "a NUL is replaced")
    tap.same([truncated["text"], truncated["from"][-1]], ["<p>あ\ufffd", [5, 6]], "a character that is cut off")
    tap.same([lone["text"], lone["from"][2:4]], ["aあ\ufffd<p>ｱｲｳ", [[3, 4], [4, 5]]], "one that is cut short")
    long = ("<p>Größe, Maße, Füße, Öl: " * 8000).encode("cp1252")
    (answer,) = decode((long, "windows-1252"))
    tap.same(len(answer.get("text", "")), len(long), "200 kB of German: %s" % answer.get("error", "read"))


def public_cases(folder):
    """Yields (name, bytes, encoding) of html5lib's tests of what a page declares."""
    for name in ("tests1", "tests2", "test-yahoo-jp"):
        with open(os.path.join(folder, "encoding", name + ".dat"), "rb") as f:
            for at, test in enumerate(f.read().split(b"#data\n")[1:]):
                source, encoding = test.rsplit(b"#encoding\n", 1)
                yield "%s %d" % (name, at), source[:-1], encoding.split()[0].decode().lower()


def check_public():
    archive = tap.data("data", "articles", "html5lib-tests.tar.zst")
    rule = "what a page declares, as in html5lib-tests"
    if not archive:
        tap.skip("no development data", rule)
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["tar", "--zstd", "-xf", archive, "-C", folder], check=True)
        cases = list(public_cases(folder))
    answers = decode(*[(source, None) for _, source, _ in cases])
    wrong = ["%s: got %s, want %s" % (name, a.get("says"), want) for (name, _, want), a in zip(cases, answers)
             if a.get("says", "windows-1252").lower() != want]
    tap.ok(len(cases) > 80 and not wrong, "%s: %d cases" % (rule, len(cases)), "\n".join(wrong))


check_encodings()
check_order()
check_odd()
check_public()
tap.done()
