// The words behind a number, in line: from what it is about to the reports, from these to the statements in the
// documents, each with a way to go there.
import { html } from "html";
import { go, useDesk } from "../state.js";
import { Quote, Grades } from "../parts.js";
import { count, day, value } from "../words.js";
import { known, lower, place, relays, say } from "./assessment_data.js";

const MOST = 6;
const grade = (id) => known.value.sources.get(id)?.reliability ?? "F";
const named = (id) => known.value.sources.get(id)?.name ?? id;

function To({ view, what, children }) {
	return html`<button class="link" onClick=${() => go(view, what)}>${children}</button>`;
}

function Passage({ report }) {
	const k = known.value, s = k.statements.get(report.statement), d =
		k.documents.get(report.document ?? s?.document);
	if (!s?.words)
		return html`<p class="soft">${d ? html`It stands in <${To} view="documents" what=${{ document: d.id }}>
			${d.title ?? d.path}<//>; the case marks no words for it.`
				: "Entered by hand: the case holds no words for it."}
			</p>`;
	return html`<${Quote}>${s.words}<//><p class="small soft">${s.speaker?.name && `${s.speaker.name}, `}${d
		? html`<${To} view="documents" what=${{ document: d.id, statement: s.id }}>${d.title ?? d.path}<//>${
			d.outlet ? `, ${d.outlet}` : ""}` : "of a document that is not here"}</p>`;
}

function Report({ of }) {
	const f = known.value.facts.get(of.fact), chain = [of.from, ...[...of.via ?? []].reverse()];
	const from = of.from ? named(of.from) : "an origin that cannot be traced";
	return html`<li><p>${f?.say ?? of.fact}${of.holds === "no" ? ": that it is not so" : ""}, ${
		of.published ? day(of.published, true) : "undated"}: ${from}${of.via?.length
		? `, through ${[...of.via].reverse().map(named).join(", ")}` : ""} <${Grades}
		of=${chain.map((id) => (id ? grade(id) : "F"))} /> <span class="mute">${of.id}</span></p>
		<${Passage} report=${of} /></li>`;
}

function Reports({ of, none = "No report speaks of it." }) {
	return of.length ? html`<ul class="behind">${of.slice(0, MOST).map((r) => html`<${Report} key=${r.id} of=${r}
		/>`)}
		</ul>${of.length > MOST && html`<p class="soft">${of.length - MOST} more reports are in <${To}
		view="documents">Documents<//>.</p>`}` : html`<p class="soft">${none}</p>`;
}

const reportsWhere = (is) => [...known.value.reports.values()].filter(is);

function OfSource({ id }) {
	const s = known.value.sources.get(id), from = reportsWhere((r) => r.from === id);
	const via = reportsWhere((r) => r.from !== id && r.via?.includes(id));
	return html`<p><b>${named(id)}</b>: ${s?.kind ?? "of no kind"}, graded ${grade(id)}. ${count(from.length,
		"report")} from
		it${relays.value.get(id) ? `, ${via.length} through it` : ""}. ${s?.why ?? ""} <${To} view="origins"
		what=${{ source: id }}>See it among the origins<//></p><${Reports} of=${[...from, ...via]} />`;
}

function OfFact({ id }) {
	const f = known.value.facts.get(id);
	return html`<p><b>${f?.say ?? id}</b>. ${f?.why ?? "The ratings have no reason yet."} <${To} view="matrix"
		what=${{ fact: id }}>Its row in the matrix<//></p>
		<${Reports} of=${reportsWhere((r) => r.fact === id)} none="No report says whether it is so." />`;
}

function OfAnswer({ id }) {
	const [q, h] = id.split("/"), ask = known.value.questions.get(q);
	const is = ask?.hypotheses.find((x) => x.id === h) ?? { id: h };
	const facts = [...known.value.facts.values()].filter((f) => [].concat(f.about).includes(q));
	const reported = new Set(reportsWhere(() => true).map((r) => r.fact));
	return html`<p><b>${say(is)}</b>: ${is.prior === undefined ? "takes what the question leaves open"
		: `before any evidence ${priorSaid(is.prior)}`}, then as these make it, as each is rated:</p>
		<ul class="behind">${facts.filter((f) => reported.has(f.id)).slice(0, MOST * 2).map((f) => html`<li
			key=${f.id}>
			${f.say ?? f.id}: <b>${rated(f, h)}</b> if so. <${To} view="matrix"
			what=${{ fact: f.id, hypothesis: h }}>Its cell<//></li>`)}</ul>`;
}

function priorSaid(p) {
	return p === "rest" ? "the rest" : Array.isArray(p) && typeof p[0] === "object"
		? p.map((row) => value(row.is)).join(" or ") : value(p);
}

function rated(f, h) {
	if (Array.isArray(f.if))
		return f.if.map((row) => value(row.is)).join(" or ");
	return f.if?.[h] === undefined ? "not rated, between the others" : value(f.if[h]);
}

function OfPlace({ id }) {
	const at = place(id);
	return html`<p>${at.words}: entered as ${value(at.raw) || "nothing"}. <${To} view="matrix">See the priors in the
		matrix<//></p>`;
}

function OfAssumption({ id }) {
	const a = known.value.assumptions.get(id);
	return html`<p><b>${a?.say ?? id}</b>. ${a?.why ?? ""} If not, the reports on these fall: ${(a?.supports ?? [])
		.map((f) => lower(known.value.facts.get(f)?.say ?? f)).join("; ")}.</p>
		<${Reports} of=${reportsWhere((r) => a?.supports?.includes(r.fact))} />`;
}

function Note({ of, n }) {
	return html`<li><p>${of?.text ?? `Note ${n}`}</p>${of?.passages?.map((p) => html`<${Quote}>${p.words}<//>
		<p class="small soft"><${To} view="documents" what=${{ document: p.document, statement: p.statement }}>
		${p.title ?? p.path}<//>${p.outlet ? `, ${p.outlet}` : ""}</p>`)}
		${of?.values?.length > 0 && html`<p class="small soft">${of.values.join("; ")}</p>`}</li>`;
}

// Notes of the written report.
function OfNotes({ id }) {
	const notes = useDesk("/api/report/json").data?.notes ?? [], at = new Map(notes.map((n) => [n.number, n]));
	const wanted = id.split(",").filter(Boolean).map(Number);
	return wanted.length ? html`<ul class="behind">${wanted.map((n) => html`<${Note} key=${n} n=${n} of=${at.get(n)}
		/>`)}
		</ul>` : html`<p class="soft">It rests on nothing that was entered.</p>`;
}

function OfReport({ id }) {
	const r = known.value.reports.get(id);
	return html`<${Reports} of=${r ? [r] : []} />`;
}

// How a number is made that no words carry: said in its own words.
function Said({ id }) {
	return html`<p>${id}</p>`;
}

const KINDS = { source: OfSource, fact: OfFact, answer: OfAnswer, place: OfPlace, assumption: OfAssumption,
	notes: OfNotes, report: OfReport, said: Said };

export function WordsOf({ about }) {
	const at = about.indexOf(":"), Of = KINDS[about.slice(0, at)];
	return html`<div class="words-behind" role="region" aria-label="The words behind it">
		<${Of} id=${about.slice(at + 1)} /></div>`;
}
