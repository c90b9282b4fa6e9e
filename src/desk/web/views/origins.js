// Origins: who said it, through whom, and when; two documents side by side; and what is settled of them.
import { html } from "html";
import { useMemo } from "preact/hooks";
import { signal } from "@preact/signals";
import { selection, theCase, useDesk, weighed, question } from "../state.js";
import { useFigure } from "../figures.js";
import { table } from "../keys.js";
import { Empty, Key } from "../parts.js";
import { count } from "../words.js";
import { ancestry, byId, dated, idsOf, membersOf, named, older, pairOf, partners, pick, stillOpen, titled }
	from "./origins_model.js";
import { Graph, Legend, walk } from "./origins_graph.js";
import { List } from "./origins_list.js";
import { Pair, usePair } from "./origins_pair.js";
import { Settle, choose } from "./origins_settle.js";
import { Reports, Source, Unknown, Words } from "./origins_source.js";

const asList = signal(matchMedia("(max-width: 860px)").matches);
const turn = () => { asList.value = !asList.value; };
const shown = { pair: null, data: null, trace: null, unsettled: [], members: new Map() }; // for the keys

function next() {
	const { unsettled, pair } = shown;
	if (!unsettled.length)
		return false;
	const now = unsettled.findIndex((p) => pair && [p.a, p.b].every((x) => x === pair.a || x === pair.b));
	const to = unsettled[selection.peek().a || now < 0 ? (now + 1) % unsettled.length : 0];
	pick(older(to.a, to.b));
	return true;
}

function compare() {
	const at = selection.peek(), id = at.document ?? at.b ?? at.a ?? shown.pair?.b;
	if (!id)
		return false;
	const all = partners(id, shown.trace, shown.unsettled, shown.members);
	const now = shown.pair ? all.indexOf(shown.pair.a === id ? shown.pair.b : shown.pair.a) : -1;
	const to = all[(now + 1) % all.length];
	return to ? (pick({ ...older(id, to), document: id }), true) : false;
}

table("origins", [
	{ key: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"], shown: "\u2190 \u2192 \u2191 \u2193",
		label: "walk the graph",
		run: (e) => (e.target.matches?.("input, select, .pair") ? false : walk(e.key)) },
	{ key: "=", label: "same", run: () => choose(shown.data, "same") },
	{ key: "i", label: "independent", run: () => choose(shown.data, "independent") },
	{ key: "u", label: "not established", run: () => choose(shown.data, "open") },
	{ key: "c", label: "compare with next", run: compare },
	{ key: "n", label: "next unsettled", run: next },
	{ key: "l", label: "as a list", run: turn },
	{ key: "w", label: "the words", run: () => document.querySelector(".origins .pair")?.focus() },
	{ key: "g", label: "grade of the source", hidden: true, run: () => {
		const grade = document.getElementById("source-grade");
		grade?.focus();
		return Boolean(grade);
	} },
]);

const Back = () => html`<span class="soft">\u2190</span>`;

// The path of the selection in words.
function Path({ at, members, reports }) {
	if (at.source) {
		const own = reports.filter((r) => r.from === at.source);
		const n = reports.filter((r) => idsOf(r.via).includes(at.source)).length;
		return html`<p class="path small">${named(at.source)}: ${count(own.length, "report")} from it${n ?
			`, ${n} of ${
			count(reports.length, "report")} through it` : ""}.</p>`;
	}
	const line = ancestry(at.document, members);
	if (!line.length)
		return null;
	return html`<p class="path small">${line.map((m, i) => html`${i > 0 && html` <${Back} /> `}<b>${
		titled(byId(m.id))}</b> <span class="soft">${dated(byId(m.id))}${m.relation ? `, ${m.relation}` :
			""}</span>`)}${
		line[0].why && html`. <span class="soft">${line[0].why}</span>`}</p>`;
}

