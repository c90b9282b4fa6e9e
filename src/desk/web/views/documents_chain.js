// How a statement reached its page: from the voice, link by link, to the reader, with how sound each link is.
import { html } from "html";
import { go, theCase } from "../state.js";
import { Glyph } from "../parts.js";
import { count, range, value } from "../words.js";
import { nameOf, restsOn, rows } from "./documents_model.js";
import { actOf, target } from "./documents_words.js";

// The bands of the grades as the method has them; a case may set its own.
const SOUND = { A: [0.9, 0.99], B: [0.75, 0.95], C: [0.55, 0.8], D: [0.35, 0.6], E: [0.1, 0.45], F: [0.15, 0.8] };

function soundOf(grade) {
	const own = theCase.value.grades?.[grade];
	return own !== undefined ? value(own) : SOUND[grade] ? `${range(...SOUND[grade])}\u2009%` : "";
}

const sourceOf = (id) => theCase.value.sources?.find((s) => s.id === id) ?? { id };

function carried(id) {
	const all = theCase.value.reports ?? [];
	return { n: all.filter((r) => [].concat(r.via ?? []).includes(id)).length, all: all.length };
}

const isHidden = (s) => s.inspectable === "no" || s.inspectable === false ||
	(s.inspectable === undefined && ["anonymous", "intercept"].includes(s.kind));

function originNote(s, report) {
	const assumed = (theCase.value.assumptions ?? [])
		.find((a) => [].concat(a.supports ?? []).includes(report.fact));
	const wants = { yes: "It wants this believed. ", no: "It wants the contrary believed. " }[
		value(s.interests?.[report.fact])] ?? "";
	return html`${isHidden(s) ? "Nobody outside can look at it. " : s.access ? `${s.access} ` : ""}${
		wants}${assumed && html`<span class="assumed">Assumed: ${assumed.say}.</span>`}`;
}

// The relay that most rests on, of those that carry more than one report: where it breaks, most falls.
function weakest(ids) {
	const middle = (id) => (SOUND[sourceOf(id).reliability ?? "F"] ?? SOUND.F).reduce((a, b) => a + b) / 2;
	const shared = ids.filter((id) => carried(id).n > 1);
	return shared.sort((a, b) => middle(a) - middle(b) || carried(b).n - carried(a).n)[0];
}

function relayNote(id, weak) {
	const s = sourceOf(id), { n, all } = carried(id), unnamed = s.kind === "anonymous" ? ", unnamed" : "";
	const share = n > 1 ? `carries ${n} of ${count(all, "report")}` : "carries this report alone";
	return weak === id ? html`<b>Weakest shared link:</b> ${share}${unnamed}.`
		: `${share[0].toUpperCase()}${share.slice(1)}${unnamed}.`;
}

function voice(s) {
	const said = (s.targets ?? []).map(target).join("; ");
	return { glyph: "voice", name: s.speaker?.name || "nobody is named", right: "the voice",
		note: said ? `${actOf(s).word}: ${said}.` : `${actOf(s).word}.` };
}

function ofReport(r) {
	const via = [].concat(r.via ?? []).reverse(), weak = weakest(via);
	const from = r.from ? sourceOf(r.from) : null;
	return [
		from ? { glyph: "origin", name: from.name ?? from.id, grade: from.reliability ?? "F", id: from.id,
			note: originNote(from, r) }
			: { glyph: "untraceable", name: "Origin not known", grade: "F",
				note: "It counts as half an echo of what was reported before it." },
		...via.map((id) => {
			const x = sourceOf(id);
			return { glyph: x.kind === "outlet" ? "document" : "relay", name: x.name ?? id,
				grade: x.reliability ?? "F", id, note: relayNote(id, weak) };
		}),
	];
}

// Where no report rests on it: what the text says of its way.
function ofText(s, d) {
	return [...(s.chain ?? []).map((c) => ({ glyph: c.kind === "outlet" ? "document" : "relay", name: c.name,
		note: c.kind ?? "" })), ...(d.outlet ? [{ glyph: "document", name: d.outlet, note: "Outlet." }] : [])];
}

function page(d) {
	const row = rows.value.find((r) => r.d.id === d.id);
	const n = row?.texts ?? 1, echo = row?.is === "echo";
	const note = echo ? `An echo: ${row.relation}. It adds nothing to its weight.`
		: n > 1 ? `The ${count(n - 1, "echo", "echoes")} of it ${
			n === 2 ? "adds" : "add"} nothing to its weight.`
			: row?.is === "untraceable" ? "Where it has it from is not settled."
				: "No other text repeats it.";
	return { glyph: "document", name: "This page", right: row?.texts ? `1 of ${count(n, "text")}` : "", note };
}

function Link({ x }) {
	const glyph = x.glyph === "voice" ? html`<span class="voice serif" aria-hidden="true">\u201c</span>`
		: html`<${Glyph} of=${x.glyph} />`;
	const name = x.id ? html`<button class="plain to-source" onClick=${() => go("origins", { source: x.id })}>${
		x.name}</button>` : x.name;
	return html`<li><span class="mark">${glyph}</span><span class="name">${name} ${x.grade &&
		html`<span class="grades" aria-label=${`grade ${x.grade}`} role="img">
		<span class="first">${x.grade}</span></span>`}
		</span><span class="right soft">${x.right ?? (x.grade ? html`sound ${soundOf(x.grade)}` : "")}</span>
		<span class="note soft">${x.note}</span></li>`;
}

export function Chain({ s, d }) {
	const { reports } = restsOn(s), r = reports[0];
	const links = [voice(s), ...(r ? ofReport(r) : ofText(s, d)), page(d)];
	return html`<h3>How it reached this page</h3><ol class="chain">${links.map((x, i) =>
		html`<${Link} key=${i} x=${x} />`)}</ol>
		${!r && html`<p class="soft small">As the text says it; no report rests on it, so no link is
			weighed.</p>`}`;
}

export const outletOf = (d) => (theCase.value.sources ?? []).find((s) => s.name === nameOf(d))?.id ?? "";
