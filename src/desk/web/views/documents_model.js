// What the documents view knows: the documents in their families, the statements of each, what rests on a statement,
// and which of them a person should look at.
import { signal, computed } from "@preact/signals";
import { head, theCase, selection } from "../state.js";
import { percent } from "../words.js";
import { first } from "./documents_spans.js";

export const traced = signal(null);  // GET /api/trace, the last that is known
export const filter = signal("all"); // all, origin, echo, untraceable
export const editing = signal(null); // null, "fields", or "mark" while a statement is made by hand
export const marked = signal(null);  // the span that was marked in the text when that began, or null

// What stands on the page now, for the keys: the document in JSON, its statements, the one that is chosen.
export const now = { document: null, list: [], chosen: null };

const NONE = [];
export const papers = computed(() => theCase.value.documents ?? NONE);
export const drafted = computed(() => new Set(head.value?.drafted ?? NONE));
const isDrafted = (kind, id) => drafted.value.has(`${kind}.${id}`);

export function nameOf(d) {
	return d ? d.outlet ?? d.title ?? (d.path ?? d.id).split("/").pop() : "a document that is not here";
}

// --- families, as the list shows them ---

// "copy 98 %"; of another than the root: "copy of Ledger".
function relationOf(member, origin, byId) {
	const far = member.of && member.of !== origin;
	const word = { "shares-source": "same source" }[member.relation] ?? member.relation;
	if (far)
		return `${word} of ${nameOf(byId.get(member.of))}`;
	return member.share === undefined || member.relation === "cites" ? word : `${word} ${percent(member.share)}`;
}

function rowsOf(family, byId) {
	const root = family.members.find((m) => !m.relation) ?? family.members[0];
	return family.members.filter((m) => byId.has(m.id)).map((m) => ({
		d: byId.get(m.id),
		is: m.relation ? "echo" : m.id === family.origin ? "origin" : "untraceable",
		relation: m.relation && relationOf(m, root.id, byId), why: m.why, texts: family.members.length,
	}));
}

const ORDER = { origin: 0, untraceable: 1, echo: 2, document: 3 };

// Families with the most members first, of equals the newest; who is untraceable comes last.
export const rows = computed(() => {
	const byId = new Map(papers.value.map((d) => [d.id, d]));
	const families = (traced.value?.families ?? NONE).map((f) => rowsOf(f, byId)).filter((f) => f.length);
	for (const f of families)
		f.sort((a, b) => ORDER[a.is] - ORDER[b.is]);
	families.sort((a, b) => ORDER[a[0].is] - ORDER[b[0].is] || b.length - a.length ||
		(b[0].d.published ?? "").localeCompare(a[0].d.published ?? ""));
	const all = families.flat(), there = new Set(all.map((r) => r.d.id));
	return [...all, ...papers.value.filter((d) => !there.has(d.id)).map((d) => ({ d, is: "document" }))];
});

export const shown = computed(() => filter.value === "all" ? rows.value
	: rows.value.filter((r) => r.is === filter.value));

export const documentId = computed(() => {
	const id = selection.value.document;
	return papers.value.some((d) => d.id === id) ? id : (shown.value[0] ?? rows.value[0])?.d.id ?? null;
});

// --- statements ---

export const kept = computed(() => {
	const by = new Map();
	for (const s of theCase.value.statements ?? NONE)
		by.has(s.document) ? by.get(s.document).push(s) : by.set(s.document, [s]);
	return by;
});

// By statement: the reports and judgements that rest on it.
const resting = computed(() => {
	const by = new Map();
	const note = (kind, item) => {
		if (!item.statement)
			return;
		if (!by.has(item.statement))
			by.set(item.statement, { reports: [], judgements: [] });
		by.get(item.statement)[kind].push(item);
	};
	(theCase.value.reports ?? NONE).forEach((r) => note("reports", r));
	(theCase.value.judgements ?? NONE).forEach((j) => note("judgements", j));
	return by;
});

const NOTHING = { reports: NONE, judgements: NONE };
export const restsOn = (s) => resting.value.get(s?.id) ?? NOTHING;

// A person's: entered, corrected or accepted by one.
export const isSettled = (s) => s.sure === undefined || s.sure >= 1;

export function draftedOn(s) {
	const { reports, judgements } = restsOn(s);
	const facts = [...new Set(reports.map((r) => r.fact))].filter((id) => isDrafted("facts", id));
	return { reports: reports.filter((r) => isDrafted("reports", r.id)), facts,
		judgements: judgements.filter((j) => isDrafted("judgements", j.id)) };
}

// Where the reading is unsure, or a proposal rests on what nobody has looked at.
export function isToCheck(s) {
	if (isSettled(s))
		return false;
	const on = draftedOn(s);
	return s.sure < 0.7 || on.reports.length + on.judgements.length > 0;
}

// The statements of a document in the order of its text. Those that the case keeps are what holds: one that is missing
// there was dropped. Only where it keeps none, those that were read stand for it, but for what `dropped` names.
export function statementsOf(id, document, dropped) {
	const list = kept.value.get(id) ?? (document?.statements ?? NONE).filter((s) => !dropped.has(s.id));
	return [...list].sort((a, b) => first(a) - first(b));
}

// The ids whose last entry of the journal takes them away.
export function droppedIn(journal) {
	const last = new Map();
	for (const entry of journal ?? NONE)
		if (entry.kind === "statements")
			last.set(entry.id, entry.op);
	return new Set([...last].filter(([, op]) => op === "delete").map(([id]) => id));
}