function Above({ trace, members, reports }) {
	const wanted = { question: question.value?.id, width: wide() };
	const { svg, loading } = useFigure(asList.value ? null : "origins", wanted);
	const list = asList.value || (!svg && !loading);
	return html`<section class="above" aria-label="Provenance">
		${list ? html`<${List} trace=${trace} reports=${reports} />`
		: svg && html`<${Graph} svg=${svg} reports=${reports} members=${members} />`}
		<div class="line"><${Path} at=${selection.value} members=${members} reports=${reports} />${!list &&
			html`<${Legend} />`}
			<button class="link small" aria-pressed=${list} onClick=${turn}>as a list <${Key} of="l" />
			</button></div></section>`;
}

// The width that the figure has, so that its type stays; in steps, so that it is not drawn for every pixel.
const wide = () => Math.max(900, Math.floor((document.getElementById("view")?.clientWidth ?? 1400) / 100) * 100 - 40);

function Below({ trace, members, unsettled, reports }) {
	const at = selection.value, source = theCase.value.sources?.find((s) => s.id === at.source);
	const report = reports.find((r) => r.id === at.report);
	const pair = source || report ? null : pairOf(at, trace, unsettled, members);
	const { data, error, loading } = usePair(pair);
	const fits = data && pair && data.a.id === pair.a && data.b.id === pair.b ? data : null;
	Object.assign(shown, { pair, data: fits, trace, unsettled, members });
	if (source)
		return html`<${Reports} of=${source} reports=${reports} /><aside class="choices"
			aria-label="The source"><${Source} key=${source.id}
			of=${source} /></aside>`;
	if (report)
		return html`<${Words} key=${report.id} of=${report} /><aside class="choices" aria-label="The report">
			<${Unknown} key=${report.id} of=${report} /></aside>`;
	if (fits)
		return html`<${Pair} data=${fits} /><aside class="choices" aria-label="What is settled">
			<${Settle} data=${fits}
			left=${unsettled.length} /></aside>`;
	return html`<div class="pair"><p class="soft">${pair ? (loading ? "The two are being compared." : error)
		: (theCase.value.documents?.length ?? 0) > 1 ?
			"No pair is left unsettled. Choose a document to compare it with another."
		: "Choose a source to see what came from it and to grade it."}</p></div><aside class="choices"
			aria-label="What is settled"></aside>`;
}

function Untraced() {
	const t = weighed.value.data?.tally;
	return t && t.reports > 0 && t.origins === 0 && html`<p class="notice">Nothing here can be traced: ${
		t.untraceable} untraceable, 0 origins. Every report stands at half weight or less, and confidence cannot
		rise above low. Name one origin to begin.</p>`;
}

export function Origins() {
	const told = useDesk("/api/trace"), worth = useDesk("/api/unsettled");
	const trace = told.data, unsettled = worth.data && stillOpen(worth.data);
	const members = useMemo(() => membersOf(trace), [trace]);
	const documents = theCase.value.documents?.length ?? 0, reports = theCase.value.reports ?? [];
	const all = useMemo(() => reports, [theCase.value]);
	if (!documents && !reports.length)
		return html`<${Empty} aside="Without a report the answer is the prior alone.">Nothing to trace yet: no
			document and no report. Drop pages, PDFs or mail in <${Key} of="1" />.<//>`;
	if (!(trace && unsettled) && documents) {
		const error = (!told.loading && told.error) || (!worth.loading && worth.error);
		return html`<${Empty} aside="The answer stays as it is meanwhile.">${error
			? `The documents cannot be compared: ${error}`
			: `${count(documents, "document")}, not yet compared. They are being compared now.`}<//>`;
	}
	return html`<${Untraced} /><${Above} trace=${trace} members=${members} reports=${all} />
		<section class="below" aria-label="Compare and settle"><${Below} trace=${trace} members=${members}
			unsettled=${unsettled ?? []}
			reports=${all} /></section>`;
}
