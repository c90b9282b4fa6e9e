// Rating the cell that holds: in a word, a number, a range, or by a number that is only tried until it is kept.
import { analyst, answered, attempt, edit, kept, letGo, question, version } from "../state.js";
import { post } from "../api.js";
import { signal } from "@preact/signals";
import { BANDS, centre, logistic, logit, percent } from "../words.js";
import { at, columns, editsFor, field, focusCell, held, here, mine, rows, waiting } from "./matrix_model.js";

// --- what is kept ---

// Gives a cell a value. True where it is kept.
export async function rate(to, base) {
	const it = here(), edits = it && editsFor(it, to);
	if (!edits)
		return false;
	const h = holding();
	if (!await edit(edits, undefined, base))
		return false;
	await answered();
	if (holding() === h) {
		coming = null;
		held.value = null;
		field.value = null;
	}
	return true;
}

// --- what is tried ---

const THOUSAND = 1000;
const rounded = (p) => Math.min(Math.max(Math.round(p * THOUSAND) / THOUSAND, 0.001), 0.999);

const PATIENCE = 40; // milliseconds until the hand is shown without its answer

let coming = null; // what is held, until it is shown

// What the hand holds, shown or about to be.
export const holding = () => coming ?? held.peek();

// What is held is shown with its answer: a frame for it alone would only make the answer wait.
export function hold(to) {
	const it = here(), edits = it && editsFor(it, to), h = holding();
	if (!edits)
		return;
	const is = { key: it.key, to, base: h?.key === it.key ? h.base : version.peek() };
	const show = () => {
		if (coming === is) {
			held.value = is;
			coming = null;
		}
	};
	coming = is;
	attempt(edits, true, show);
	setTimeout(show, PATIENCE);
}

export function release() {
	coming = null;
	held.value = null;
	field.value = null;
	letGo();
}

// Where somebody was first, the hand lets go all the same: the newer state is to be seen, and the change is kept
// beside.
export async function keep() {
	const h = holding();
	if (!h)
		return;
	if (!await rate(h.to, h.base))
		release();
	focusCell();
}

// The value that the hand holds, else the one that stands there.
export function valueNow(it) {
	const shown = held.value, h = coming ?? shown;
	return h?.key === it.key ? h.to : mine(it.cell);
}

// Weaker or stronger, in decibans of this cell's odds; a range keeps its width in log-odds.
export function shift(decibans) {
	const it = here(), v = it && valueNow(it), by = decibans * Math.LN10 / 10;
	const p = it && (centre(v) ?? it.cell.middle);
	if (p)
		hold(Array.isArray(v) ? v.map((x) => rounded(logistic(logit(x) + by)))
		: rounded(logistic(logit(p) + by)));
}

// "0.3", "30 %", "30", "20-45 %", "0.2 to 0.45": a share or a range of shares; null: neither.
export function read(text) {
	const numbers = text.replaceAll(",", ".").match(/\d*\.?\d+/g)?.map(Number) ?? [];
	if (!/^[\d\s.,%\u2013-]*(to)?[\d\s.,%]*$/.test(text) || !numbers.length || numbers.length > 2)
		return null;
	const percents = text.includes("%") || numbers.some((n) => n > 1);
	const shares = numbers.map((n) => Math.round((percents ? n / 100 : n) * 1e6) / 1e6);
	if (shares.length === 1)
		return shares[0] <= 1 ? shares[0] : null;
	return shares[0] > 0 && shares[0] < shares[1] && shares[1] < 1 ? shares : null;
}

// --- each word with the answer that it would give ---

export const answers = signal({ of: null, list: [] }); // [{ p, leads }] by word
const cache = new Map();
let waitingFor = null;

const WAIT = 150;

// What the leader would then have, and whether it would still lead.
function outcome(data) {
	const of = (w) => w?.questions?.find((q) => q.id === question.peek()?.id);
	const now = of(data), before = of(kept.peek().data);
	return now && before && { p: now.hypotheses.find((h) => h.id === before.lead)?.p,
		leads: now.lead === before.lead };
}

async function askAll(of, it) {
	const list = [];
	for (const band of BANDS) {
		if (waitingFor !== of || holding())
			return;
		try {
			const { data } = await post("/api/try", { edits: editsFor(it, band.word), brief: true });
			list.push(outcome(data));
		} catch (e) {
			list.push(null);
		}
		if (waitingFor === of)
			answers.value = { of, list: [...list] };
	}
	cache.set(of, list);
}

// Asks for the seven answers of the cell that holds, once it has been held for a moment. The newest cell wins.
export function askAnswers(it) {
	const of = it && editsFor(it, "likely") && kept.peek().data
		&& [version.peek(), question.peek().id, it.key, it.cell.place, analyst.peek()].join(" ");
	if (of === waitingFor)
		return undefined;
	waitingFor = of;
	answers.value = { of, list: cache.get(of) ?? [] };
	if (!of || cache.has(of))
		return undefined;
	const timer = setTimeout(() => askAll(of, it), WAIT);
	return () => { clearTimeout(timer); if (!cache.has(of)) waitingFor = null; };
}

// Where the lead would be lost: "It would lose the lead below 21 %."
export function threshold(it) {
	const of = kept.value.data?.questions?.find((q) => q.id === question.value?.id);
	const t = of?.thresholds?.find((x) => x.value === it.cell.place);
	if (!t)
		return null;
	return t.flips_at === null ? "No value here alone would take the lead away."
		: `It would lose the lead ${t.flips_at < t.at ? "below" : "above"} ${percent(t.flips_at)}.`;
}

// --- which cell ---

export function move(down, right) {
	const all = (document.querySelector(".matrix .row.priors") ? ["prior"]
		: []).concat(rows.peek().map((f) => f.id));
	const cols = columns.peek().map((c) => c.key), now = at.peek();
	if (!all.length || !cols.length)
		return false;
	const clip = (n, list) => list[Math.min(Math.max(n, 0), list.length - 1)];
	const r = all.indexOf(now.row), c = cols.indexOf(now.col);
	at.value = { row: clip(r + down, all), col: clip(c + right, cols) };
	focusCell();
	return true;
}

// The next cell that nobody rated, after this one, round and round.
export function nextUnrated() {
	const all = waiting.peek(), now = at.peek(), rank = new Map(rows.peek().map((f, i) => [f.id, i]));
	const nth = new Map(columns.peek().map((c, i) => [c.key, i]));
	const after = (x) => rank.get(x.row) - (rank.get(now.row) ?? -1) || nth.get(x.col) - (nth.get(now.col) ?? -1);
	const next = all.find((x) => after(x) > 0) ?? all[0];
	if (!next)
		return false;
	at.value = next;
	focusCell();
	return true;
}
