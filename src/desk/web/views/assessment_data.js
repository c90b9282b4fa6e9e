// What the assessment is about, in the case's own words: names of origins, places and values, and the sums that the
// pictures show. Nothing here draws.
import { computed, signal } from "@preact/signals";
import { theCase, question, keptDrawn, weighed, trial, analyst } from "../state.js";
import { BANDS, EDGES, day, percent, value } from "../words.js";

// What stands open or is tried in this view only.
export const opened = signal(null);  // the number whose words are shown: { at, about }
export const without = signal(null); // the removal that is looked at: { kind, id }
export const held = signal(null);    // the rating that is dragged: { place, to }
export const isHeld = computed(() => Boolean(held.value));

const byId = (list) => new Map((list ?? []).map((x) => [x.id, x]));

export const known = computed(() => {
	const c = theCase.value;
	return { sources: byId(c.sources), facts: byId(c.facts), reports: byId(c.reports), questions: byId(c.questions),
		statements: byId(c.statements), documents: byId(c.documents), assumptions: byId(c.assumptions),
		speakers: new Set((c.reports ?? []).map((r) => r.from)) };
});

// The answers to a question as the case has them drawn, whatever is tried: with intervals, confidence, shares of draws.
function drawnOf(id) {
	return keptDrawn.value?.questions?.find((q) => q.id === id) ?? null;
}

// The same of the question before us: it stands still while something is tried.
export const drawn = computed(() => question.value && drawnOf(question.value.id));

export const isTried = computed(() => Boolean(trial.value?.data));

// What a trial in brief leaves out: another view may have made it.
const LISTS = { thresholds: [], flips: [], flips_searched: 0, contributions: [], next: [] };

// The question before us: { q, now }, `now` as it is weighed now.
export const before = computed(() => {
	const q = question.value, now = weighed.value.data?.questions?.find((x) => x.id === q?.id);
	return q && { q, now: now ? { ...LISTS, ...now } : null };
});

export function say(h) {
	return h?.say ?? (h?.id === "none-of-these" ? "None of these" : h?.id ?? "");
}

// Words that begin a sentence and no name: only these lose their capital within one.
const COMMON = new Set(["A", "An", "The", "He", "She", "It", "They", "No", "None", "That", "Such", "Some", "Somebody",
	"Someone", "Nobody", "One", "Both", "All", "There", "Neither", "Two", "Three", "Its", "His", "Her"]);

export const lower = (s) => (COMMON.has(/^\w*/.exec(s ?? "")[0]) ? s[0].toLowerCase() + s.slice(1) : s ?? "");

// An answer with its interval: its own where it has one, else, unless it is only tried, the one drawn before.
export function wide(h, q) {
	return h.lo !== undefined ? h : isTried.value ? null : drawnOf(q)?.hypotheses.find((x) =>
		x.id === h.id) ?? null;
}

// "24 May" of 24 May, "3 Sep" of 3 September.
export const short = (date, year = false) => day(date, year).replace(/ ([A-Z]\w\w)\w+/, " $1");

// --- origins ---

const unknown = (id) => id.startsWith("untraceable:") && id.slice("untraceable:".length);

// { name, glyph, about } of an origin, a relay, or the untraceable origin of a report.
export function origin(id) {
	const report = unknown(id), k = known.value;
	if (report) {
		const fact = k.facts.get(k.reports.get(report)?.fact);
		return { name: `Unknown: ${fact?.say ?? report}`, glyph: "untraceable", about: `report:${report}` };
	}
	return { name: k.sources.get(id)?.name ?? id, glyph: k.speakers.has(id) ? "origin" : "relay",
		about: `source:${id}` };
}

// Which sources pass on the words of others, and of how many reports.
export const relays = computed(() => {
	const through = new Map();
	for (const r of theCase.value.reports ?? [])
		for (const id of new Set(r.via ?? []))
			through.set(id, (through.get(id) ?? 0) + 1);
	return through;
});

// What the leader's odds lose: origins, and relays that more than one report came through, heaviest first.
export function removals(a) {
	const origins = a.without.origins.map((x) => ({ ...x, kind: "origins", ...origin(x.id) }));
	const seen = new Set(a.without.origins.map((x) => x.id));
	const shared = a.without.sources.filter((x) => !seen.has(x.id) && (relays.value.get(x.id) ?? 0) > 1).map((x) =>
		({ ...x, kind: "sources", ...origin(x.id), name: `All through ${origin(x.id).name}`, glyph: "relay" }));
	return [...origins, ...shared].sort((x, y) => Math.abs(y.decibans ?? 99) - Math.abs(x.decibans ?? 99));
}

// The removal that is looked at, of any question.
export function removed(a, what = without.value) {
	return what && a?.without[what.kind]?.find((x) => x.id === what.id);
}

// --- steps from the prior to the answer ---

const odds = (p) => Math.log(p / (1 - p)), share = (l) => 1 / (1 + Math.exp(-l));

// [{ origin, published, decibans, from, p }]: each origin's step, as it first appeared.
export function steps(a) {
	let at = a.hypotheses.find((h) => h.id === a.lead)?.prior ?? 0;
	return a.contributions.map((c) => {
		const from = at;
		at = from > 0 && from < 1 ? share(odds(from) + (c.decibans ?? 0) * Math.LN10 / 10) : from;
		return { ...c, ...origin(c.origin), from, p: at };
	});
}

