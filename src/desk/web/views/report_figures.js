// The figures of the report with their numbers: rulers and steps are drawn here as everywhere on the desk; the others
// come from the desk as they are drawn in every report, and stand as a table until then.
import { html } from "html";
import { weighed } from "../state.js";
import { useFigure } from "../figures.js";
import { Ruler, Weight, Decibans, Drawn, Glyph } from "../parts.js";
import { percent, range } from "../words.js";

const isNumber = (text) => /^[<>+\u2212-]?\d+(\.\d+)?( %)?$/.test(text) || text === "";

export function Table({ of, title = of.caption }) {
	const numeric = of.head.map((_, i) => of.rows.length > 0 && of.rows.every((row) => isNumber(row[i] ?? "")));
	const kind = (i) => (numeric[i] ? "number" : undefined);
	return html`<div class="sheet" tabindex="0" role="group" aria-label=${title}><table>
		<caption>${title}</caption>
		<thead><tr>${of.head.map((h, i) => (h ? html`<th scope="col" class=${kind(i)}>${h}</th>` : html`<td>
			</td>`))}</tr></thead>
		<tbody>${of.rows.map((row) => html`<tr>${row.map((cell, i) => (i
			? html`<td class=${kind(i)}>${cell}</td>` : html`<th scope="row"
				class=${kind(i)}>${cell}</th>`))}</tr>`)}
		</tbody></table></div>`;
}

function Rulers({ of }) {
	return html`<div class="bars">${of.marks.map((m) => {
		const mark = { ...m, half_lo: m.half?.[0], half_hi: m.half?.[1] };
		return html`<div class="bar"><span>${m.label}</span><${Ruler} of=${mark}
			label=${`${m.label}: ${percent(m.p)}`} />
			<span class="number">${percent(m.p)} <span class="soft">${range(m.lo, m.hi)}</span></span>
				</div>`;
	})}</div>`;
}

// From before any report to the answer, one origin after the other.
function Steps({ of }) {
	return html`<div class="bars">${of.marks.map((m) => html`<div class="bar step">
		<span>${m.label} <span class="soft">${m.note ?? ""}</span></span>
		<span>${m.decibans !== undefined && html`<${Weight} of=${m.decibans} /> <${Decibans}
			of=${m.decibans} />`}</span>
		<span class="number">${percent(m.p)} <span class="soft">${range(m.lo, m.hi)}</span></span>
			</div>`)}</div>`;
}

function Tally() {
	const t = weighed.value.data?.tally;
	const row = (n, of) => Array.from({ length: Math.min(n, 200) }, () => html`<${Glyph} of=${of} label="" />`);
	return t && html`<p role="img"
		aria-label=${`${t.origins} origins, ${t.untraceable} untraceable, ${t.echoes} echoes`}>
		${row(t.origins, "origin")} ${row(t.untraceable, "untraceable")} ${row(t.echoes, "echo")}</p>`;
}

const DRAWN = { time: "time", ways: "ways", documents: "origins" };

function FromDesk({ of }) {
	const { svg, loading } = useFigure(DRAWN[of.kind], { question: of.question?.id, width: 604 }); // as wide as the
	// text
	if (svg)
		return html`<${Drawn} svg=${svg} label=${of.title} />`;
	return loading ? null : html`<${Table} of=${of} title=${of.title} />`;
}

export function Figure({ of }) {
	const inner = of.kind === "ruler" ? html`<${Rulers} of=${of} />` : of.kind === "steps" ? html`<${Steps}
		of=${of} />`
		: of.kind === "tally" ? html`<${Tally} />` : html`<${FromDesk} of=${of} />`;
	return html`<figure class=${`figure figure-${of.kind}`}><figcaption><b>${of.title}</b> <span
		class="soft">${of.about}</span>
		</figcaption>${inner}</figure>`;
}
