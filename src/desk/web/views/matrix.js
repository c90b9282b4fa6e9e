// The matrix: facts by answers, rated in words; a dock below that says what stands behind a cell and what each word
// does.
import { html } from "html";
import { useEffect, useRef, useLayoutEffect } from "preact/hooks";
import { analyst, question, questionId, selection, theCase, weighed } from "../state.js";
import { table } from "../keys.js";
import { Empty, Key } from "../parts.js";
import { BANDS, count } from "../words.js";
import { Grid, dropFact, takeIn } from "./matrix_grid.js";
import { Dock, firstWords } from "./matrix_dock.js";
import { Analysts } from "./matrix_scale.js";
import { Classic } from "./matrix_classic.js";
import { Making } from "./matrix_add.js";
import { at, columns, field, focusCell, here, inOrder, linked, making, noteCell, priors, rows, saying, shown,
	sorting, waiting } from "./matrix_model.js";
import { hold, holding, keep, move, nextUnrated, rate, release, shift, valueNow } from "./matrix_rate.js";
import { centre } from "../words.js";

// --- keys ---

const inForm = (e) => e.target.closest?.(".side, form, select, input:not([type=range])");
const onButton = (e) => e.target.closest?.("button, a, summary, select, input");
const isClassic = () => shown.peek() === "classic";
const inMatrix = (e) => !isClassic() && e.target.closest?.(".grid, .dock") && here();

const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -999],
	End: [0, 999], PageUp: [-10, 0], PageDown: [10, 0] };

// From elsewhere an arrow only goes back to the cell that holds.
function arrow(e) {
	const own = "input[type=range], input[type=radio], .scroll, [role=group]"; // they take arrows themselves
	if (isClassic() || inForm(e) || e.target.matches?.(own))
		return false;
	return move(...(e.target.closest?.("[role=gridcell]") ? STEPS[e.key] : [0, 0]));
}

// The first of a number that is held: the strip takes the keys.
function grasp(e) {
	const it = !onButton(e) && inMatrix(e);
	if (!it || it.cell.kind === "through")
		return false;
	const p = centre(valueNow(it)) ?? it.cell.middle ?? 0.5;
	hold(Math.round(p * 100) / 100);
	document.getElementById("strip")?.focus();
	return true;
}

function open(name) {
	return (e) => {
		const it = inMatrix(e);
		if (!it || it.cell.kind === "through")
			return false;
		field.value = name;
		return true;
	};
}

const whenFree = (run) => (e) => isClassic() || inForm(e) ? false : run(e);
const make = (what) => whenFree(() => { making.value = what; });
const say = (what) => whenFree(() => {
	const it = here();
	if (!it || (what === "answer" ? it.col.added : !it.fact))
		return false;
	saying.value = what === "why" ? "why" : `${what}:${what === "fact" ? it.fact.id : it.col.key}`;
	return true;
});
const ofDrafted = (run) => whenFree(() => here()?.fact?.drafted ? (run(here().fact), true) : false);
const shifting = (d) => (e) => field.peek() === "shift" && inMatrix(e) ? (shift(d), true) : false;

function nextQuestion() {
	const all = theCase.value.questions ?? [], i = all.findIndex((q) => q.id === question.value?.id);
	if (all.length > 1) {
		questionId.value = all[(i + 1) % all.length].id;
		requestAnimationFrame(focusCell);
	}
}

const classic = () => { shown.value = isClassic() ? "words" : "classic"; };

const rating = (word) => (event) => {
	if (inForm(event) || !inMatrix(event))
		return false;
	rate(word);
	return true;
};

