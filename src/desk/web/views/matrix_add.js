// What is added by hand: a question, an answer, a fact, a report. Each opens in line, above the grid.
import { html } from "html";
import { useEffect, useRef } from "preact/hooks";
import { edit, question, questionId, theCase } from "../state.js";
import { BANDS } from "../words.js";
import { NONE, at, columns, focusCell, here, hypothesesOf, idOf, making } from "./matrix_model.js";
import { read } from "./matrix_rate.js";

const idsOf = (list) => (theCase.value[list] ?? []).map((x) => x.id);
const takenIds = () => [...idsOf("questions"), ...idsOf("facts")];

// What a form says, by the names of its fields.
const said = (form) => Object.fromEntries([...new FormData(form)].map(([k, v]) => [k, v.trim()]));

function close() {
	making.value = null;
	requestAnimationFrame(focusCell);
}

// A form in line: the first field takes the focus; `make` gives the edits, or a sentence about what is missing.
function Form({ title, make, why, then, children }) {
	const form = useRef(), told = useRef();
	useEffect(() => { form.current.querySelector("input, textarea, select").focus(); }, []);
	const submit = async (e) => {
		e.preventDefault();
		const edits = make(said(form.current));
		told.current.textContent = typeof edits === "string" ? edits : "";
		if (typeof edits === "string" || !await edit(edits, why))
			return;
		making.value = null;
		then?.(edits);
		requestAnimationFrame(focusCell);
	};
	return html`<form class="making" ref=${form} onSubmit=${submit} aria-label=${title}>
		<h2>${title}</h2><div class="fields">${children}<span class="ends"><button>add</button>
		<button type="button" onClick=${close}>leave it</button></span></div><p ref=${told}
		role="alert"></p></form>`;
}

function Field({ name, label, wide, ...rest }) {
	return html`<label class=${wide ? "wide" : ""}>${label} <input name=${name} autocomplete="off"
		...${rest} /></label>`;
}

// --- a question ---

const even = (n) => Math.round(1e4 / n) / 1e4;

function NewQuestion() {
	const make = ({ ask, answers, given }) => {
		const all = answers.split("\n").map((x) => x.trim()).filter(Boolean);
		if (!ask || all.length < 2)
			return "A question needs its words and at least two answers, one a line.";
		const taken = [];
		const hypotheses = all.map((say) => {
			taken.push(idOf(say, [...taken, NONE]));
			return { id: taken.at(-1), say, prior: even(all.length) };
		});
		return [{ put: "questions", item: { id: idOf(ask, takenIds()), ask, ...(given ? { given: [given] }
			: {}),
			hypotheses } }];
	};
	return html`<${Form} title="Add a question" make=${make} why="a new question"
		then=${([e]) => { questionId.value = e.item.id; }}>
		<${Field} name="ask" label="the question" wide placeholder="Who did it?" />
		<label class="wide">its answers, one a line <textarea name="answers" rows="3"></textarea></label>
		<span class="soft small">All start out evenly; \u201cnone of these\u201d is added with
		5\u2009%.</span><//>`;
}

// --- an answer ---

function NewAnswer() {
	const q = question.value, all = (q.hypotheses ?? []).filter((h) => h.id !== NONE);
	const plain = all.map((h) => h.prior).filter((p) => typeof p === "number");
	const usual = plain.length ? plain.reduce((a, b) => a + b, 0) / plain.length : even(all.length + 1);
	const make = ({ say, prior }) => {
		const p = BANDS.some((b) => b.word === prior) ? prior : read(prior);
		if (!say || p === null)
			return "An answer needs its words and a prior: a word of the scale, a number or a range.";
		return [{ put: "hypotheses", of: q.id, item: { id: idOf(say, hypothesesOf(q).map((h) => h.id)), say,
			prior: p } }];
	};
	return html`<${Form} title="Add an answer" make=${make} why="a new answer">
		<${Field} name="say" label="the answer" wide placeholder="Somebody else did it" />
		<${Field} name="prior" label="prior" defaultValue=${String(Math.round(usual * 1e4) / 1e4)} />
		<span class="soft small">Priors are scaled to sum to 100\u2009%.</span><//>`;
}

