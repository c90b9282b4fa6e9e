// The grid: a row for each fact, a column for each answer. A cell is drawn anew only when what it shows has changed.
import { html } from "html";
import { useComputed } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { answersTo, edit, question, weighed } from "../state.js";
import { Decibans, Glyph, Grades, Ruler, tint } from "../parts.js";
import { centre, count, percent, range, value, wordOf } from "../words.js";
import { Say } from "./matrix_say.js";
import { added, at, cellId, cellOf, columns, held, priorOf, priors, reportsOf, rows, saying, shown, sourceOf, weightOf }
	from "./matrix_model.js";

// --- what is rated ---

// In words: the word, then what else was entered; in numbers: the number, then the word.
function Rating({ of }) {
	const p = centre(of);
	if (p === null)
		return html`<span class="word">${value(of)}</span>`;
	const by = of?.by && Object.keys(of.by).length;
	const exactly = typeof of === "string" ? "" : by ? `${count(by, "analyst")}, ${p.toFixed(2)}` : value(of);
	if (shown.value === "numbers")
		return html`<span class="word">${percent(p)}</span> <span class="soft">${Array.isArray(of) ? value(of)
			: wordOf(p)}</span>`;
	return html`<span class="word">${typeof of === "string" ? of : wordOf(p)}</span>${exactly &&
		html` <span class="soft">${exactly}</span>`}`;
}

function Rated({ cell }) {
	if (cell.rows?.length > 1)
		return html`<span class="word">${cell.rows.map((r) => value(r.value)).join(" or ")}</span>`;
	if (cell.value === "rest")
		return html`<span class="word">the rest</span>`;
	return html`<${Rating} of=${cell.value} />`;
}

const ofMiddle = (cell) => cell.middle === null ? "between" : `between, ${cell.middle.toFixed(2)}`;

function What({ cell }) {
	if (cell.kind === "through")
		return html`<span class="word soft">through ${cell.via}</span>`;
	if (cell.kind === "between")
		return html`<span class="word between">${ofMiddle(cell)}</span>`;
	if (cell.kind === "unrated")
		return html`<b class="word plate">unrated</b>`;
	return html`<${Rated} cell=${cell} />`;
}

function Tried({ to }) {
	return html`<i class="word">${value(to)}</i> <span class="soft">tried</span>`;
}

// The mark of a weight as parts.js draws it, of plain boxes: hundreds of them move at once here, which pictures are too
// slow for.
function Bar({ of }) {
	const share = Math.min(Math.abs(of ?? 0) / 3, 1) * 50;
	return html`<span class="mark" aria-hidden="true"><i class=${of < 0 ? "against" : "for"} style=${{
		left: `${of < 0 ? 50 - share : 50}%`, width: `${share}%` }}></i></span>`;
}

function Move({ of, unrated }) {
	return html`<span class="move">${unrated ? html`<span class="plate soft small">press 1 to 7</span>`
		: html`<${Bar} of=${of} />`}<${Decibans} of=${of} unit=${false} /></span>`;
}

function Cell({ fact, col, reported }) {
	const effect = useComputed(() => added(fact.id, col)).value;
	const current = useComputed(() => at.value.row === fact.id && at.value.col === col.key).value;
	const tried = useComputed(() => held.value?.key === `${fact.id} ${col.key}` ? held.value.to : undefined).value;
	const cell = cellOf(fact, col);
	const kind = `${cell.kind}${col.ruled ? " ruled" : ""} ${reported ? tint(effect) : ""}`;
	return html`<div role="gridcell" class=${`cell ${kind}`} id=${cellId(fact.id, col.key)} data-row=${fact.id}
		data-col=${col.key} data-kind=${cell.kind} tabindex=${current ? 0 : -1}>
		<span class="name">${col.say}</span>
		<span class="what">${tried === undefined ? html`<${What} cell=${cell} />`
			: html`<${Tried} to=${tried} />`}</span>
		${reported ? html`<${Move} of=${effect} unrated=${cell.kind === "unrated"} />`
			: html`<span class="plate soft small">${cell.kind === "unrated" ? "press 1 to 7"
			: "no report"}</span>`}</div>`;
}

// --- a fact ---

function From({ reports }) {
	const [{ from, via }] = reports, source = sourceOf.value.get(from);
	const chain = [...(via ?? [])].reverse().map((id) => sourceOf.value.get(id));
	const grades = [source, ...chain].map((s) => s?.reliability ?? "F");
	return html`<span class="from"><${Glyph} of=${source ? "origin" : "untraceable"} label="" /> ${source
		? source.name ?? source.id : "unknown"}${source?.interests && ", interested"}${reports.length > 1 &&
		`, ${reports.length} reports`} <${Grades} of=${grades} /></span>`;
}

