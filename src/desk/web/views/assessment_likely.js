// How likely each answer is: a ruler each, on one scale from 0 to 100 %; below it the questions that hang together with
// this one.
import { html } from "html";
import { select, theCase, weighed } from "../state.js";
import { Ruler } from "../parts.js";
import { percent, range, BANDS } from "../words.js";
import { before, drawn, isTried, origin, removed, say, wide, without } from "./assessment_data.js";
import { Num, Below, Columns } from "./assessment_number.js";

const SHORT = { "roughly even chance": "even" };
const NAMED = BANDS.slice(1, 6);
const TICKS = [5, 20, 45, 55, 80, 95];

function Axis({ of, children }) {
	return html`<tr class="axis" aria-hidden="true"><td></td><td class="scale">
		<span class="marks ${of}">${children}</span>
		</td>${of === "bands" ? html`<td class="n">centre</td><td class="n">90\u202f%</td><td>word</td>`
		: html`<td></td><td></td><td></td>`}</tr>`;
}

// What is shown of an answer: what is weighed now; looked at without an origin, nothing is drawn, so no interval.
function shown(h, q, away) {
	if (away)
		return { p: away.p[h.id], prior: h.prior, word: wordAt(away.p[h.id]) };
	const x = wide(h, q);
	return { p: h.p, prior: h.prior, word: h.word, lo: x?.lo, hi: x?.hi, half: x?.half };
}

const wordAt = (p) => (BANDS.find((b, i) => p < b.hi || i === 6)).word;

// Where the answer stands in the case as it is kept, while something else is looked at.
function Kept({ p }) {
	return html`<svg class="kept" aria-hidden="true"><circle cx=${`${100 * p}%`} cy="9" r="3.5" /></svg>`;
}

function Row({ q, h, lead, away, band }) {
	const of = shown(h, q, away), at = `likely ${q} ${h.id}`, kept = drawn.value?.hypotheses.find((x) =>
		x.id === h.id)?.p;
	const moved = (away || isTried.value) && kept !== undefined;
	return html`<tr class=${lead ? "lead" : ""} data-id=${h.id}>
		<th scope="row">${say(h)}</th>
		<td class="scale"><${Ruler} of=${of} band=${band} />${moved && html`<${Kept} p=${kept} />`}</td>
		<td class="n"><${Num} at=${at} about=${`answer:${q}/${h.id}`}>${percent(of.p)}<//></td>
		<td class="n soft">${range(of.lo, of.hi)}</td><td>${h.ruled_out && !away ? "ruled out"
			: of.word}</td></tr>
		<${Below} at=${at} columns="5" />`;
}

// A linked question: its first answer if there are two, else its leader.
function Linked({ q }) {
	const now = weighed.value.data?.questions?.find((x) => x.id === q.id);
	if (!now)
		return null;
	const h = now.hypotheses.length === 2 ? now.hypotheses[0] : now.hypotheses.find((x) => x.id === now.lead);
	const away = removed(now), of = shown(h, q.id, away);
	return html`<tr class="linked" data-id=${q.id}><th scope="row"><button class="link"
		onClick=${() => select({ question: q.id })}
			aria-label=${`${q.ask ?? q.id} ${say(h)}`}>${say(h)}</button></th>
		<td class="scale"><${Ruler} of=${of} /></td>
		<td class="n">${percent(of.p)}</td><td class="n soft">${range(of.lo,
			of.hi)}</td><td>${of.word}</td></tr>`;
}

const linked = (q) => (theCase.value.questions ?? []).filter((x) => x.id !== q.id &&
	([].concat(x.given ?? []).includes(q.id) || [].concat(q.given ?? []).includes(x.id)));

function About({ q, now, away }) {
	if (away)
		return html`<span class="mark-tried">without ${origin(away.id).name}</span>`;
	if (isTried.value)
		return html`<span class="mark-tried">tried, not kept</span>`;
	const leads = weighed.value.exact ? wide(now.hypotheses.find((h) => h.id === now.lead), q)?.leads : undefined;
	return leads === undefined ? html`<span>being drawn</span>` : html`<${Num} at="leads"
		about=${`said:In this share of all draws
		of every value within its range this answer is ahead of each other one.`}>leads in ${leads === 1 ? "all"
			: `${percent(leads)} of`} draws<//>`;
}

export function Likely() {
	const { q, now } = before.value, away = removed(now), beside = linked(q);
	const draws = weighed.value.data?.draws || weighed.value.intervals?.draws;
	const top = away ? Object.entries(away.p).sort((a, b) => b[1] - a[1])[0][0] : now.lead;
	return html`<section aria-labelledby="likely" class=${away || isTried.value ? "likely tried" : "likely"}>
		<div class="title"><h2 id="likely">How likely</h2>
		<span class="soft">\u25cf centre, \u2501 half and \u2500 nine tenths of
			${draws ? ` ${draws.toLocaleString("en")} ` : " all "}draws, \u25b3 before any
				evidence${without.value || isTried.value
			? ", \u25cb as kept" : ""}</span>
			<span class="aside"><${About} q=${q.id} now=${now} away=${away} /></span></div>
		<${Below} at="leads" />
		<table class="rulers"><caption class="hidden">How likely each answer is</caption>
			<${Columns} of=${["name", "rest", "centre", "range", "word"]} />
			<thead class="hidden"><tr><th scope="col">Answer</th><th scope="col">Ruler</th>
			<th scope="col">Centre</th>
				<th scope="col">Nine draws in ten</th><th scope="col">Word</th></tr></thead>
			<tbody><${Axis} of="bands">${NAMED.map((b) => html`<span
				class=${`at-${Math.round(50 * (b.lo + b.hi))}`}>${
				SHORT[b.word] ?? b.word}</span>`)}<//>
			${now.hypotheses.map((h) => html`<${Row} key=${h.id} q=${q.id} h=${h} lead=${h.id === top}
				away=${away}
				band=${h.id === top} />`)}
			<${Axis} of="ticks">${TICKS.map((t) => html`<span class=${`at-${t}`}>${t}</span>`)}<//>
			${beside.map((x) => html`<${Linked} key=${x.id} q=${x} />`)}</tbody></table></section>`;
}
