// Spans of a text. The desk counts code points, JavaScript counts units of UTF-16: here is the one place that knows.

// { length, cut(a, b), place(units) }: a text by its code points.
export function points(text) {
	if (!/[\ud800-\udfff]/.test(text))
		return { length: text.length, cut: (a, b) => text.slice(a, b), place: (units) => units };
	const at = [];
	for (let i = 0; i < text.length; i += text.codePointAt(i) > 0xffff ? 2 : 1)
		at.push(i);
	at.push(text.length);
	const place = (units) => {
		let lo = 0, hi = at.length - 1;
		while (lo < hi) {
			const middle = (lo + hi) >> 1;
			at[middle] < units ? lo = middle + 1 : hi = middle;
		}
		return lo;
	};
	return { length: at.length - 1, cut: (a, b) => text.slice(at[Math.min(a, at.length - 1)],
		at[Math.min(b, at.length - 1)]), place };
}

// The parts of a statement: one span, or several.
export function partsOf(s) {
	const c = s?.content ?? [];
	return !c.length ? [] : Array.isArray(c[0]) ? c : [c];
}

export const first = (s) => partsOf(s)[0]?.[0] ?? Infinity;
const size = (s) => partsOf(s).reduce((n, [a, b]) => n + b - a, 0);

// "412–501", "412–430 and 440–501"
export function whereIs(s) {
	return partsOf(s).map(([a, b]) => `${a}\u2013${b}`).join(" and ");
}

export function wordsOf(s, text) {
	if (!text)
		return s.words ?? "";
	const p = points(text);
	return partsOf(s).map(([a, b]) => p.cut(a, b)).join(" \u2026 ");
}

// The stretch from `from` to `to` in pieces over which the same marks hold. A mark: { from, to, statement } or
// { from, to, is: "hedge", "boxed", "found", "also" or "grey" }. A piece: { from, to, of: statements, is: Set, ends },
// where `ends` is the kind of the debris that ends with it.
export function piecesOf(from, to, marks) {
	const inside = marks.filter((m) => m.from < to && m.to > from);
	const cuts = new Set([from, to]);
	for (const m of inside) {
		cuts.add(Math.max(m.from, from));
		cuts.add(Math.min(m.to, to));
	}
	const sorted = [...cuts].sort((a, b) => a - b);
	return sorted.slice(0, -1).map((a, i) => {
		const over = inside.filter((m) => m.from <= a && m.to >= sorted[i + 1]);
		return { from: a, to: sorted[i + 1], is: new Set(over.map((m) => m.is).filter(Boolean)),
			ends: over.find((m) => m.kind && m.to === sorted[i + 1])?.kind,
			of: over.map((m) => m.statement).filter(Boolean).sort((s, t) => size(t) - size(s)) };
	});
}

export function marksOf(statements, found, also, debris) {
	const marks = statements.flatMap((s) => [
		...partsOf(s).map(([from, to]) => ({ from, to, statement: s })),
		...[["hedge", s.likelihood], ["boxed", s.confidence]].filter(([, x]) => x?.span)
			.map(([is, x]) => ({ from: x.span[0], to: x.span[1], is })),
	]);
	if (found)
		marks.push({ ...found, is: "found" });
	for (const [from, to] of also ?? [])
		marks.push({ from, to, is: "also" });
	for (const { from, to, kind } of debris)
		marks.push({ from, to, is: "grey", kind });
	return marks;
}

// Where `words` stand in the text, whatever the white space between them; null where they do not. Code points.
export function find(text, words) {
	const pattern = words.trim().split(/\s+/).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
	const hit = pattern && new RegExp(pattern, "u").exec(text);
	if (!hit)
		return null;
	const p = points(text);
	return [p.place(hit.index), p.place(hit.index + hit[0].length)];
}
