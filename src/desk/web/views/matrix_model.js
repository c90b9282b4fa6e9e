// What the matrix holds: which facts, against which answers, what stands in each cell, and the edits that change it.
import { computed, signal } from "@preact/signals";
import { analyst, kept, question, select, theCase, weighed } from "../state.js";
import { between, centre, logit } from "../words.js";

export const NONE = "none-of-these";
export const at = signal({ row: null, col: null }); // the cell that holds: a fact's id or "prior", a column's key
export const shown = signal("words");               // words, numbers or classic
export const priors = signal(false);                // the row of priors is open
export const making = signal(null);                 // what is being added: "question", "answer", "fact", "report"
export const saying = signal(null);                 // what is being said anew: "fact:ID", "answer:Q.H", "why"
export const field = signal(null);                  // what is open in the dock: "number", "shift" or null
export const held = signal(null);                   // a number that is tried on the cell, not kept
export const row = signal({});                      // where a cell has several rows: which one is rated, by its key

export const cellId = (r, c) => `cell/${r}/${c}`;

export function focusCell() {
	document.getElementById(cellId(at.peek().row, at.peek().col))?.focus();
}

// Puts the cell that holds into the address.
export function noteCell() {
	const { row: r, col } = at.peek(), [q, h] = (col ?? "").split("."), own = question.peek()?.id;
	if (r)
		select({ fact: r === "prior" ? undefined : r, hypothesis: q === own ? h : col, question: own });
}

// --- columns ---

export function hypothesesOf(q) {
	const all = q.hypotheses ?? [];
	const added = q.open !== false && q.open !== "no" && !all.some((h) => h.id === NONE);
	return added ? [...all, { id: NONE, say: "None of these", prior: 0.05, added: true }] : all;
}

const list = (x) => x === undefined || x === null ? [] : Array.isArray(x) ? x : [x];
const aboutOf = (fact) => list(fact.about);

// Questions that what is learned of this one moves, or the other way round.
export const linked = computed(() => {
	const q = question.value, c = theCase.value;
	if (!q)
		return [];
	const together = new Set((c.facts ?? []).map(aboutOf).filter((about) => about.includes(q.id)).flat());
	return (c.questions ?? []).filter((x) => x.id !== q.id && (list(x.given).includes(q.id) ||
		list(q.given).includes(x.id) || together.has(x.id)));
});

// Of a question with two answers that leave nothing open one column says both.
function columnsOf(q, own) {
	const all = hypothesesOf(q);
	const some = !own && all.length === 2 && !all.some((h) => h.added) ? all.slice(0, 1) : all;
	return some.map((h, i) => ({ key: `${q.id}.${h.id}`, q: q.id, h: h.id, say: h.say ?? h.id, prior: h.prior,
		added: Boolean(h.added), drafted: Boolean(h.drafted), own, ruled: !own && i === 0 }));
}

export const columns = computed(() => question.value
	? [...columnsOf(question.value, true), ...linked.value.flatMap((q) => columnsOf(q, false))] : []);

// --- what each fact adds ---

// Of a question of an assessment, what is left without each fact, by its id.
function removals(weighing, q) {
	const of = weighing.data?.questions?.find((x) => x.id === q);
	return of && { lead: of.lead, p: Object.fromEntries(of.hypotheses.map((h) => [h.id, h.p])),
		facts: new Map((of.without?.facts ?? []).map((r) => [r.id, r])) };
}

const ids = computed(() => [question.value, ...linked.value].filter(Boolean).map((q) => q.id));
const effects = computed(() => new Map(ids.value.map((id) => [id, removals(weighed.value, id)])));
const tenth = (d) => Number.isFinite(d) ? Math.round(d * 10) / 10 : null;

// The decibans that a fact adds to an answer's odds, as they are shown: null where there is no telling.
export function added(fact, col) {
	const of = effects.value.get(col.q), without = of?.facts.get(fact);
	if (!without)
		return null;
	const p = of.p[col.h], rest = without.p[col.h];
	return p === rest ? 0 : tenth((logit(p) - logit(rest)) * 10 / Math.LN10);
}

// What the leading answer loses without a fact.
export function weightOf(fact, from = effects.value.get(question.value?.id)) {
	const d = from?.facts.get(fact)?.decibans;
	return d === undefined ? null : tenth(-d) + 0;
}

// --- rows ---

export const reportsOf = computed(() => {
	const by = new Map();
	for (const r of theCase.value.reports ?? [])
		by.set(r.fact, [...(by.get(r.fact) ?? []), r]);
	return by;
});

export const sourceOf = computed(() => new Map((theCase.value.sources ?? []).map((s) => [s.id, s])));

// Facts about the questions in sight, or about facts that are.
const facts = computed(() => {
	const near = new Set(ids.value), all = theCase.value.facts ?? [];
	return all.filter((f) => aboutOf(f).some((id) => near.has(id)) && near.add(f.id));
});

