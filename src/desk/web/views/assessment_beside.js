// Beside the answer: how it moved in time, the quarrel of the evidence with itself, other analysts, and what others
// conclude, which is never weighed.
import { html } from "html";
import { go, theCase, weighed } from "../state.js";
import { Decibans } from "../parts.js";
import { day, decibans, percent } from "../words.js";
import { before, known, lower, place, say, short, steps } from "./assessment_data.js";
import { Num, Below } from "./assessment_number.js";

// --- in time ---

const AT = (date) => Date.parse(`${date}${date.length === 4 ? "-12-31" : date.length === 7 ? "-28" : ""}`);

// A stair for each answer, over the days on which something was published; its numbers stand in the table under it.
// One path each: a case of many days is drawn anew at every step of a slider.
function Stairs({ points, now }) {
	const t0 = AT(points[0].as_of), long = AT(points.at(-1).as_of) - t0;
	const x = (d) => (long > 0 ? (100 * (AT(d) - t0)) / long : 0).toFixed(2), y = (p) => (100 * (1 - p)).toFixed(1);
	const way = (h) => `M0 ${y(points[0].of[h])}${points.slice(1).map((t) =>
		`H${x(t.as_of)}V${y(t.of[h])}`).join("")}H100`;
	return html`<svg class="stairs" aria-hidden="true" viewBox="0 0 100 100" preserveAspectRatio="none">
		<path class="rule" d="M0 0H100M0 50H100M0 100H100" />
		${now.hypotheses.map((h) => html`<path key=${h.id} class=${h.id === now.lead ? "leads" : "follows"}
			d=${way(h.id)} />`)}</svg>`;
}

// The days to show in the table: the first, the last, and those at which the leader moved most.
function tellingDays(points, lead, most = 5) {
	const moved = points.map((p, i) => (i ? Math.abs(p.of[lead] - points[i - 1].of[lead]) : 2));
	const take = new Set(moved.map((m, i) => [m, i]).sort((a, b) => b[0] - a[0]).slice(0,
		most - 1).map((x) => x[1]));
	return points.filter((_, i) => take.has(i) || i === points.length - 1);
}

export function Time() {
	const { q, now } = before.value, lead = now.lead;
	const points = (weighed.value.data?.timeline ?? []).map((t) => ({ as_of: t.as_of, of: t.questions[q.id] }))
		.filter((t) => t.of);
	return html`<section aria-labelledby="time"><div class="title"><h2 id="time">How it moved in time</h2></div>
		${points.length < 2 ? html`<p class="soft">${points.length
			? `All of it appeared on ${day(points[0].as_of, true)}.`
		: "No report has a date: nothing can be said of time."}</p>` : html`<${Stairs} points=${points}
			now=${now} />
		<table class="days"><caption class="hidden">With the reports up to each day</caption><thead><tr>
		<th scope="col">with reports up to</th>${now.hypotheses.map((h) => html`<th scope="col" class="n"
				title=${say(h)}><span class="clip">${
			say(h)}</span></th>`)}</tr></thead><tbody>${tellingDays(points, lead).map((t) => html`<tr
				key=${t.as_of}>
			<th scope="row">${short(t.as_of, true)}</th>${now.hypotheses.map((h) => html`<td
			class=${h.id === lead ? "n leads" : "n"}>${percent(t.of[h.id],
				false)}</td>`)}</tr>`)}</tbody></table>`}</section>`;
}

// --- against itself ---

const QUARREL = "said:Two to this power: how much less probable all counted reports are together than if each stood " +
	"alone. Above nought they quarrel.";

