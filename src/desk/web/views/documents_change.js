// What a person does to a statement, as edits: take it for right, correct it, say that it is none, enter one.
import { edit, theCase } from "../state.js";
import { draftedOn, isSettled, kept, now } from "./documents_model.js";
import { find, points, wordsOf } from "./documents_spans.js";

const inCase = (s) => (theCase.peek().statements ?? []).some((x) => x.id === s.id);

// A statement that the case does not have yet is put there whole.
const whole = (s, item) => ({ put: "statements",
	item: bare({ ...s, document: s.document ?? now.document?.id, ...item }) });
const merged = (s, item) => inCase(s) ? { merge: "statements", id: s.id, item } : whole(s, item);

// Once a person has looked at it, it is read as surely as can be; what was drafted from it is taken in with it.
export async function accept(s) {
	const on = draftedOn(s), edits = [];
	if (!isSettled(s))
		edits.push(merged(s, { sure: 1 }));
	for (const [kind, items] of [["reports", on.reports.map((r) => r.id)], ["facts", on.facts],
		["judgements", on.judgements.map((j) => j.id)]])
		for (const id of items)
			edits.push({ merge: kind, id, item: {} });
	return edits.length ? edit(edits, "accepted as it was read") : true;
}

// What is drafted goes with it; what a person entered stays, without these words.
export async function drop(s) {
	const on = draftedOn(s), reports = new Set(on.reports.map((r) => r.id)), edits = [];
	for (const r of on.reports)
		edits.push({ drop: "reports", id: r.id });
	for (const j of on.judgements)
		edits.push({ drop: "judgements", id: j.id });
	for (const id of on.facts)
		if ((theCase.peek().reports ?? []).every((r) => r.fact !== id || reports.has(r.id)))
			edits.push({ drop: "facts", id });
	if (inCase(s)) {
		edits.push({ drop: "statements", id: s.id });
	} else { // the others are kept from now on: what is missing among them was dropped
		const others = now.list.filter((x) => x.id !== s.id && !inCase(x));
		if (!others.length) {
			await edit([whole(s, {})], "kept to be dropped");
			edits.push({ drop: "statements", id: s.id });
		}
		others.forEach((x) => edits.push(whole(x, {})));
	}
	return edit(edits, "not a statement");
}

// --- corrections ---

const same = (a, b) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

// Where a word stands inside the statement's own words, so that it is marked there.
function spanOf(word, parts, text) {
	const p = text && points(text);
	for (const [a, b] of p ? parts : []) {
		const hit = find(p.cut(a, b), word);
		if (hit)
			return [a + hit[0], a + hit[1]];
	}
	return null;
}

function worded(word, level, was, parts, text) {
	if (!word && !level)
		return null;
	if (was && was.word === word && was.level === level)
		return was;
	const span = word && (was?.word === word ? was.span : spanOf(word, parts, text));
	return { word: word || level, level, ...(span ? { span } : was?.span ? { span: null } : {}) };
}

// The party of before where the name is as it was: where it stands in the text is known.
function party(name, kind, was) {
	const out = { name, ...(kind ? { kind } : {}) };
	if (was && was.name === name && was.span)
		return { ...out, span: was.span };
	return out;
}

function speakerOf(f, was) {
	const out = party(f.speaker, f.kind, was);
	for (const key of ["kind", "span"]) // maps are merged: what is to go is said
		if (was?.[key] !== undefined && out[key] === undefined)
			out[key] = null;
	return out;
}

function targetsOf(f, was) {
	return f.targets.filter((t) => t.actor || ["unknown", "accident", "no_event"].includes(t.role))
		.map(({ role, actor, polarity }, i) => {
			const old = was[i], h = old && old.actor === actor && old.role === role && old.h;
			return { ...(h ? { h } : {}), role, actor, polarity };
		});
}

// What the form says that the statement does not.
export function fieldsOf(f, s, parts, text) {
	const all = {
		stance: f.stance, basis: f.basis, speaker: speakerOf(f, s.speaker),
		targets: targetsOf(f, s.targets ?? []),
		chain: f.chain.map((name) => name.trim()).filter(Boolean)
			.map((name) => s.chain?.find((c) => c.name === name) ?? { name }),
		likelihood: worded(f.likelihood, f.level, s.likelihood, parts, text),
		confidence: worded(f.confidence, f.sureness, s.confidence, parts, text),
	};
	return Object.fromEntries(Object.entries(all).filter(([key, x]) => !same(x, s[key])));
}

export async function correct(s, fields, why, seen) {
	if (!Object.keys(fields).length)
		return accept(s);
	return edit([merged(s, { ...fields, sure: 1 })], why || "corrected", seen);
}

// Without keys that say that nothing is there: a new item has none to take away.
function bare(item) {
	return Object.fromEntries(Object.entries(item).map(([k, x]) => [k,
		x && typeof x === "object" && !Array.isArray(x) ? Object.fromEntries(Object.entries(x).filter(([,
			y]) => y !== null)) : x]));
}

function freshId(document) {
	const used = new Set([...(theCase.peek().statements ?? []), ...now.list].map((s) => s.id));
	let n = 1;
	while (used.has(`${document.id.slice(0, 8)}-m${n}`))
		n++;
	return `${document.id.slice(0, 8)}-m${n}`;
}

// A statement by hand: its id where it is kept. The others of its document are kept with it, if none is yet: the case's
// own list is what holds from then on.
export async function enter(document, content, fields, why) {
	const id = freshId(document), edits = [];
	if (!kept.peek().has(document.id))
		now.list.forEach((s) => edits.push(whole(s, {})));
	const item = bare({ also: [], chain: [], targets: [], likelihood: null, confidence: null, ...fields, id,
		document: document.id, content, sure: 1 });
	item.words = wordsOf(item, document.text);
	edits.push({ put: "statements", item });
	return await edit(edits, why || "marked by hand") ? id : null;
}

// A report of a fact with these words, so that they count.
export async function report(s, { fact, holds, from, via }) {
	const used = new Set((theCase.peek().reports ?? []).map((r) => r.id)), doc = now.document;
	let id = s.id, n = 2;
	while (used.has(id))
		id = `${s.id}-${n++}`;
	const item = { id, fact, holds, ...(from ? { from } : {}), ...(via && via !== from ? { via: [via] } : {}),
		...(doc?.published ? { published: doc.published } : {}), statement: s.id,
		document: s.document ?? doc.id };
	return edit([...(inCase(s) ? [] : [whole(s, {})]), { put: "reports", item }], "these words report it");
}