// The reports of a fact by their origin, each told by the shortest way; the untraceable ones, each by itself.
function byOrigin(reports) {
	const by = new Map();
	for (const r of reports)
		by.set(r.from ?? r, [...(by.get(r.from ?? r) ?? []), r]);
	const length = (r) => r.via?.length ?? 0;
	return [...by.values()].map((some) => some.sort((a, b) => length(a) - length(b)));
}

function Learning({ fact }) {
	const next = useComputed(() => answersTo(question.value.id)?.next?.find((x) => x.fact === fact)?.bits).value;
	return html`<span class="soft">No report yet.${next !== undefined &&
		` Learning it would settle ${next < 0.005 ? "<0.01" : next.toFixed(2)} bits.`}</span>`;
}

const MOST = 3; // origins in sight; the dock names all

function FactHead({ fact, reports }) {
	const current = useComputed(() => at.value.row === fact.id).value;
	const said = saying.value === `fact:${fact.id}`;
	const origins = byOrigin(reports);
	const against = reports.filter((r) => r.holds === "no" || r.holds === false).length;
	return html`<div role="rowheader" class=${`fact ${current ? "current" : ""}`}>
		${said ? html`<${Say} of="fact" id=${fact.id} text=${fact.say} />`
			: html`<span class=${fact.drafted ? "say drafted" : "say"}>${fact.say ?? fact.id}</span>`}
		<span class="reports small">${reports.length ? origins.slice(0, MOST).map((some) =>
			html`<${From} key=${some[0].id} reports=${some} />`) : html`<${Learning} fact=${fact.id} />`}${
			origins.length > MOST && html`<span>and ${origins.length - MOST} more</span>`}${
			against > 0 && html`<span>${against} of ${reports.length} against it</span>`}${
			fact.drafted && html`<${Drafted} fact=${fact} />`}</span></div>`;
}

export const takeIn = (fact) => edit([{ merge: "facts", id: fact.id, item: { drafted: null } }], "taken in");
export const dropFact = (fact, why) => edit([{ drop: "facts", id: fact.id }], why);

function Drafted({ fact }) {
	return html`<span class="proposed">proposed: <button class="link" tabindex="-1"
		aria-label=${`take it in: ${fact.say}`} onClick=${() => takeIn(fact)}>take it in</button>, <button
		class="link" tabindex="-1" aria-label=${`not evidence: ${fact.say}`}
		onClick=${() => dropFact(fact, "not evidence")}>not evidence</button></span>`;
}

function WeightCell({ fact, reported }) {
	const d = useComputed(() => weightOf(fact)).value;
	return html`<div role="gridcell" class="total" data-weight=${fact}>${reported ? html`<b>
		<${Decibans} of=${d} /></b> <${Bar} of=${d} />` : html`<span class="soft">none yet</span>`}</div>`;
}

const NO_REPORTS = [];

function Row({ fact, cols, reports }) {
	return html`<div role="row" class="row" data-fact=${fact.id}>
		<${FactHead} fact=${fact} reports=${reports} />
		${cols.map((c) => html`<${Cell} key=${c.key} fact=${fact} col=${c} reported=${reports.length > 0} />`)}
		<${WeightCell} fact=${fact.id} reported=${reports.length > 0} /></div>`;
}

// --- the answers ---

// What the ruler shows of an answer: its interval where it belongs to these numbers, or to those just before them.
function rulerOf(col) {
	const w = weighed.value, find = (data) => data?.questions?.find((q) => q.id === col.q);
	const q = find(w.data), h = q?.hypotheses.find((x) => x.id === col.h);
	if (!h)
		return null;
	const last = w.trial ? null : find(w.intervals)?.hypotheses.find((x) => x.id === col.h);
	const drawn = h.lo !== undefined ? h : last;
	const wide = q.prior_alone ? null : drawn;
	return { p: q.prior_alone ? undefined : h.p, prior: h.prior, word: h.word, lo: wide?.lo, hi: wide?.hi,
		half: wide?.half, leads: q.lead === col.h };
}

function AnswerHead({ col }) {
	const of = rulerOf(col), current = useComputed(() => at.value.col === col.key).value;
	const said = saying.value === `answer:${col.key}`;
	return html`<div role="columnheader" class=${`answer ${current ? "current" : ""} ${col.ruled ? "ruled" : ""}`}
		data-answer=${col.key}>
		${said ? html`<${Say} of="answer" id=${col.key} text=${col.say} />`
			: html`<b class=${col.drafted ? "say drafted" : "say"}>${col.say}</b>`}
		${of ? html`<span class="soft small">prior ${percent(of.prior)}</span><${Ruler} of=${of} />
			<span class="now"><b class="percent">${of.p === undefined ? "" : percent(of.p)}</b> <span
			class="soft">${
			of.p === undefined ? "" : range(of.lo, of.hi)}</span></span>
			<span class="soft small">${of.p === undefined ? "the prior alone" : of.word}</span>`
			: html`<span class="soft small">not weighed yet</span>`}</div>`;
}

