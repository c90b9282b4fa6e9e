// Always in sight: how many reports and documents, from how many origins; the answer; how firm its basis is.
import { html } from "html";
import { go, head, question, answersTo, theCase, weighed, useDesk } from "./state.js";
import { Glyph, Ruler, Squares } from "./parts.js";
import { count, percent, range } from "./words.js";

function Counts({ one, n, tally }) {
	return html`<b>${count(n, one)}</b>, ${count(tally.origins, "origin")}, ${
		count(tally.echoes, "echo", "echoes")}, ${tally.untraceable} untraceable`;
}

function Glyphs({ tally }) {
	const all = [...Array(tally.origins).fill("origin"), ...Array(tally.echoes).fill("echo"),
		...Array(tally.untraceable).fill("untraceable")];
	return all.length <= 24 && html`<span class="glyphs" aria-hidden="true">
		${all.map((of) => html`<${Glyph} of=${of} label="" />`)}</span>`;
}

function Reports() {
	const tally = weighed.value.data?.tally;
	return tally && html`<${Glyphs} tally=${tally} />
		<button class="link" onClick=${() => go("assessment")}>
			<${Counts} one="report" n=${tally.reports} tally=${tally} /></button>`;
}

function Papers() {
	const documents = theCase.value.documents?.length ?? 0;
	const tally = useDesk(documents ? "/api/trace" : null).data?.tally;
	return html`<button class="link" onClick=${() => go("documents")}>
		${tally ? html`<${Counts} one="document" n=${tally.documents} tally=${tally} />`
			: count(documents, "document")}</button>`;
}

function Answer() {
	const q = question.value, w = weighed.value, a = q && answersTo(q.id);
	if (!a)
		return html`<span class="soft">${q ? "nothing is weighed yet" : "no question yet"}</span>`;
	const lead = a.hypotheses.find((x) => x.id === a.lead);
	const drawn = w.intervals?.questions?.find((x) => x.id === q.id);
	const wide = lead.lo !== undefined ? lead : w.trial ? null : drawn?.hypotheses.find((x) => x.id === lead.id);
	const firm = (a.confidence ?? drawn?.confidence)?.level;
	const of = { ...lead, lo: wide?.lo, hi: wide?.hi, half: wide?.half };
	return html`<span class=${w.exact ? "answer" : "answer moving"}>
		<b class="leader">${lead.say ?? lead.id}</b> <${Ruler} of=${of} />
		<span class="words">${lead.word}</span> <b>${percent(lead.p)}</b>${" "}
		<span class="soft">${range(of.lo, of.hi)} ${w.trial ? "tried" : ""}</span></span>
		${firm && html`<span class="confidence">Confidence <${Squares} level=${firm} small />${" "}
			<b>${firm}</b></span>`}`;
}

export function Tally() {
	return html`<section class="tally" aria-label="Tally and answer">${head.value && html`
		<div class="counts"><${Reports} /><span class="rule"></span><${Papers} /></div>
		<div class="now"><${Answer} /></div>`}</section>`;
}
