// The report: the written assessment as it will be exported, what carries each sentence, and what a reviewer would say.
import { html } from "html";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import { head, theCase, useDesk } from "../state.js";
import { room } from "../api.js";
import { table } from "../keys.js";
import { Empty, Key } from "../parts.js";
import { at, open, moveTo, Section } from "./report_text.js";
import { Check, Carries, useFindings } from "./report_check.js";
import { cellOf, editedAt, modelOf } from "./report_model.js";
import { goTo, whereIs } from "./places.js";

const FORMATS = [["html", "HTML"], ["pdf", "PDF"], ["docx", "Word"], ["md", "Markdown"], ["json", "JSON"],
	["stix", "STIX"]];

const shown = signal(null); // { sections, sentences, report } on the page
const section = signal(1);  // the section at the top of the text

const sentence = () => shown.peek()?.sentences[at.peek()];

function openWords() {
	const s = sentence();
	if (!s?.notes.length)
		return false;
	open.value = open.peek()?.n === s.n && open.peek().note === null ? null : { n: s.n, note: null };
	return true;
}

function nextFinding() {
	const all = [...document.querySelectorAll(".check .finding .name")];
	const now = all.indexOf(document.activeElement);
	const next = all[(now + 1) % all.length];
	next?.focus();
	return Boolean(next);
}

function toCell() {
	const s = sentence();
	const lead = shown.peek()?.report.assessment.questions.find((q) => q.id === s?.question?.id)?.lead;
	const cell = s && cellOf(s, theCase.peek().reports ?? [], lead);
	return s ? goTo(["matrix", { ...cell, question: s.question?.id }]) : false;
}

const step = (by) => () => (shown.peek() ? (moveTo(at.peek() + by, shown.peek().sentences), true) : false);

table("report", [
	{ key: ["ArrowDown", "ArrowUp"], shown: "\u2191 \u2193", label: "sentence",
		run: (e) => step(e.key === "ArrowDown" ? 1 : -1)() },
	{ key: "w", label: "its words, in place", run: openWords },
	{ key: "e", label: "edit what is behind it", run: () => {
		const place = sentence() && editedAt(sentence());
		return place ? goTo(whereIs(place)) : false;
	} },
	{ key: "f", label: "next finding", run: nextFinding },
	{ key: "m", label: "its cell in the matrix", run: toCell },
	{ key: "x", label: "export", run: () => (document.querySelector(".exports a")?.focus(), true) },
	{ key: "ctrl p", label: "print", run: () => false },
	{ key: "Escape", label: "close the words", hidden: true, run: () => {
		if (!open.peek())
			return false;
		open.value = null;
		document.querySelector(`[data-sentence="${at.peek()}"] > p`)?.focus();
		return true;
	} },
]);

function Contents({ sections }) {
	const to = (e, n) => {
		e.preventDefault();
		const first = shown.peek().sentences.find((s) => s.section === n);
		document.getElementById(`section-${n}`)?.scrollIntoView({ block: "start" });
		if (first)
			at.value = first.n;
		section.value = n;
	};
	return html`<nav aria-label="Contents of the report"><ol class="contents">${sections.map((s) => html`<li
		key=${s.number}>
		<a href=${`#section-${s.number}`} onClick=${(e) => to(e, s.number)}
			aria-current=${section.value === s.number ? "true" : undefined}>
				<span>${s.number}</span> ${s.title}</a></li>`)}</ol></nav>`;
}

function Exports() {
	return html`<section class="exports"><h2>Export <${Key} of="x" /></h2>
		<ul>${FORMATS.map(([format, name]) => html`<li><a href=${`${room}/api/report/${format}?file`}
			download>${name}</a></li>`)}</ul>
		<p class="small soft">Same case, same bytes. The file says what it was made from.</p></section>`;
}

function Left({ sections }) {
	return html`<aside class="left" aria-label="Contents and export"><${Contents} sections=${sections} />
		<section class="apart"><h2>Set apart</h2>
			<p>Judgement, its word in <b>bold</b></p><p><i>Assumption</i></p>
				<p>Information, with its words\u00a0<sup>1</sup></p></section>
		<${Exports} /></aside>`;
}

// Which section is at the top is told while the text is scrolled, once a frame.
function useSection(ref, sections) {
	useEffect(() => {
		let asked = 0;
		const look = () => {
			asked = 0;
			const top = ref.current.getBoundingClientRect().top + 80;
			const above = sections.filter((s) =>
				document.getElementById(`section-${s.number}`)?.getBoundingClientRect().top < top);
			section.value = above.at(-1)?.number ?? sections[0]?.number ?? 1;
		};
		const scrolled = () => { asked ||= requestAnimationFrame(look); };
		ref.current?.addEventListener("scroll", scrolled, { passive: true });
		return () => { cancelAnimationFrame(asked); ref.current?.removeEventListener("scroll", scrolled); };
	}, [sections]);
}

// "Case f5a07e, seed 1, 10,000 draws."
function madeOf({ journal, assessment }) {
	const [, hash] = /head ([0-9a-f]{6})/.exec(journal ?? "") ?? [];
	return [hash && `Case ${hash}`, `${hash ? "seed" : "Seed"} ${assessment.seed}`,
		`${assessment.draws.toLocaleString("en")} draws.`].filter(Boolean).join(", ");
}

function Written({ report, questions }) {
	const model = useMemo(() => modelOf(report, questions), [report, questions]);
	const text = useRef();
	const { findings, unfit } = useFindings();
	shown.value = { ...model, report };
	useSection(text, model.sections);
	return html`<${Left} sections=${model.sections} />
		<article class="text" ref=${text}><header><h2>${report.title}</h2>
			<p class="small soft">${report.under} ${madeOf(report)}</p></header>
			${model.sections.map((s) => html`<${Section} key=${s.number} section=${s} />`)}</article>
		<aside class="right" aria-label="Check, and what carries the sentence"><${Check} findings=${findings}
			unfit=${unfit}
			sentences=${model.sentences} /><${Carries} sentences=${model.sentences}
				assessment=${report.assessment} /></aside>`;
}

export function Report() {
	const { data, error } = useDesk("/api/report/json");
	const questions = theCase.value.questions;
	const asked = useMemo(() => questions ?? [], [head.value?.version]);
	if (!asked.length)
		return html`<${Empty} aside="Without a question there is nothing to check and nothing to export.">
			No question yet, so nothing is written. Enter one in the matrix: <${Key} of="3" /><//>`;
	if (!data)
		return html`<${Empty} aside=${error && "The other views stay open; what is kept is kept."}>${error
			? `The report cannot be written: ${error}` : "The report is being written."}<//>`;
	return html`${error && html`<p class="notice stale">This is the report as it last was: ${error}</p>`}
		<${Written} report=${data} questions=${asked} />`;
}