// Steps of which no more than `most` stand alone: the smaller ones beside one another are one row.
export function folded(all, most) {
	if (all.length <= most)
		return all;
	const alone = new Set([...all].sort((a, b) => Math.abs(b.decibans ?? 0) - Math.abs(a.decibans ?? 0)).slice(0,
		most));
	const rows = [];
	for (const s of all) {
		const last = rows.at(-1);
		if (alone.has(s))
			rows.push(s);
		else if (last?.several)
			Object.assign(last, { several: last.several + 1, decibans: last.decibans + (s.decibans ?? 0),
				p: s.p });
		else
			rows.push({ ...s, several: 1, decibans: s.decibans ?? 0 });
	}
	return rows.map((r) => (r.several === 1 ? { ...r, several: undefined } : r));
}

// --- places and their values ---

function whenSaid(when) {
	return Object.entries(when ?? {}).map(([q, h]) =>
		lower(say(known.value.questions.get(q)?.hypotheses.find((x) =>
			x.id === h) ?? { id: h }))).join(" and ");
}

function entry(table, key, row) {
	return row === undefined ? table?.[key] : table?.[Number(row)];
}

// What stands at a place: { words, raw, about, fact, hypothesis }, in the case's own words.
export function place(text) {
	const k = known.value, rows = /^(.*)\[(\d+)\]$/.exec(text);
	const [kind, id, field, key] = (rows ? rows[1] : text).split("."), row = rows?.[2];
	if (kind === "questions" && field === "prior") {
		const q = k.questions.get(id), h = q?.hypotheses.find((x) => x.id === key) ?? { id: key };
		const cell = row === undefined ? h.prior : h.prior?.[row];
		const if_ = row === undefined ? "" : cell?.when ? `, if ${whenSaid(cell.when)}` : ", else";
		return { words: `Prior: ${lower(say(h))}${if_}`, raw: row === undefined ? cell : cell?.is,
			about: `place:${text}`, question: id };
	}
	if (kind === "facts" && field === "if") {
		const f = k.facts.get(id), cell = entry(f?.if, key, row);
		const q = (f?.about ?? []).map((x) => k.questions.get(x)).find((x) => x?.hypotheses.some((h) =>
			h.id === key));
		const h = q?.hypotheses.find((x) => x.id === key) ?? { id: key };
		const if_ = row === undefined ? `if ${lower(say(h))}` : cell?.when ? `if ${whenSaid(cell.when)}`
			: "else";
		return { words: `${f?.say ?? id}, ${if_}`, raw: row === undefined ? cell : cell?.is,
			about: `fact:${id}`, fact: id };
	}
	if (kind === "sources")
		return { words: `How sound ${k.sources.get(id)?.name ?? id} is`, raw: k.sources.get(id)?.reliability,
			about: `source:${id}` };
	if (kind === "reports") {
		const r = k.reports.get(id), f = k.facts.get(r?.fact);
		return { words: `${f?.say ?? id}: ${field === "echo" ? "whether it only repeats another"
			: "whether it says so"}`,
			raw: r?.[field], about: `report:${id}` };
	}
	return { words: text, raw: undefined, about: `place:${text}` };
}

// "likely, 69 %": how a value was entered, and where that stands.
export function entered(raw, at) {
	const word = typeof raw === "string" ? raw : null;
	if (raw && typeof raw === "object" && "by" in raw)
		return `pooled, ${percent(at)}`;
	return word ? `${word.length === 1 ? `graded ${word}` : word}, ${percent(at)}`
		: raw === undefined || raw === null
		? percent(at) : value(raw);
}

// Whose values those are, where analysts differ and it is not said who rates.
export function pooled(raw) {
	return raw && typeof raw === "object" && "by" in raw && !analyst.value ? Object.keys(raw.by).join(" and ")
		: null;
}

// Thresholds that there are, nearest first: how far they lie in decibans.
export function thresholds(a) {
	return a.thresholds.filter((t) => t.flips_at !== null).map((t) =>
		[Math.abs(odds(clip(t.flips_at)) - odds(clip(t.at))), t]).sort((x, y) => x[0] - y[0]).map((x) => x[1]);
}
const clip = (p) => Math.min(Math.max(p, 1e-4), 1 - 1e-4);

// All places that a slider can move, in the order that helps: what turns the leader, priors, then cells of facts.
function ratings(a) {
	const isRating = (t) => /^(facts\.[^.]+\.if|questions\.[^.]+\.prior)/.test(t.value);
	const near = thresholds(a).filter(isRating), first = new Set(near.map((t) => t.value));
	const rest = a.thresholds.filter((t) => isRating(t) && !first.has(t.value));
	const priors = rest.filter((t) => t.value.startsWith("questions."));
	return [...near, ...priors, ...rest.filter((t) => !t.value.startsWith("questions."))];
}

export const draggable = computed(() => (drawn.value ? ratings(drawn.value) : []));

// --- edges and ties ---

// The edge within half a point of p, and the words on both sides of it.
export function edgeAt(p) {
	const edge = EDGES.find((e) => Math.abs(p - e) < 0.005);
	if (edge === undefined)
		return null;
	const below = BANDS.find((b) => b.hi === edge), above = BANDS.find((b) => b.lo === edge);
	return { edge, off: Math.abs(p - edge), above: p >= edge, other: (p >= edge ? below : above).word };
}

export const wordsWithin = (lo, hi) => BANDS.filter((b) => b.hi > lo && b.lo < hi).length;

// Those that the leader does not lead by a point.
export function tied(a) {
	const lead = a.hypotheses.find((h) => h.id === a.lead);
	return a.hypotheses.filter((h) => h.id !== a.lead && h.p > lead.p - 0.01);
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
export const spelt = (n) => NUMBERS[n] ?? String(n);