table("matrix", [
	{ key: Object.keys(STEPS), shown: "\u2191 \u2193 \u2190 \u2192", label: "cell", run: arrow },
	...BANDS.map((band, i) => ({
		key: String(i + 1), shown: i ? String(i + 1) : "1 \u2026 7", label: i ? band.word : "rate in words",
		hidden: i > 0, run: rating(band.word),
	})),
	{ key: ".", label: "number or range", run: open("number") },
	{ key: " ", label: "hold and drag", run: grasp },
	{ key: ["Delete", "Backspace"], label: "unrate", run: rating(null) },
	{ key: "n", label: "next unrated", run: whenFree(nextUnrated) },
	{ key: "w", label: "the words", run: whenFree(firstWords) },
	{ key: "t", label: "weaker or stronger by", run: open("shift") },
	{ key: ["-", "_"], label: "weaker by 1 dB, after t", hidden: true, run: shifting(-1) },
	{ key: ["=", "+"], label: "stronger by 1 dB, after t", hidden: true, run: shifting(1) },
	{ key: "g", label: "classic", run: (e) => inForm(e) ? false : classic() },
	{ key: "p", label: "priors", hidden: true, run: whenFree(() => { priors.value = !priors.value; }) },
	{ key: "q", label: "next question", hidden: true, run: (e) => inForm(e) ? false : nextQuestion() },
	{ key: "+", label: "add a fact", hidden: true, run: make("fact") },
	{ key: "r", label: "add a report of the fact", hidden: true, run: make("report") },
	{ key: "e", label: "say the fact anew", hidden: true, run: say("fact") },
	{ key: "E", label: "say the answer anew", hidden: true, run: say("answer") },
	{ key: "y", label: "edit why", hidden: true, run: say("why") },
	{ key: "a", label: "take a proposed fact in", hidden: true, run: ofDrafted(takeIn) },
	{ key: "x", label: "a proposed fact is not evidence", hidden: true,
		run: ofDrafted((f) => dropFact(f, "not evidence")) },
	{ key: "Enter", label: "keep what is tried", hidden: true,
		run: (e) => holding() && !onKeptButton(e) ? (keep(), true) : false },
	{ key: "Escape", label: "let go of what is tried", hidden: true, run: escape },
]);

// A button that has the focus does what it says; those of weaker and stronger leave enter to keep.
function onKeptButton(e) {
	return e.target.closest?.("button, a, select") && !e.target.closest(".shift");
}

function escape() {
	const was = holding() || field.peek() || making.peek() || saying.peek();
	if (!was)
		return false;
	release();
	making.value = saying.value = null;
	requestAnimationFrame(focusCell);
	return true;
}

// --- what stands above the grid ---

const MODES = [["words", "Words"], ["numbers", "Numbers"], ["classic", "Classic C / I"]];

function Modes() {
	return html`<div class="modes" role="group" aria-label="how cells are shown">${MODES.map(([id, name]) =>
		html`<button key=${id} aria-pressed=${shown.value === id ? "true" : "false"}
		onClick=${() => { shown.value = id; }}>${name}</button>`)}</div>`;
}

function Asked() {
	const all = theCase.value.questions ?? [], q = question.value;
	if (!q)
		return null;
	const others = linked.value.map((x) => x.ask ?? x.id);
	return html`<span class="asked">${all.length > 1 ? html`<select aria-label="question" value=${q.id}
		onChange=${(e) => { questionId.value = e.target.value; }}>${all.map((x) => html`<option key=${x.id}
		value=${x.id}>${x.ask ?? x.id}</option>`)}</select> <${Key} of="q" />` : html`<span>${q.ask
			?? q.id}</span>`}${
		others.length > 0 && html` <span class="soft others">with ${others.join(" and ")}</span>`}</span>`;
}

function Add({ what, children, of }) {
	return html`<button class="link" aria-expanded=${making.value === what ? "true" : "false"}
		onClick=${() => { making.value = making.value === what ? null : what; }}>${children}${of
			&& html` <${Key}
		of=${of} />`}</button>`;
}

