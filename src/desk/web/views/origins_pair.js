// Two documents side by side, row by row: what stands in both is tinted.
import { html } from "html";
import { useDesk } from "../state.js";
import { count, day } from "../words.js";
import { goTo } from "./places.js";
import { titled } from "./origins_model.js";

// The pieces of a sentence; places are code points of the document.
function pieces({ sentence: [from, to], text, spans }) {
	const points = [...text], out = [];
	let at = from;
	for (const [a, b] of spans) {
		out.push([points.slice(at - from, a - from).join(""), false], [points.slice(a - from,
			b - from).join(""), true]);
		at = b;
	}
	out.push([points.slice(at - from, to - from).join(""), false]);
	return out.filter(([words]) => words);
}

function Side({ of }) {
	return of ? html`<p class="serif">${pieces(of).map(([words, common]) => (common
		? html`<span class="common">${words}</span>` : words))}</p>` : html`<p class="soft">nothing like
			it</p>`;
}

function Head({ of }) {
	return html`<button class="link" onClick=${() => goTo(["documents", { document: of.id }])}><b>${titled(of)}</b>
		</button> ${
		html`<span class="soft">${of.published ? day(of.published, true) : "no date"}, ${count(of.words,
			"word")}</span>`}`;
}

function known({ run, facts, between }) {
	const rows = facts.both + facts.a + facts.b;
	return html`<p class="known small soft">${run.words > 1 ? html`Longest run in common: ${count(run.words,
		"word")}, <b>${
		run.text.length > 90 ? `${run.text.slice(0, 90)}\u2026` : run.text}</b>. ` :
			"No run of words in common. "}${
		rows > 0 && `${facts.both} of ${count(rows, "sentence")} stand in both. `}<b
			class="why">${between.why ??
		"Nothing is established between them."}</b></p>`;
}

export function usePair(pair) {
	return useDesk(pair ? `/api/pair?a=${encodeURIComponent(pair.a)}&b=${encodeURIComponent(pair.b)}` : null);
}

export function Pair({ data }) {
	return html`<div class="pair" tabindex="0" role="group" aria-label="The two documents side by side"><table>
		<thead><tr><th scope="col" class="small soft">shared</th><th scope="col"><${Head} of=${data.a} /></th>
			<th scope="col"><${Head} of=${data.b} /></th></tr></thead>
		<tbody>${data.rows.map((row, i) => html`<tr key=${i}><th scope="row"
			class="small soft">${row.label}</th>
			<td><${Side} of=${row.a} /></td><td><${Side} of=${row.b} /></td></tr>`)}</tbody></table>
		${data.rows.length === 0 && html`<p class="soft">They share no words that tell anything.</p>`}<${known}
			...${data} /></div>`;
}
