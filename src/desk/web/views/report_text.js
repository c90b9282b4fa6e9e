// The report as it will be exported: section by section, each sentence with its kind in the margin and, where they are
// asked for, the words behind it in place.
import { html } from "html";
import { useRef, useEffect } from "preact/hooks";
import { signal, useComputed } from "@preact/signals";
import { Squares } from "../parts.js";
import { Notes } from "./report_notes.js";
import { Figure, Table } from "./report_figures.js";

export const at = signal(0);      // the sentence in focus
export const open = signal(null); // { n, note }: whose words are open; note null: all of them

function Piece({ of }) {
	const [kind, text] = Object.entries(of)[0];
	if (kind === "plain")
		return text;
	if (kind === "quote")
		return html`<q>${text}</q>`;
	return kind === "range" ? html`<span class="range">${text.replace(/(\d)-(\d)/g, "$1\u2013$2")}</span>`
		: html`<b class=${kind}>${text}</b>`;
}

// The level of the confidence that a sentence states, if it states one.
const levelOf = (s) => s.kind === "confidence" && s.pieces.find((p) => p.level)?.level;

function Number({ note, s, current }) {
	const isOpen = open.value?.n === s.n && (open.value.note === null || open.value.note === note.number);
	const press = (e) => {
		e.stopPropagation();
		at.value = s.n;
		open.value = isOpen && open.value.note !== null ? null : { n: s.n, note: note.number };
	};
	return html`<sup><button class=${isOpen ? "note on" : "note"} tabindex=${current ? 0 : -1}
		aria-expanded=${isOpen}
		aria-label=${`the words of note ${note.number}`} onClick=${press}>${note.number}</button></sup>`;
}

// The answer of a question is set larger; a kind that goes on is named once a block.
function Sentence({ s, first, answer }) {
	const current = useComputed(() => at.value === s.n).value;
	const shown = useComputed(() => (open.value?.n === s.n ? open.value : null)).value;
	const ref = useRef();
	useEffect(() => {
		if (current && moved && ref.current) {
			ref.current.focus({ preventScroll: true });
			ref.current.scrollIntoView({ block: "nearest" });
		}
	}, [current]);
	useEffect(() => {
		if (shown)
			ref.current?.nextElementSibling?.scrollIntoView({ block: "nearest" });
	}, [shown]);
	const close = () => { open.value = null; ref.current?.focus(); };
	return html`<div class=${`sentence ${s.kind}${answer ? " answer" : ""}${first ? " first" : ""}`}
		data-sentence=${s.n}>
		<p ref=${ref} tabindex=${current ? 0 : -1} aria-current=${current ? "true" : undefined}
			onFocus=${() => { moved = false; at.value = s.n; }} onClick=${() => { at.value = s.n; }}>
			<span class="kind">${s.kind}</span><span class="said">${levelOf(s) && html`<${Squares}
				level=${levelOf(s)} /> `}${
				s.pieces.map((p) => html`<${Piece} of=${p} />`)}${
				s.notes.length > 0 && html`<span class=${s.notes.length < 7 ? "notes" :
					undefined}>\u2060${s.notes.map((note) =>
					html`<${Number} key=${note.number} note=${note} s=${s}
						current=${current} />`)}</span>`}</span></p>
		${shown && html`<${Notes} close=${close}
			notes=${s.notes.filter((n) => shown.note === null || n.number === shown.note)} />`}
	</div>`;
}

let moved = false;

// Goes to a sentence as a key does: the page follows.
export function moveTo(n, sentences) {
	moved = true;
	const to = Math.max(0, Math.min(sentences.length - 1, n));
	if (at.peek() === to)
		document.querySelector(`[data-sentence="${to}"] > p`)?.focus();
	at.value = to;
}

function Block({ block, answer }) {
	if (block.kind === "heading")
		return html`<h4>${block.text}</h4>`;
	if (block.sentences)
		return html`<div class=${block.kind}>${block.sentences.map((s, i) => html`<${Sentence} key=${s.n} s=${s}
			first=${i === 0} answer=${answer && i === 0} />`)}</div>`;
	return block.kind === "table" ? html`<${Table} of=${block} />` : html`<${Figure} of=${block} />`;
}

// The first judgement after each heading of the first section is the answer.
function isAnswer(blocks, i, section) {
	const before = blocks[i - 1];
	return section === 1 && blocks[i].sentences?.[0]?.kind === "judgement" && (!before ||
		before.kind === "heading");
}

export function Section({ section }) {
	return html`<section id=${`section-${section.number}`} aria-labelledby=${`section-${section.number}-title`}>
		<h3 id=${`section-${section.number}-title`}>${section.title}</h3>
		${section.blocks.map((block, i) => html`<${Block} key=${i} block=${block}
			answer=${isAnswer(section.blocks, i, section.number)} />`)}
	</section>`;
}
