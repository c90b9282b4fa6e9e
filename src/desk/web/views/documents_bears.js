// What a statement bears on: the fact of its report, and what each answer loses when that fact is taken away.
import { html } from "html";
import { useState } from "preact/hooks";
import { go, theCase, weighed } from "../state.js";
import { Decibans, Weight } from "../parts.js";
import { count, decibans } from "../words.js";
import { restsOn } from "./documents_model.js";
import { report } from "./documents_change.js";
import { outletOf } from "./documents_chain.js";

const odds = (p) => Math.min(Math.max(p, 1e-12), 1 - 1e-12) / (1 - Math.min(Math.max(p, 1e-12), 1 - 1e-12));

// By answer: what its odds lose without it, in decibans.
function falls(question, removal) {
	return question.hypotheses.map((h) => ({ h,
		by: 10 * Math.log10(odds(h.p) / odds(removal.p[h.id] ?? h.p)) }));
}

function factor(list) {
	const most = list.reduce((a, b) => Math.abs(b.by) > Math.abs(a.by) ? b : a), d = most.by;
	if (Math.abs(d) < 0.05)
		return "It moves nothing: no answer gains or loses by it.";
	const times = 10 ** (Math.abs(d) / 10);
	return `${decibans(d)} ${d > 0 ? "multiplies" : "divides"} the odds by ${times.toFixed(times < 1.1 ? 2 : 1)}.`;
}

function Falls({ question, removal, titled }) {
	const list = falls(question, removal);
	return html`${titled && html`<p class="soft asked">${question.ask ?? question.id}</p>`}
		<ul class="falls">${list.map(({ h, by }) => html`<li key=${h.id}><span>${h.say ?? h.id}</span>
			<${Weight} of=${by} /> <${Decibans} of=${by} /></li>`)}</ul>
			<p class="soft small">${factor(list)}</p>`;
}

// Questions on which it says something: those that the fact is about, and others that it moves.
function Fact({ id, r }) {
	const fact = theCase.value.facts?.find((f) => f.id === id), about = [].concat(fact?.about ?? []);
	const all = (theCase.value.reports ?? []).filter((x) => x.fact === id).length;
	const moved = (weighed.value.data?.questions ?? [])
		.map((q) => ({ q, removal: q.without?.facts?.find((x) => x.id === id), alone: q.without?.reports
			?.find((x) => x.id === r.id) }))
		.filter(({ q, removal }) => removal && (about.includes(q.id) ||
			falls(q, removal).some((x) => Math.abs(x.by) >= 0.05)));
	const alone = moved[0]?.alone;
	return html`<p class="soft">Fact: <button class="link" onClick=${() => go("matrix", { fact: id })}>${
		fact?.say ?? id}</button>. ${moved.length ? "Take it away and the odds of each answer fall back by:"
		: "No answer is weighed with it yet."}</p>
		${moved.map(({ q, removal }) => html`<${Falls} key=${q.id} question=${q} removal=${removal}
			titled=${moved.length > 1} />`)}
		${all > 1 && alone && html`<p class="soft small">${count(all, "report")} carry this fact; without this
			one alone the leading answer moves by ${decibans(alone.decibans)}.</p>`}`;
}

const HOLDS = [["yes", "that it is so"], ["no", "that it is not so"]];

// So that words which nothing rests on yet can count.
function Report({ s, d }) {
	const { facts = [], sources = [] } = theCase.value, voice = s.speaker?.name;
	const [f, put] = useState({ fact: facts[0]?.id, holds: "yes", via: outletOf(d),
		from: sources.find((x) => voice && x.name === voice)?.id ?? "" });
	const set = (key) => (e) => put({ ...f, [key]: e.target.value });
	const choice = (label, key, rows) => html`<label><span>${label}</span><select value=${f[key]}
		onChange=${set(key)}>${rows.map(([of, word]) => html`<option
			value=${of}>${word}</option>`)}</select></label>`;
	const named = sources.map((x) => [x.id, x.name ?? x.id]);
	return html`<form class="correct" aria-label="Make a report of it" onSubmit=${(e) => {
		e.preventDefault();
		report(s, f);
	}}>${choice("Fact", "fact", facts.map((x) => [x.id, x.say ?? x.id]))}${choice("It says", "holds", HOLDS)}
		${choice("From", "from", [["", "not known"], ...named])}
		${choice("Through", "via", [["", "nobody"], ...named])}
		<p class="ends"><button type="submit">Make a report of it</button></p></form>`;
}

function None({ s, d, judgements }) {
	const [open, set] = useState(false);
	if (judgements.length)
		return html`<p class="soft">Kept as what ${judgements[0].who ?? "somebody"} concluded: it stands beside
			the answer and is never weighed.</p>`;
	if (!theCase.value.facts?.length)
		return html`<p class="soft">No report rests on these words, so they move no answer. There is no fact yet
			that they could report: the matrix is where one is made.</p>`;
	return html`<p class="soft">No report rests on these words, so they move no answer. ${!open && html`<button
		class="link" onClick=${() => set(true)}>Make a report of it</button>`}</p>${open &&
		html`<${Report} s=${s} d=${d} />`}`;
}

export function Bears({ s, d }) {
	const { reports, judgements } = restsOn(s);
	return html`<h3>What it bears on</h3>${reports.length
		? reports.map((r) => html`<${Fact} key=${r.id} id=${r.fact} r=${r} />`)
		: html`<${None} key=${s.id} s=${s} d=${d} judgements=${judgements} />`}`;
}
