// The words behind a sentence, in place: what was said, where it stands, and through whom it came.
import { html } from "html";
import { theCase } from "../state.js";
import { day } from "../words.js";
import { Quote } from "../parts.js";
import { goTo, whereIs } from "./places.js";
import { sourceOf } from "./report_model.js";

const THIN = "\u2013";

function Grade({ of }) {
	return html`<span class="grades"><span class="first">${of ?? "F"}</span></span>`;
}

// From the origin to the reader, each with its grade.
export function Chain({ report }) {
	const sources = theCase.value.sources ?? [];
	const link = (id) => sources.find((s) => s.id === id) ?? { id, reliability: "F" };
	const relays = [report.via ?? []].flat().reverse().map(link);
	const origin = report.from ? link(report.from) : null;
	return html`<span class="chain">${origin ? html`${origin.name ?? origin.id} <${Grade}
		of=${origin.reliability} />`
		: html`an origin that nobody has traced <${Grade} of="F" />`}${relays.map((r) => html`, by ${
		r.name ?? r.id} <${Grade} of=${r.reliability} />`)}</span>`;
}

function Passage({ of, report }) {
	const places = of.places.map(([from, to]) => `${from}${THIN}${to}`).join(", ");
	const to = of.document && ["documents", { document: of.document, statement: of.statement }];
	return html`<p class="small soft">${[of.outlet ?? of.title, of.published && day(of.published, true),
		places && `characters ${places}`].filter(Boolean).join(", ")}</p>
		${of.words && html`<${Quote}>${of.words}${of.cut ? " \u2026" : ""}<//>`}
		<p class="small soft">${report && html`<${Chain} report=${report} />`}
			${to && html` <button class="link" onClick=${() => goTo(to)}>in its document</button>`}</p>`;
}

function Note({ note }) {
	const report = note.report && theCase.value.reports?.find((r) => r.id === note.report);
	const source = sourceOf(note);
	const echo = /; (an echo of .*)$/.exec(note.text)?.[1]; // the rest stands in the passage
	const said = note.passages.length ? echo && echo[0].toUpperCase() + echo.slice(1) : note.text;
	return html`<li><span class="nth small">${note.number}</span><div>
		${note.passages.map((p) => html`<${Passage} of=${p} report=${report} />`)}
		${said && html`<p class="small">${said}${source && html` <button class="link" onClick=${() =>
			goTo(whereIs(`sources.${source}`))}>its grade and fields</button>`}</p>`}
		${!note.passages.length && report && html`<p class="small soft"><${Chain} report=${report} /></p>`}
		${note.values.length > 0 && html`<ul class="values small soft">${note.values.map((v) => {
			const to = v.includes(": ") && v.includes(".") && whereIs(v.split(": ")[0]);
			return html`<li>${to ? html`<button class="link" onClick=${() => goTo(to)}>${v}</button>` :
				v}</li>`;
		})}</ul>`}
	</div></li>`;
}

export function Notes({ notes, close }) {
	return html`<div class="behind" role="group" aria-label="The words behind this sentence">
		<button class="link small close" onClick=${close}>close <kbd>esc</kbd></button>
		<ol>${notes.map((note) => html`<${Note} key=${note.number} note=${note} />`)}</ol></div>`;
}
