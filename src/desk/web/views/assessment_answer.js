// The answer as the report says it, how firm its basis is, and whether it stands on an edge or is a tie. What is only
// tried has no sentence: its numbers stand here, and that they are tried.
import { html } from "html";
import { select, useDesk, version } from "../state.js";
import { Key } from "../parts.js";
import { percent, range } from "../words.js";
import { before, drawn, edgeAt, isTried, lower, say, spelt, tied, wide, wordsWithin, without,
	removed } from "./assessment_data.js";
import { Num, Below } from "./assessment_number.js";

// The sentences below the heading of a question in the report's first section.
function sentencesOf(report, ask) {
	const blocks = report?.sections.find((s) => s.number === 1)?.blocks ?? [];
	const at = blocks.findIndex((b) => b.kind === "heading" && b.text === ask);
	if (at < 0 && blocks.some((b) => b.kind === "heading"))
		return [];
	const next = blocks.findIndex((b, i) => i > at && b.kind === "heading");
	return blocks.slice(at + 1, next < 0 ? blocks.length : next).filter((b) => b.kind === "paragraph")
		.flatMap((b) => b.sentences);
}

// As the report writes it, with the dash that the desk writes in ranges.
function Sentence({ of }) {
	return of.pieces.map((p) => p.range?.replace("-", "\u2013").replace(" %", "\u202f%") ?? Object.values(p)[0]);
}

function said(sentences) {
	const strong = (s) => s.pieces.some((p) => p.strong);
	const answer = sentences.filter((s) => s.kind === "judgement" && !strong(s));
	const firm = sentences.filter((s) => s.kind === "confidence" && !strong(s));
	return { answer: answer.slice(0, 1), firm: firm.slice(0, 1),
		warned: sentences.filter((s) => s.kind === "assumption").slice(0, 2) };
}

function Tie({ now, others }) {
	const lead = now.hypotheses.find((h) => h.id === now.lead);
	const swaps = others.map((o) => drawn.value?.hypotheses.find((h) => h.id === o.id)?.leads).filter((x) =>
		x !== undefined);
	return html`<p class="answer-said serif">There is no leader: ${lower(say(lead))} ${percent(lead.p)} and ${
		others.map((o) => `${lower(say(o))} ${percent(o.p)}`).join(", ")}${swaps.length > 0 && !isTried.value
		&& html`; ${others.length === 1 ? "the second leads" : "one of the others leads"} in ${
		percent(swaps.reduce((a, b) => a + b, 0))} of the draws`}.</p>`;
}

const off = (x) => (x >= 0.004 ? "half a point" : x < 0.0005 ? "hardly" : `${(100 * x).toFixed(1)} points`);

function Edge({ q, now }) {
	const lead = now.hypotheses.find((h) => h.id === now.lead), edge = edgeAt(lead.p);
	if (!edge)
		return null;
	const span = wide(lead, q.id), turns = now.without.origins;
	const words = turns.filter((x) => x.changes_word).length, leads = turns.filter((x) => x.changes_lead).length;
	const crossed = span ? `, and the interval, ${range(span.lo, span.hi)}\u202f%, crosses ` +
		`${spelt(wordsWithin(span.lo, span.hi))} words` : "";
	const word = words ? `any one of ${spelt(words)} ${words === 1 ? "origin" : "origins"} changes`
		: "an origin never changes";
	const leader = `${leads ? spelt(leads) : "none"} ${leads > 1 ? "change" : "changes"}`;
	return html`<div class="edge-note"><b>On an edge.</b>
		<p>${percent(lead.p)} stands ${off(edge.off)} ${edge.above ? "above" : "below"} <i>${edge.other}</i>
			${crossed}. Taking away ${word} the word; ${leader} the leader.</p></div>`;
}

function Tried({ now }) {
	const lead = now.hypotheses.find((h) => h.id === now.lead);
	return html`<p class="answer-said serif" aria-live="polite">${say(lead)}: ${percent(lead.p)}, ${lead.word}.</p>
		<p class="firm-said serif">Tried, not kept. <span class="sans">The written answer follows when it is
			kept: <${Key} of="enter" /> keeps it, <${Key} of="esc" /> restores what was.</span></p>`;
}

function Without({ now }) {
	const away = removed(now), lead = away && Object.entries(away.p).sort((a, b) => b[1] - a[1])[0];
	const h = lead && now.hypotheses.find((x) => x.id === lead[0]);
	return away && html`<p class="edge-note tried"><b>Looked at without it.</b><span>${say(h)} would stand at ${
		percent(lead[1])}. <button class="link" onClick=${() => { without.value = null; }}>Back <${Key} of="esc"
			/>
		</button></span></p>`;
}

function Written({ now }) {
	const q = before.value.q, { data, error, version: of } = useDesk("/api/report/json");
	const { answer, firm, warned } = said(sentencesOf(data, q.ask ?? q.id)), others = tied(now);
	const lead = now.hypotheses.find((h) => h.id === now.lead);
	const stale = data && of >= 0 && of !== version.value;
	const words = (s, at) => html`<${Num} at=${at} about=${`notes:${s.notes.join(",")}`}
		label="The words behind this sentence"><${Key} of="w" /><//>`;
	return html`${others.length > 0 && html`<${Tie} now=${now} others=${others} />`}
		<div class=${stale ? "stale" : ""}>
			${answer.map((s) => html`<p class=${others.length ? "firm-said serif"
				: "answer-said serif"}><${Sentence} of=${s} /> ${words(s,
				"answer")}</p>
				<${Below} at="answer" />`)}
			${firm.map((s) => html`<p class="firm-said serif"><${Sentence} of=${s} /> ${words(s,
				"firm")}</p>
				<${Below} at="firm" />`)}
			${warned.map((s) => html`<p class="soft"><${Sentence} of=${s} /></p>`)}
		</div>
		${stale && html`<p class="soft small">As written at change ${of}; the newer is being written.</p>`}
		${!data && html`<p class="answer-said serif">${say(lead)}: ${percent(lead.p)}, ${lead.word}.</p>
			<p class="soft">${error ?? "The sentence is being written."}</p>`}`;
}

// Several questions: which one is shown. `q` goes to the next.
export function Questions({ all, now }) {
	return all.length > 1 && html`<div class="which" role="group" aria-label="Question">${all.map((q) => html`
		<button class="link" aria-current=${q.id === now ? "true" : undefined}
			onClick=${() => select({ question: q.id })}>${q.ask ?? q.id}</button>`)}</div>`;
}

export function Answer() {
	const { q, now } = before.value;
	return html`<section class="answer-part" aria-label="The answer">
		${isTried.value ? html`<${Tried} now=${now} />` : html`<${Written} now=${now} />`}
		<${Edge} q=${q} now=${now} /><${Without} now=${now} /></section>`;
}