// --- a fact ---

function Chance({ col }) {
	return html`<label>${col.say} <select name=${`if ${col.h}`}><option value="">unrated</option>${BANDS.map((b) =>
		html`<option key=${b.word}>${b.word}</option>`)}</select></label>`;
}

function NewFact() {
	const q = question.value, cols = columns.value.filter((c) => c.own && c.h !== NONE);
	const make = (all) => {
		const rated = cols.filter((c) => all[`if ${c.h}`]).map((c) => [c.h, all[`if ${c.h}`]]);
		if (!all.say || !rated.length)
			return "A fact needs its words, and how likely it is under at least one answer.";
		return [{ put: "facts", item: { id: idOf(all.say, takenIds()), say: all.say, about: [q.id],
			if: Object.fromEntries(rated), ...(all.why ? { why: all.why } : {}) } }];
	};
	return html`<${Form} title="Add a fact: what would you see if one of these were true and the others not?"
		make=${make}
		why="a new fact" then=${([e]) => { at.value = { row: e.item.id, col: cols[0].key }; }}>
		<${Field} name="say" label="the fact" wide placeholder="A door was forced" />
		<${Field} name="why" label="why it tells" wide />
		<fieldset><legend>How likely it would be, if the answer is</legend>${cols.map((c) =>
			html`<${Chance} key=${c.key} col=${c} />`)}</fieldset><//>`;
}

// --- a report ---

const KINDS = ["outlet", "official", "party", "witness", "document", "imagery", "technical", "intercept", "anonymous"];
const HOLDS = [["yes", "it is so"], ["no", "it is not so"], ...BANDS.map((b) => [b.word, `it is so: ${b.word}`])];

function Sources({ name, label, first }) {
	return html`<label>${label} <select name=${name}><option value="">${first}</option>${(theCase.value.sources
		?? [])
		.map((s) => html`<option key=${s.id} value=${s.id}>${s.name ?? s.id}</option>`)}</select></label>`;
}

function NewReport({ fact }) {
	const make = ({ from, via, source, kind, grade, published, holds }) => {
		if (from && source)
			return "Choose a source, or name a new one: not both.";
		const id = source ? idOf(source, idsOf("sources")) : from;
		const item = { id: idOf(`r-${fact.id}`, idsOf("reports")), fact: fact.id, holds,
			...(id ? { from: id } : {}), ...(via ? { via: [via] } : {}), ...(published ? { published }
			: {}) };
		return [...(source ? [{ put: "sources", item: { id, name: source, kind, reliability: grade } }] : []),
			{ put: "reports", item }];
	};
	return html`<${Form} title=${`Add a report: who says \u201c${fact.say ?? fact.id}\u201d?`} make=${make}
		why="a report entered by hand">
		<${Sources} name="from" label="source" first="unknown, or new" />
		<${Field} name="source" label="or a new source" placeholder="The harbour master" />
		<label>what it is <select name="kind">${KINDS.map((k) => html`<option
		key=${k}>${k}</option>`)}</select></label>
		<label>grade of the new one <select name="grade">${["F", "A", "B", "C", "D", "E"].map((g) =>
			html`<option key=${g}>${g}</option>`)}</select></label>
		<${Sources} name="via" label="read in" first="directly" />
		<${Field} name="published" label="published" type="date" />
		<label>says that <select name="holds">${HOLDS.map(([v, text]) =>
			html`<option key=${v} value=${v}>${text}</option>`)}</select></label><//>`;
}

export function Making() {
	const fact = here()?.fact, q = question.value;
	switch (making.value) {
	case "question": return html`<${NewQuestion} />`;
	case "answer": return q && html`<${NewAnswer} />`;
	case "fact": return q && html`<${NewFact} />`;
	case "report": return fact && html`<${NewReport} fact=${fact} />`;
	default: return null;
	}
}
