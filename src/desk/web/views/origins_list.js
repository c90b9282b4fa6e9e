// The origins in words: who said what through whom, and the families of documents. The twin of the figure, and what
// stands in its place on a narrow screen.
import { html } from "html";
import { selection, theCase, weighed, question } from "../state.js";
import { Decibans, Glyph } from "../parts.js";
import { count, percent } from "../words.js";
import { byId, dated, idsOf, isPicked, named, pickNode, titled } from "./origins_model.js";

function Node({ kind, id, children }) {
	const on = isPicked({ kind, id }, selection.value);
	return html`<button class="plain node" data-kind=${kind} data-id=${id} aria-pressed=${on}
		onClick=${() => pickNode({ kind, id })}>${children}</button>`;
}

// What the answer loses without an origin, from the newest assessment.
export function weightOf(list, id) {
	const q = question.value;
	const found = weighed.value.data?.questions?.find((x) => x.id === q?.id)?.without?.[list]?.find((x) =>
		x.id === id);
	return found ? -found.decibans : null;
}

function Origin({ from, reports }) {
	const source = theCase.value.sources?.find((s) => s.id === from);
	const [first] = reports;
	const ways = [...new Set(reports.map((r) =>
		idsOf(r.via).reverse().map(named).join(", then ")).filter(Boolean))];
	const weight = source ? weightOf("origins", from) : weightOf("reports", first.id);
	const fact = theCase.value.facts?.find((f) => f.id === first.fact);
	return html`<li><${Node} kind="source" id=${source ? from : `untraceable:${first.id}`}>
		<${Glyph} of=${source ? "origin" : "untraceable"} label="" /> ${source ? named(from)
			: `Unknown: ${fact?.say ?? first.fact}`}<//>
		<span class="under small soft">${source ? `${source.reliability ?? "F"}, ${source.kind ?? "no kind"}` :
			"F, untraceable"}${
			`, ${count(reports.length, "report")}`}${ways.length ? `, through ${ways.join("; ")}` :
				""}</span>
		${weight !== null ? html`<${Decibans} of=${weight} />` : html`<span></span>`}</li>`;
}

function relation(m) {
	const share = m.share !== undefined ? ` ${percent(m.share)}` : "";
	return m.relation ? `${m.relation.replace("-", " a ")}${share}` : "of the same origin";
}

function Member({ m, root, lost }) {
	const d = byId(m.id);
	return html`<li class=${root ? "root" : "echo"}><${Node} kind="document" id=${m.id}><${Glyph} label=${root ?
		"" : "echo"}
		of=${root ? (lost ? "untraceable" : "origin") : "echo"} /> ${titled(d)}<//>
		<span class="under small soft">${dated(d)}${root ? (lost ? ", untraceable" : "")
			: `, ${relation(m)}${m.of && m.of !== m.family ? ` of ${titled(byId(m.of))}` : ""}`}</span>
				</li>`;
}

function Family({ f }) {
	const [root, ...echoes] = f.members;
	return html`<li><ul class="family"><${Member} m=${root} root lost=${!f.origin} />
		${echoes.map((m) => html`<${Member} key=${m.id} m=${{ ...m, family: root.id }} />`)}</ul></li>`;
}

export function List({ trace, reports }) {
	const origins = new Map();
	for (const r of reports) {
		const key = r.from ?? `untraceable:${r.id}`;
		origins.set(key, [...origins.get(key) ?? [], r]);
	}
	const relays = [...new Set(reports.flatMap((r) => idsOf(r.via)))].map((id) =>
		({ id, n: reports.filter((r) => idsOf(r.via).includes(id)).length })).sort((a, b) => b.n - a.n);
	return html`<div class="nodes list">
		<section><h2>Who it came from</h2>${origins.size ? html`<ul>${[...origins].map(([from, of]) =>
			html`<${Origin} key=${from} from=${from} reports=${of} />`)}</ul>` : html`<p class="soft">No
				report yet.</p>`}</section>
		<section><h2>Through whom</h2>${relays.length ? html`<ul>${relays.map(({ id, n }) => html`<li key=${id}>
			<${Node} kind="relay" id=${id}><${Glyph} of="relay" label="" /> ${named(id)}<//>
			<span class="under small soft">${theCase.value.sources?.find((s) => s.id === id)?.reliability ??
				"F"}; ${n} of ${
				count(reports.length, "report")}</span></li>`)}</ul>` : html`<p class="soft">All came
					directly.</p>`}</section>
		<section><h2>Documents, by family</h2>${trace?.families.length ? html`<ul>${trace.families.map((f) =>
			html`<${Family} key=${f.id} f=${f} />`)}</ul>` : html`<p class="soft">No document: reports
				entered by hand.</p>`}</section>
	</div>`;
}
