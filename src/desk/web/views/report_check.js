// What a careful reviewer would say, the failures first, each with its place; and what carries the sentence in focus.
import { html } from "html";
import { useMemo, useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { theCase, useDesk } from "../state.js";
import { Decibans, Glyph, Weight } from "../parts.js";
import { count } from "../words.js";
import { at, moveTo } from "./report_text.js";
import { carriers, sentenceAt } from "./report_model.js";
import { goTo, whereIs } from "./places.js";

const isFailure = (f) => f.grave || f.severity === "error";
const rank = (f) => (isFailure(f) ? 0 : f.severity === "warning" ? 1 : 2);
const nameOf = (rule) => rule[0].toUpperCase() + rule.slice(1).replaceAll("-", " ");

// "Uncertainty expressed and explained, standard 2" of "ICD 203, 2: uncertainty expressed and explained".
function standardOf(text) {
	const [, n, name] = /^ICD 203, (\d): (.*)$/.exec(text) ?? [];
	return n ? `${name}, standard ${n}` : text;
}

// What one rule says in the same words of many places is one finding: { ...the first, places }.
function grouped(findings) {
	const found = new Map();
	for (const f of findings) {
		const key = `${f.rule}\n${f.text}`;
		if (!found.has(key))
			found.set(key, { ...f, places: [] });
		found.get(key).places.push(f.place);
	}
	return [...found.values()].sort((a, b) => rank(a) - rank(b) || (a.rule > b.rule) - (a.rule < b.rule));
}

const FEW = 6;

const Link = ({ to, children }) => html`<button class="link" onClick=${to}>${children}</button>`;

function Places({ f, sentences }) {
	const open = useSignal(false);
	const reports = theCase.value.reports ?? [];
	const shown = open.value ? f.places : f.places.slice(0, FEW), more = f.places.length - shown.length;
	return html`<p class="small soft">${shown.map((place, i) => {
		const s = sentenceAt(place, sentences, reports), to = whereIs(place);
		const there = () => moveTo(s.n, sentences);
		return html`${i > 0 && "; "}${s && html`<${Link} to=${there}>sentence ${s.n + 1}<//>, `}${to
			? html`<button class="link place" data-place=${place} onClick=${() => goTo(to)}>${
			place}</button>` : html`<span class="place">${place}</span>`}`;
	})}${more > 0 && html`; <${Link} to=${() => { open.value = true; }}>and ${more} more<//>`}; ${
		standardOf(f.standard)}</p>`;
}

function Finding({ f, sentences }) {
	const lead = () => {
		const s = sentenceAt(f.place, sentences, theCase.value.reports ?? []);
		return goTo(whereIs(f.place)) || (s && moveTo(s.n, sentences));
	};
	return html`<li class=${isFailure(f) ? "finding failure" : "finding"}>
		<span class="mark" aria-hidden="true">${isFailure(f) ? "!" : "?"}</span><div>
		<button class="plain name" onClick=${lead} data-rule=${f.rule} data-place=${f.place}>${nameOf(f.rule)}
			<span class="unseen">${isFailure(f) ? ", to mend" : ", to consider"}</span></button>
		<p class="small soft">${f.text} ${f.mend}</p><${Places} f=${f} sentences=${sentences} /></div></li>`;
}

export function Check({ findings, sentences, unfit }) {
	const list = useMemo(() => grouped(findings), [findings]);
	const mend = findings.filter(isFailure).length, n = findings.length - mend;
	const told = [mend && `${mend} to mend`, n && `${n} to consider`].filter(Boolean).join(", ");
	return html`<section class="check"><h2>Check <span class="soft">${unfit ?? (told || "nothing found")}</span>
		</h2>
		${list.length ? html`<ul>${list.map((f) => html`<${Finding} key=${f.rule + f.place + f.text} f=${f}
			sentences=${sentences} />`)}</ul>`
		: !unfit && html`<p class="finding passed"><span class="mark" aria-hidden="true">\u2713</span>
			<span>Every rule holds.</span></p>`}</section>`;
}

const NOTHING = [];

export function useFindings() {
	const { data, error } = useDesk("/api/check");
	return { findings: data ?? NOTHING, unfit: data ? null : error ?? "is under way" };
}

export function Carries({ sentences, assessment }) {
	const s = sentences[at.value];
	const last = useRef(null);
	if (!s)
		return null;
	if (last.current?.s !== s || last.current.assessment !== assessment)
		last.current = { s, assessment, found: carriers(s, assessment, theCase.value) };
	const { rows, more, own, question } = last.current.found;
	return html`<section class="carries"><h2>What carries the sentence in focus</h2>
		<p class="small soft">Sentence ${s.n + 1}. ${own ? "The origins behind its notes"
			: "It rests on no report of its own; the origins behind the answer"}: what ${question
			? `\u201c${question.hypotheses.find((h) => h.id === question.lead)?.say ?? question.lead}\u201d`
			: "the answer"} loses without each.</p>
		${rows.length ? html`<ul>${rows.map((r) => html`<li key=${r.key}><button class="plain" onClick=${() =>
			goTo(whereIs(r.to))}>
			<${Glyph} of=${r.glyph} /> ${r.name}</button><${Weight} of=${r.weight} />
				<${Decibans} of=${r.weight} /></li>`)}</ul>`
		: html`<p class="small">Nothing: no report bears on it.</p>`}
		${more > 0 && html`<p class="small soft">and ${count(more, "other")}, each lighter</p>`}</section>`;
}
