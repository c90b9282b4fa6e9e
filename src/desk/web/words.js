// Numbers and words as the desk writes them: the same everywhere.

export const BANDS = [
	{ word: "almost no chance", lo: 0.01, hi: 0.05 }, { word: "very unlikely", lo: 0.05, hi: 0.2 },
	{ word: "unlikely", lo: 0.2, hi: 0.45 }, { word: "roughly even chance", lo: 0.45, hi: 0.55 },
	{ word: "likely", lo: 0.55, hi: 0.8 }, { word: "very likely", lo: 0.8, hi: 0.95 },
	{ word: "almost certain", lo: 0.95, hi: 0.99 },
];
export const EDGES = [0.05, 0.2, 0.45, 0.55, 0.8, 0.95];
const SPACE = "\u202f", MINUS = "\u2212", DASH = "\u2013";

// A percentage that never contradicts its word: one decimal within half a point of an edge.
export function percent(p, unit = true) {
	if (p === null || p === undefined)
		return "";
	const near = EDGES.some((e) => Math.abs(p - e) < 0.005 && Math.abs(p - e) > 1e-9);
	const n = near ? trimmed(p) : Math.round(p * 100).toString();
	const text = p > 0 && p < 0.005 ? "<1" : p < 1 && p > 0.995 ? ">99" : n;
	return unit ? `${text}${SPACE}%` : text;
}

// One decimal, on the right side of the edge.
function trimmed(p) {
	const edge = EDGES.find((e) => Math.abs(p - e) < 0.005);
	const tenth = p < edge ? Math.min(Math.round(p * 1000), edge * 1000 - 1) : Math.round(p * 1000);
	return (tenth / 10).toFixed(1);
}

export function range(lo, hi) {
	return lo === undefined || lo === null ? "" : `${percent(lo, false)}${DASH}${percent(hi, false)}`;
}

export function decibans(d, unit = true) {
	if (d === null || d === undefined)
		return "";
	const n = Math.abs(d) < 0.05 ? "0.0" : Math.abs(d).toFixed(1);
	const sign = n === "0.0" ? "" : d < 0 ? MINUS : "+";
	return `${sign}${n}${unit ? " dB" : ""}`;
}

// "1 report", "7 reports"
export function count(n, one, many = one + "s") {
	return `${n} ${n === 1 ? one : many}`;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
	"November", "December"];

// "24 May" of "2023-05-24"; with the year where it is asked for.
export function day(date, year = false) {
	const [y, m, d] = (date ?? "").split("-");
	if (!y)
		return "no date";
	if (!m)
		return y;
	const name = MONTHS[Number(m) - 1];
	return [d && Number(d), name, year && y].filter(Boolean).join(" ");
}

// The word of a value as it stands in the case: "likely", 0.3, [0.1, 0.2], { exact }, { by }.
export function value(v) {
	if (v === null || v === undefined)
		return "";
	if (typeof v === "string")
		return v;
	if (typeof v === "number")
		return percent(v);
	if (typeof v === "boolean")
		return v ? "yes" : "no";
	if (Array.isArray(v))
		return `${range(v[0], v[1])}${SPACE}%`;
	if ("exact" in v)
		return `exactly ${percent(v.exact)}`;
	if ("by" in v)
		return Object.entries(v.by).map(([who, x]) => `${who}: ${value(x)}`).join(", ");
	return JSON.stringify(v);
}

export const logit = (p) => Math.log(p / (1 - p));
export const logistic = (x) => 1 / (1 + Math.exp(-x));
const clipped = (p) => Math.min(Math.max(p, 0.001), 0.999);

// The middle of shares, in log-odds, as the method pools them (doc/method.md): null of none.
export function between(shares) {
	return shares.length ? logistic(shares.reduce((sum, p) => sum + logit(clipped(p)), 0) / shares.length) : null;
}

// The centre of a value, as the engine takes it: where a ruler or a slider puts it.
export function centre(v) {
	if (typeof v === "number")
		return v;
	if (Array.isArray(v))
		return between(v);
	if (v && typeof v === "object" && "exact" in v)
		return v.exact;
	if (v && typeof v === "object" && "by" in v)
		return between(Object.values(v.by).map(centre));
	const band = bandOf(v);
	return band ? between([band.lo, band.hi]) : null;
}

// The band of a term of the scale, by either of its names.
export function bandOf(word) {
	return BANDS.find((b) => b.word === SAME[word] || b.word === word) ?? null;
}

const SAME = { "remote": "almost no chance", "highly improbable": "very unlikely", "improbable": "unlikely",
	"roughly even odds": "roughly even chance", "probable": "likely", "highly probable": "very likely",
	"nearly certain": "almost certain" };

export function wordOf(p) {
	return p < 0.05 ? BANDS[0].word : p >= 0.95 ? BANDS[6].word
		: BANDS.find((b) => p >= b.lo && p < b.hi).word;
}
