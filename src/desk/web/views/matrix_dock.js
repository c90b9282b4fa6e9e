// The dock: the words of the reports behind the cell that holds, the scale to rate it on, and why it is rated so.
import { html } from "html";
import { useEffect, useRef } from "preact/hooks";
import { edit, go, theCase, useDesk, useSeen } from "../state.js";
import { Glyph, Key, Quote } from "../parts.js";
import { day, value } from "../words.js";
import { at, focusCell, here, making, noteCell, reportsOf, rows, saying, sourceOf } from "./matrix_model.js";
import { Scale } from "./matrix_scale.js";

// --- the words ---

const find = (list, id) => id ? (theCase.value[list] ?? []).find((x) => x.id === id) : undefined;
const nameOf = (id) => sourceOf.value.get(id)?.name ?? id;

// Opens a report's words in the document that they stand in; false where there are none.
function openWords(report) {
	const document = report?.document ?? find("statements", report?.statement)?.document;
	if (!document)
		return false;
	noteCell(); // so that the way back leads here
	go("documents", { document, statement: report.statement });
	return true;
}

export function firstWords() {
	const it = here(), some = it?.fact ? reportsOf.value.get(it.fact.id) ?? [] : [];
	return openWords(some.find((r) => r.document) ?? some[0]);
}

// An origin counts once: what else of it says so of this fact are echoes.
function standing(report, all) {
	if (!report.from)
		return html`<${Glyph} of="untraceable" label="" /> of unknown origin`;
	const echoes = all.filter((r) => r.from === report.from).length - 1;
	return html`<${Glyph} of="origin" label="" /> ${nameOf(report.from)}${echoes > 0 &&
		`, ${echoes === 1 ? "1 other report" : `${echoes} other reports`} of the same origin`}`;
}

function ReportWords({ report, all }) {
	const statement = find("statements", report.statement);
	const paper = find("documents", report.document ?? statement?.document);
	const [from, to] = statement?.content ?? [];
	const says = report.holds === "no" || report.holds === false ? "it is not so"
		: report.holds === undefined || report.holds === "yes" || report.holds === true ? "it is so"
		: `it is so, ${value(report.holds)}`;
	const via = (report.via ?? []).map(nameOf).join(", through ");
	const outlet = paper && (paper.outlet ?? paper.title), read = via && `; read in ${via}`;
	const where = [outlet && !via.startsWith(outlet) && outlet, report.published && day(report.published, true),
		statement && `characters ${from}\u2013${to}`].filter(Boolean);
	return html`<li class="small" data-report=${report.id}>${statement?.words
		&& html`<${Quote}>${statement.words}<//>`}
		<p class="soft">${standing(report, all)}: ${says}${read}. ${where.length > 0 &&
		`${where.join(", ")}. `}${statement || paper ? html`<button class="link"
		onClick=${() => openWords(report)}>
		<${Key} of="w" /> open in the text</button>`
		: "Entered by hand: no text stands behind it."} ${all.length > 1 &&
		report.id}</p></li>`;
}

function Words({ fact }) {
	const all = reportsOf.value.get(fact.id) ?? [];
	const rests = (theCase.value.assumptions ?? []).filter((a) => [].concat(a.supports ?? []).includes(fact.id));
	return html`<h2>In the words of the ${all.length === 1 ? "report" : "reports"} <span
		class="soft">${all.length === 1
		? all[0].id : all.length}</span></h2>
		${all.length ? html`<ol>${all.map((r) => html`<${ReportWords} key=${r.id} report=${r}
		all=${all} />`)}</ol>`
			: html`<p>No report says so yet. Until one does, this fact moves no answer.</p>`}
		${rests.map((a) => html`<p class="small soft" key=${a.id}>Rests on: ${a.say ?? a.id}</p>`)}
		<p><button class="link" onClick=${() => { making.value = "report"; }}>Add a report <${Key}
			of="r" /></button></p>`;
}

// --- why ---

function Last({ kind, id }) {
	const journal = useDesk("/api/journal").data;
	const entry = journal?.findLast((x) => x.kind === kind && x.id === id);
	if (!entry)
		return null;
	const when = new Date(entry.at), today = new Date().toDateString() === when.toDateString();
	const clock = when.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
	return html`<p class="small soft">Last changed by ${entry.who}, ${today ? "" : `${day(entry.at.slice(0,
		10))}, `}${
		clock}${entry.why && `: ${entry.why}`}.</p>`;
}

function Reason({ of, save }) {
	const input = useRef(), seen = useSeen();
	useEffect(() => { input.current.focus(); }, []);
	const close = () => { saying.value = null; requestAnimationFrame(focusCell); };
	const keepIt = async (e) => {
		e.preventDefault();
		if (await save(input.current.value.trim() || null, seen))
			close();
	};
	return html`<form onSubmit=${keepIt}><textarea ref=${input}
		rows="4" aria-label="why it is rated so" defaultValue=${of ?? ""}></textarea>
		<button>keep</button> <button type="button" onClick=${close}>leave it</button></form>`;
}

function Why({ it }) {
	const { fact, col } = it;
	if (!fact)
		return html`<h2>Why</h2><p class="soft">A prior says what was to be expected before any of these
			reports: a base rate, or evenly. An assumption can
			carry its reason.</p><${Last} kind="questions" id=${col.q} />`;
	const save = (why, seen) => edit([{ merge: "facts", id: fact.id, item: { why } }], "the reason", seen);
	return html`<h2>Why</h2>${saying.value === "why" ? html`<${Reason} of=${fact.why} save=${save} />`
		: html`<p>${fact.why ?? html`<span class="soft">No reason is given yet.</span>`}</p>
		<${Last} kind="facts" id=${fact.id} />
		<p class="small"><button class="link" onClick=${() => { saying.value = "why"; }}>
		<${Key} of="y" /> edit</button></p>`}`;
}

// --- the whole ---

export function Dock() {
	const it = here();
	if (!it)
		return html`<section class="dock" aria-label="The cell that holds"><div class="of"><h2>No cell
			holds</h2>
			<p class="soft">${rows.value.length ? "An arrow key takes the first one."
			: "There is no fact yet."}</p></div>
			</section>`;
	return html`<section class="dock" aria-label="The cell that holds" data-row=${at.value.row}
		data-col=${at.value.col}>
		<div class="of" tabindex="0" role="group" aria-label="the words">${it.fact ? html`<${Words}
		fact=${it.fact} />`
			: html`<h2>Before the evidence</h2><p class="soft">No report stands behind a prior.</p>`}</div>
		<div class="scale"><${Scale} it=${it} /></div>
		<div class="why" tabindex="0" role="group" aria-label="why"><${Why} it=${it} /></div></section>`;
}