const STEPS = [[-3, "\u22123"], [-1, "\u22121"], [-0.25, "\u2212.25"], [0, "0"], [0.25, "+.25"], [1, "+1"], [3, "+3"]];

function Corner() {
	const n = rows.value.length;
	return html`<div role="columnheader" class="corner small soft"><span>${count(n, "fact")}, strongest first. In a
		cell: the word, then the decibans the fact adds to that answer\u2019s odds. The scale is the same in
		every case; weak evidence looks weak.</span>
		<span class="scale" aria-hidden="true">${STEPS.map(([d, text]) => html`<span
		class=${tint(d)}>${text}</span>`)}
		</span></div>`;
}

function Header({ cols }) {
	return html`<div role="row" class="row header"><${Corner} />
		${cols.map((c) => html`<${AnswerHead} key=${c.key} col=${c} />`)}
		<div role="columnheader" class="total"><b>Weight for the leader</b><span class="soft small">if taken
		away, in decibans</span></div></div>`;
}

function PriorCell({ col }) {
	const current = useComputed(() => at.value.row === "prior" && at.value.col === col.key).value;
	const tried = useComputed(() => held.value?.key === `prior ${col.key}` ? held.value.to : undefined).value;
	return html`<div role="gridcell" class=${`cell prior ${col.ruled ? "ruled" : ""}`} id=${
		cellId("prior", col.key)} data-row="prior" data-col=${col.key} tabindex=${current ? 0 : -1}>
		<span class="name">${col.say}</span>
		<span class="what">${tried === undefined ? html`<${Rated} cell=${priorOf(col)} />`
		: html`<${Tried} to=${tried} />`}</span></div>`;
}

function PriorRow({ cols }) {
	const current = useComputed(() => at.value.row === "prior").value;
	return html`<div role="row" class="row priors"><div role="rowheader" class=${`fact ${current ? "current"
		: ""}`}>
		<span class="say">Before the evidence</span><span class="soft small">Priors, as entered; they are scaled
		to sum to 100\u2009%.</span></div>
		${cols.map((c) => html`<${PriorCell} key=${c.key} col=${c} />`)}
		<div role="gridcell" class="total"></div></div>`;
}

// --- the whole ---

// Whatever is focused or clicked is the cell that holds.
function take(event) {
	const cell = event.target.closest?.("[data-col]");
	if (cell && (cell.dataset.row !== at.peek().row || cell.dataset.col !== at.peek().col))
		at.value = { row: cell.dataset.row, col: cell.dataset.col };
}

const SCREEN = 14; // rows that fill a screen: they are painted first, with their numbers, the others right after them

export function Grid({ more }) {
	const cols = columns.value, grid = useRef();
	const [whole, setWhole] = useState(false), weighedOnce = useComputed(() => Boolean(weighed.value.data)).value;
	useEffect(() => {
		const timer = weighedOnce ? requestAnimationFrame(() => setTimeout(() => setWhole(true), 0)) : 0;
		return () => cancelAnimationFrame(timer);
	}, [weighedOnce]);
	const some = whole ? rows.value : weighedOnce ? rows.value.slice(0, SCREEN) : [];
	const titled = question.value?.ask ?? "";
	useEffect(() => {
		const style = grid.current.style, own = cols.filter((c) => c.own).length;
		style.setProperty("--n", String(cols.length));
		style.setProperty("--wide", own < cols.length && cols.length > 8 ? "132px" : "148px");
	}, [cols]);
	return html`<div class="scroll" onScroll=${stick}><div role="grid" class="grid" ref=${grid}
		aria-label=${`Facts by answers: ${titled}`}
		aria-rowcount=${rows.value.length + 1} onFocusIn=${take} onClick=${take} onPointerDown=${press}>
		<div role="rowgroup" class="heads"><${Header} cols=${cols} />
			${priors.value && html`<${PriorRow} cols=${cols} />`}</div>
		<div role="rowgroup">${some.map((f) => html`<${Row} key=${f.id} fact=${f} cols=${cols}
			reports=${reportsOf.value.get(f.id) ?? NO_REPORTS} />`)}</div></div>${more}</div>`;
}

// The facts stay in sight where the answers are scrolled.
function stick(event) {
	event.currentTarget.classList.toggle("aside", event.currentTarget.scrollLeft > 0);
}

// A press on a cell takes the focus there: a div with a tabindex does so by itself, but not by its marks.
function press(event) {
	event.target.closest?.("[data-col]")?.focus({ preventScroll: true });
}