export function Conflict() {
	const { now } = before.value, bits = weighed.value.data?.conflict;
	const against = steps(now).filter((s) => (s.decibans ?? 0) < -0.05).sort((a, b) => a.decibans - b.decibans)[0];
	const loud = bits > 0.05, told = bits === undefined ? null : `${decibans(bits, false)} bits`;
	return html`<section aria-labelledby="quarrel"><div class="title">
		<h2 id="quarrel">The evidence against itself</h2></div>
		${told === null ? html`<p class="soft">These reports cannot all be true.</p>` : html`<p>${loud
			? "It quarrels: "
		: bits < -0.05 ? "No quarrel: " : "Neither for nor against: "}<${Num} at="conflict"
			about=${QUARREL}>${told}<//>. ${loud
		? "The reports are less likely together than apart." : bits < -0.05
			? "The reports are more likely together than apart."
		: "The reports are as likely together as apart."} ${against
			? html`The strongest step the other way: <${Num} at="against"
		about=${against.about} drop=${{ kind: "origins",
			id: against.origin }}>${lower(against.name)}<//>, <${Decibans}
		of=${against.decibans} />.` : "No origin pulls the other way."}</p>`}
		<${Below} at="conflict" /><${Below} at="against" /></section>`;
}

// --- other analysts ---

function Agree({ of }) {
	return of?.gap !== null && of?.gap !== undefined && html`<p>${decibans(of.gap).replace("+",
		"")} lie between the two who are
		farthest apart. ${of.value && html`If all agreed on <${Num} at="agree" about=${place(of.value).about}
		place=${of.value}>${lower(place(of.value).words)}<//>, ${of.left === null ? "less"
			: decibans(of.left).replace("+", "")} would be left: talk about
		that one first.`}</p><${Below} at="agree" />`;
}

export function Analysts() {
	const { now } = before.value, all = now.analysts ?? [];
	const names = new Map((theCase.value.analysts ?? []).map((a) => (typeof a === "string" ? [a, a] : [a.id,
		a.name ?? a.id])));
	return html`<section aria-labelledby="analysts"><div class="title"><h2 id="analysts">Other analysts</h2></div>
		${all.length === 0 ? html`<p class="soft">You are the only one so far. Add a second set of ratings and
			this shows where you part, and the one rating whose agreement would close most
		of the gap.</p>` : html`<div class="wide"><table class="analysts">
		<caption class="hidden">The answers as each analyst rates</caption><thead><tr>
		<th scope="col">in percent</th>${
		now.hypotheses.map((h) => html`<th scope="col" class="n" title=${say(h)}>
		<span class="clip">${say(h)}</span></th>`)}</tr>
		</thead><tbody>${all.map((a) => html`<tr key=${a.id}><th scope="row">${names.get(a.id) ?? a.id}</th>${
		now.hypotheses.map((h) => html`<td class=${h.id === a.lead ? "n leads" : "n"}>${percent(a.p[h.id],
			false)}</td>`)}
		</tr>`)}<tr class="lead"><th scope="row">Pooled</th>${now.hypotheses.map((h) => html`<td class="n">${
		percent(h.p, false)}</td>`)}</tr></tbody></table></div><${Agree} of=${now.agree} />`}</section>`;
}

// --- what others conclude ---

function Judgement({ of, q }) {
	const h = q.hypotheses.find((x) => x.id === of.hypothesis), s = known.value.statements.get(of.statement);
	return html`<li data-id=${of.id}><b>${of.who ?? "Somebody"}</b>${h && `, on \u201c${say(h)}\u201d`}${of.word
		&& html`: <i>${
		of.word}</i>`}${of.confidence && `, confidence ${of.confidence}`}. ${of.say && html`<span
			class="serif">${of.say}</span> `}
		${s && html`<button class="link small" onClick=${() => go("documents", { document: s.document,
			statement: s.id })}>where it was said</button>`}</li>`;
}

export function Others() {
	const { q } = before.value, all = (theCase.value.judgements ?? []).filter((j) => !j.question ||
		j.question === q.id);
	return html`<section aria-labelledby="others"><div class="title"><h2 id="others">What others conclude</h2>
		<span class="soft">beside ours, never weighed</span></div>${all.length === 0
		? html`<p class="soft">Nobody's conclusion is in the case.</p>`
		: html`<ul class="judgements">${all.map((j) => html`<${Judgement} key=${j.id} of=${j} q=${q}
			/>`)}</ul>`}</section>`;
}