// Strongest first, as things stand when the order is made: a row does not move under the hand that rates it.
let order = { of: null, ids: [] };
export const sorting = signal(0);

function strongest() {
	const from = removals(kept.value, question.value?.id);
	const size = (f) => reportsOf.value.has(f.id) ? Math.abs(weightOf(f.id, from) ?? 0) : -1;
	return facts.value.map((f) => [size(f), f]).sort((a, b) => b[0] - a[0]).map(([, f]) => f);
}

export const rows = computed(() => {
	const of = `${question.value?.id} ${sorting.value} ${kept.value.data ? "" : "unweighed"}`;
	const place = new Map(order.ids.map((id, i) => [id, i]));
	const now = strongest();
	const sorted = order.of === of
		? [...now].sort((a, b) => (place.get(a.id) ?? Infinity) - (place.get(b.id) ?? Infinity)) : now;
	order = { of, ids: sorted.map((f) => f.id) };
	return sorted;
});

export const inOrder = computed(() => rows.value.every((f, i) => f === strongest()[i]));

// --- cells ---

const holdsFor = (when, col) => when?.[col.q] === undefined || list(when[col.q]).includes(col.h);
const isAll = (when, col) => Object.keys(when ?? {}).every((q) => q === col.q);

// The rows of a table that can hold for a column, up to the one that always does.
function rowsFor(table, col) {
	const some = [];
	for (const [i, r] of table.entries()) {
		if (!holdsFor(r.when, col))
			continue;
		some.push({ i, when: r.when, value: r.is });
		if (isAll(r.when, col))
			break;
	}
	return some;
}

// What stands where a table of rows is read: the row chosen, of those that can hold.
function ofRows(table, col, place, key) {
	const some = rowsFor(table, col), chosen = some.find((r) => r.i === row.value[key]) ?? some[0];
	return chosen && { kind: "rated", value: chosen.value, place: `${place}[${chosen.i}]`, rows: some,
		row: chosen.i };
}

function middle(fact) {
	return between((Array.isArray(fact.if) ? fact.if.map((r) => r.is) : Object.values(fact.if ?? {}))
		.map(centre).filter((p) => p !== null));
}

// { kind: "rated", "unrated", "between" or "through", value, place, rows }
export function cellOf(fact, col) {
	if (!aboutOf(fact).includes(col.q))
		return { kind: "through", via: aboutOf(fact)[0] };
	const table = fact.if, place = `facts.${fact.id}.if`, key = `${fact.id} ${col.key}`;
	const bare = { kind: col.h === NONE ? "between" : "unrated", middle: middle(fact) };
	if (Array.isArray(table))
		return ofRows(table, col, place, key) ?? bare;
	const value = table?.[col.h];
	return { ...(value === undefined ? bare : { kind: "rated", value }), place: `${place}.${col.h}` };
}

export function priorOf(col) {
	const place = `questions.${col.q}.prior.${col.h}`;
	if (Array.isArray(col.prior) && col.prior.some((r) => r && typeof r === "object" && "is" in r))
		return { ...ofRows(col.prior, {}, place, `prior ${col.key}`), isPrior: true };
	return { kind: "rated", value: col.prior, place: col.added ? null : place, isPrior: true };
}

export function here() {
	const { row: r, col: c } = at.value;
	const col = columns.value.find((x) => x.key === c);
	if (!col)
		return null;
	if (r === "prior")
		return { key: `prior ${c}`, col, fact: null, cell: priorOf(col) };
	const fact = rows.value.find((f) => f.id === r);
	return fact ? { key: `${r} ${c}`, col, fact, cell: cellOf(fact, col) } : null;
}

// What the person who rates says there: their own, where values are given by analysts.
export function mine(cell) {
	const v = cell.value;
	return v && typeof v === "object" && "by" in v && analyst.value ? v.by[analyst.value] : v;
}

// The edits that give a cell a value.
export function editsFor({ cell, col, fact }, to) {
	if (cell.kind === "through")
		return null;
	if (cell.place)
		return [{ set: cell.place, to, ...(analyst.value ? { as: analyst.value } : {}) }];
	if (!fact)
		return to === null ? null : [{ put: "hypotheses", of: col.q, item: { id: col.h, say: col.say,
			prior: to } }];
	return to === null ? null : [{ merge: "facts", id: fact.id,
		item: { if: [...fact.if, { when: { [col.q]: col.h }, is: to }] } }];
}

// The cells that wait for a rating, row by row.
export const waiting = computed(() => rows.value.flatMap((f) => columns.value
	.filter((c) => cellOf(f, c).kind === "unrated").map((c) => ({ row: f.id, col: c.key }))));

// An id out of words, that no other has.
export function idOf(words, taken) {
	const base = words.toLowerCase().normalize("NFD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "")
		.slice(0, 40).replace(/-+$/, "") || "new";
	let id = base;
	for (let n = 2; taken.includes(id); n++)
		id = `${base}-${n}`;
	return id;
}
