// What an entry of the journal changed, in words: its item beside the one before it, said with the case's own names.
import { theCase } from "./state.js";
import { value } from "./words.js";

const ONE = { case: "case", assumptions: "assumption", questions: "question", facts: "fact", sources: "source",
	reports: "report", judgements: "judgement", documents: "document", statements: "statement", analysts: "analyst",
	pairs: "pair of documents", foreign: "foreign item", originals: "document" };
const MANY = { ...Object.fromEntries(Object.entries(ONE).map(([k, v]) => [k, `${v}s`])), case: "changes of the case",
	pairs: "pairs of documents" };

export function counted(kind, n) {
	return `${n} ${n === 1 ? ONE[kind] ?? kind : MANY[kind] ?? kind}`;
}

const clip = (s, most = 90) => (s.length > most ? `${s.slice(0, most - 1).trimEnd()}\u2026` : s);

// An item by its own words.
export function named(kind, item, id) {
	const words =
		item?.say ?? item?.ask ?? item?.name ?? item?.title ?? item?.words ?? item?.path?.split("/").pop();
	return clip(words ?? id);
}

function hypothesis(id) {
	for (const q of theCase.value.questions ?? [])
		for (const h of q.hypotheses)
			if (h.id === id)
				return h.say ?? id;
	return id;
}

const RATED = new Set(["prior", "is", "holds", "echo", "reliability", "if"]);

// A value in words: what the case's values are said as, and lists and texts as they stand.
function told(v, key) {
	if (v === undefined || v === null)
		return "nothing";
	if (typeof v === "boolean")
		return v ? "yes" : "no";
	if (Array.isArray(v) && !(RATED.has(key) && v.length === 2 && v.every((x) => typeof x === "number")))
		return v.length ? clip(v.map((x) => told(x, key)).join(", ")) : "none";
	if (typeof v === "object" && v.when !== undefined)
		return `${told(v.is, "is")} if ${Object.values(v.when).map(hypothesis).join(" and ")}`;
	if (typeof v === "object" && "is" in v)
		return `else ${told(v.is, "is")}`;
	if (typeof v === "object" && !("by" in v) && !("exact" in v))
		return clip(Object.entries(v).map(([k, x]) => `${k} ${told(x, k)}`).join(", "));
	return typeof v === "number" && !RATED.has(key) ? String(v) : clip(String(value(v)));
}

const UNSAID = new Set(["id", "drafted", "hearsay"]);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const was = (old, key) => (old === undefined ? "" : `, was ${told(old, key)}`);
const isMap = (x) => x && typeof x === "object" && !Array.isArray(x);
const keysOf = (a, b) => [...new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})])];

function ratings(item, old, name) {
	if (!isMap(item.if) || !isMap(old.if))
		return [`rated \u201c${name}\u201d: ${told(item.if, "if")}${was(old.if, "if")}`];
	return keysOf(item.if, old.if).filter((h) => !same(item.if[h], old.if[h])).map((h) => (item.if[h] === undefined
		? `no longer rated \u201c${name}\u201d if ${hypothesis(h)}${was(old.if[h], "if")}`
		: `rated \u201c${name}\u201d if ${hypothesis(h)}: ${told(item.if[h], "if")}${old.if[h] === undefined
			? ", was not rated" : was(old.if[h], "if")}`));
}

function answers(item, old) {
	const before = new Map((old.hypotheses ?? []).map((h) => [h.id, h])),
		now = new Map((item.hypotheses ?? []).map((h) =>
		[h.id, h])), all = [];
	for (const [id, h] of now) {
		const o = before.get(id);
		if (!o)
			all.push(`new answer: \u201c${named("hypotheses", h, id)}\u201d`);
		for (const key of o ? keysOf(h, o).filter((k) => k !== "drafted" && !same(h[k], o[k])) : [])
			all.push(`${key === "prior" ? "prior" : key} of \u201c${named("hypotheses", h,
				id)}\u201d: ${told(h[key], key)}${
				was(o[key], key)}`);
	}
	for (const [id, o] of before)
		if (!now.has(id))
			all.push(`took away the answer \u201c${named("hypotheses", o, id)}\u201d`);
	return all;
}

// What differs between two states of an item.
function differences(kind, item, old, id) {
	const name = named(kind, item, id), all = [];
	for (const key of keysOf(item, old).filter((k) => !UNSAID.has(k) && !same(item[k], old[k]))) {
		if (kind === "facts" && key === "if")
			all.push(...ratings(item, old, name));
		else if (kind === "questions" && key === "hypotheses")
			all.push(...answers(item, old));
		else if (kind === "sources" && key === "reliability")
			all.push(`graded ${name}: ${told(item[key])}${was(old[key])}`);
		else if (kind === "case")
			all.push(`${key.replace("_", " ")}: ${told(item[key], key)}${was(old[key], key)}`);
		else
			all.push(`${key.replace("_",
				" ")} of the ${ONE[kind] ?? kind} \u201c${name}\u201d: ${told(item[key], key)}${
				was(old[key], key)}`);
	}
	if (!all.length && kind !== "case")
		all.push(old.drafted && !item.drafted ? `confirmed the ${ONE[kind] ?? kind} \u201c${name}\u201d`
			: `kept the ${ONE[kind] ?? kind} \u201c${name}\u201d as it was`);
	return all;
}

// An entry in words: [sentence, ...]. `before` is the item of its kind and id as the entry before it left it.
export function says(entry, before) {
	const { op, kind, id, item } = entry, one = ONE[kind] ?? kind;
	if (op === "create")
		return ["made the case"];
	if (op === "add")
		return [`added ${clip(documentName(id))}`];
	if (op === "derive")
		return [`read ${clip(documentName(id))}`];
	if (op === "put" && item)
		return before ? differences(kind, item, before, id) : kind === "case" ? differences(kind, item, {}, id)
			: [`new ${one}: \u201c${named(kind, item, id)}\u201d`];
	if (op === "drop" || op === "delete")
		return [`took away the ${one} \u201c${named(kind, before, id)}\u201d`];
	return [`${op} ${one} ${id}`];
}

function documentName(id) {
	const d = (theCase.value.documents ?? []).find((x) => x.id === id);
	return d ? d.title ?? d.path.split("/").pop() : `the document ${id.slice(0, 8)}`;
}

// Where an item is worked on: [view, selection], or null where it is no longer.
export function placeOf({ kind, id }) {
	const c = theCase.value, item = (c[kind] ?? []).find?.((x) => x.id === id);
	if (kind === "case")
		return ["report", {}];
	if (kind === "originals" || kind === "documents")
		return (c.documents ?? []).some((d) => d.id === id) ? ["documents", { document: id }] : null;
	if (!item)
		return null;
	if (kind === "facts")
		return ["matrix", { fact: id }];
	if (kind === "questions")
		return ["matrix", { question: id }];
	if (kind === "sources")
		return ["origins", { source: id }];
	if (kind === "pairs")
		return ["origins", { a: item.documents?.[0], b: item.documents?.[1] }];
	if (kind === "statements")
		return ["documents", { document: item.document, statement: id }];
	if (kind === "reports")
		return item.document ? ["documents", { document: item.document, statement: item.statement }]
			: ["matrix", { fact: item.fact }];
	return ["assessment", {}];
}
