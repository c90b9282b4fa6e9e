#!/usr/bin/env python3
"""reliability.py LOG: how often attributions of a confidence are right, as a picture: from the lines of a training's
log to SVG. A perfectly calibrated model lies on the diagonal; the area of a dot is the number of attributions."""
import re
import sys

LINE = re.compile(r"  confidence (\S+) to (\S+): +(\d+), mean (\S+), right (\S+)")
SIZE, EDGE = 320, 48


def main():
    rows = []
    for line in open(sys.argv[1], encoding="utf-8"):
        m = LINE.match(line)
        if m:
            rows.append((int(m.group(3)), float(m.group(4)), float(m.group(5))))
    most = max(n for n, _, _ in rows)

    def x(p):
        return EDGE + p * SIZE

    def y(p):
        return EDGE / 2 + (1 - p) * SIZE

    print('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">'
          % (SIZE + 1.5 * EDGE, SIZE + 1.5 * EDGE))
    print("<title>Confidence and how often it is right</title>")
    print('<rect x="%.1f" y="%.1f" width="%d" height="%d" fill="#fff" stroke="#888"/>' % (x(0), y(1), SIZE, SIZE))
    print('<path d="M%.1f %.1fL%.1f %.1f" stroke="#888" stroke-dasharray="4 4"/>' % (x(0), y(0), x(1), y(1)))
    for i in range(0, 11, 2):
        print('<text x="%.1f" y="%.1f" text-anchor="middle">%d%%</text>' % (x(i / 10), y(0) + 16, 10 * i))
        print('<text x="%.1f" y="%.1f" text-anchor="end">%d%%</text>' % (x(0) - 6, y(i / 10) + 4, 10 * i))
    print('<text x="%.1f" y="%.1f" text-anchor="middle">confidence</text>' % (x(.5), y(0) + 34))
    print('<text x="12" y="%.1f" text-anchor="middle" transform="rotate(-90 12 %.1f)">right</text>' % (y(.5), y(.5)))
    print('<path d="M%s" fill="none" stroke="#1a5fb4" stroke-width="2"/>'
          % "L".join("%.1f %.1f" % (x(p), y(q)) for _, p, q in rows))
    for n, p, q in rows:
        print('<circle cx="%.1f" cy="%.1f" r="%.1f" fill="#1a5fb4" fill-opacity=".5"><title>%d</title></circle>'
              % (x(p), y(q), 3 + 9 * (n / most) ** .5, n))
    print("</svg>")


main()