function Bar() {
	const n = waiting.value.length, grid = question.value && shown.value !== "classic";
	return html`<div class="bar"><${Modes} /><${Asked} /><span class="tools">
		${grid && n > 0 && html`<button class="link" onClick=${nextUnrated}><b>${count(n, "cell")} to
		rate</b> <${Key}
			of="n" /></button>`}
		${grid && !inOrder.value && html`<button class="link" onClick=${() => { sorting.value++; }}>Strongest
			first</button>`}
		${grid && html`<button class="link" aria-expanded=${priors.value ? "true" : "false"}
			onClick=${() => { priors.value = !priors.value; }}>Priors <${Key} of="p" /></button>
			<${Add} what="fact" of="+">Add a fact<//>`}
		<${Analysts} /></span></div>`;
}

function More() {
	return html`<p class="more small"><${Add} what="fact" of="+">Type a fact: what would you see if one of these
		were true and
		the others not?<//> <${Add} what="answer">Add an answer<//> <${Add} what="question">Add a
		question<//></p>`;
}

// --- what is so where little is there ---

function State() {
	const n = rows.value.length, w = weighed.value;
	if (w.error)
		return html`<p class="state" role="status">${w.error} What stands here is the last answer there
			was.</p>`;
	if (!n)
		return html`<p class="state">No fact yet. Until there is one the answer is the prior alone. <button
			class="link"
			onClick=${() => { making.value = "fact"; }}>Add a fact <${Key} of="+" /></button>: what would
			you see if one of these were true and the others not?</p>`;
	const q = w.data?.questions?.find((x) => x.id === question.value?.id);
	if (q?.prior_alone)
		return html`<p class="state">${count(n, "fact")}, and no report that counts: the answer is the prior
			alone. Rate
			with <${Key} of="n" />, a word is enough; a report <${Key} of="r" /> makes a fact count.</p>`;
	return null;
}

function NoQuestion() {
	return html`<${Empty} aside="Nothing is weighed before there is a question with at least two answers.">No
		question
		yet. <button class="link" onClick=${() => { making.value = "question"; }}>Add a question</button>, or
		add documents in the first view: what they suggest is proposed here.<//>`;
}

// --- the cell that holds, and the address ---

function useCell() {
	const { row, col } = at.value, cols = columns.value, all = rows.value, chosen = selection.value;
	const before = useRef(0); // which row held
	// What was selected elsewhere, in the address or in another view, holds here.
	useEffect(() => {
		const { fact, question: asked, hypothesis } = chosen;
		if (asked && asked !== question.peek()?.id)
			questionId.value = asked;
		const whole = !hypothesis || hypothesis.includes(".");
		const col = whole ? hypothesis : `${question.peek()?.id}.${hypothesis}`;
		if (fact && (fact !== at.peek().row || (col && col !== at.peek().col)))
			at.value = { row: fact, col: col ?? at.peek().col };
	}, [chosen]);
	// What is gone holds no more; what stands in its place does.
	useEffect(() => {
		const isRow = all.some((f) => f.id === row) || (row === "prior" && priors.peek());
		const isCol = cols.some((c) => c.key === col);
		const instead = all[Math.min(before.current, all.length - 1)]?.id ?? null;
		if (cols.length && !(isRow && isCol))
			at.value = { row: isRow ? row : instead, col: isCol ? col : cols[0].key };
		before.current = Math.max(all.findIndex((f) => f.id === at.peek().row), 0);
		if (document.activeElement === document.body)
			requestAnimationFrame(focusCell);
	}, [row, col, cols, all, priors.value]);
	// Leaving a cell lets go of what was tried on it: at once, or it would be the next one's that goes.
	useLayoutEffect(() => {
		if (holding())
			release();
		field.value = null;
	}, [row, col, analyst.value]);
	useEffect(() => {
		const timer = setTimeout(noteCell, 400);
		return () => clearTimeout(timer);
	}, [row, col]);
}

export function Matrix() {
	useCell();
	useEffect(() => release, []);
	if (!question.value)
		return html`<div class="matrix"><${Bar} /><${Making} /><${NoQuestion} /></div>`;
	if (shown.value === "classic")
		return html`<div class="matrix"><${Bar} /><${Making} /><${Classic} /></div>`;
	return html`<div class="matrix"><${Bar} /><${Making} /><${State} />
		<${Grid} more=${html`<${More} />`} /><${Dock} /></div>`;
}
