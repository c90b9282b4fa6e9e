// The text: its statements underlined by act with the act's word in the margin, hedges tinted, worded confidence boxed,
// debris grey where it stood.
import { html } from "html";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { room } from "../api.js";
import { select, selection } from "../state.js";
import { Key } from "../parts.js";
import { count, day, percent } from "../words.js";
import { documentId, editing, isToCheck, nameOf } from "./documents_model.js";
import { first, marksOf, partsOf, piecesOf, points, wordsOf } from "./documents_spans.js";
import { Debris, debrisInText, debrisOf, shareOfDebris, useOriginal } from "./documents_debris.js";
import { actOf, DEBRIS } from "./documents_words.js";

const LABEL = 15; // px: the least between two words in the margin

// Narrow pages have the parts below one another: what was asked for is brought into sight.
const isNarrow = () => matchMedia("(max-width: 860px)").matches;

export function pick(id) {
	if (selection.peek().statement !== id)
		select({ document: documentId.peek(), statement: id, at: undefined, to: undefined });
	if (editing.peek() === "mark")
		editing.value = null;
}

function showStatement(again) {
	if (again && isNarrow())
		globalThis.document.querySelector(".chosen-statement")?.scrollIntoView();
}

// The act's word: the button that chooses its statement. Coming to it by keyboard chooses it as well.
function Act({ s, nth, of, chosen, text }) {
	const act = actOf(s), check = isToCheck(s);
	return html`<button class=${`plain act ${act.line}`} data-id=${s.id} aria-pressed=${chosen}
		onClick=${() => { pick(s.id); showStatement(chosen); }} onFocus=${() => pick(s.id)}
		aria-label=${`${act.word}${check ? " ?, to check" : ""}, statement ${nth} of ${of}: ${wordsOf(s,
			text)}`}>${
		act.word}${check && " ?"}</button>`;
}

function Piece({ piece, words, chosen, index }) {
	let inner = words;
	for (const is of piece.is)
		inner = is === "found" ? html`<mark>${inner}</mark>` : html`<span class=${is}>${inner}</span>`;
	piece.of.forEach((s, i) => {
		const depth = piece.of.length - 1 - i;
		inner = html`<span class=${`st ${actOf(s).line} under-${Math.min(depth, 2)}${s.id === chosen ? " chosen"
			: ""}`}>${
			inner}</span>`;
	});
	return html`<span data-at=${piece.from} data-of=${piece.of.map((s) => index.get(s)).join(" ")}>${inner}</span>${
		piece.ends && html` <span class="kind">(debris: ${DEBRIS[piece.ends] ?? piece.ends})</span>`}`;
}

// Made anew only where something in it has changed: a long text does not pay for a choice elsewhere.
function Paragraph({ span: [from, to], p, marks, list, index, chosen, text, title }) {
	const mine = list.filter((s) => partsOf(s).some(([a, b]) => a < to && b > from));
	const here = mine.some((s) => s.id === chosen) ? chosen : null;
	const checks = mine.filter(isToCheck).map((s) => s.id).join(" ");
	return useMemo(() => {
		const body = piecesOf(from, to, marks).map((piece) => {
			const starts = mine.filter((s) => Math.max(first(s), 0) === piece.from);
			return html`${starts.map((s) => html`<${Act} key=${s.id} s=${s} nth=${index.get(s) + 1}
				of=${list.length}
				chosen=${s.id === chosen} text=${text} />`)}<${Piece} piece=${piece}
					words=${p.cut(piece.from, piece.to)}
				chosen=${chosen} index=${index} />`;
		});
		return title ? html`<h2 class="headline">${body}</h2>` : html`<p>${body}</p>`;
	}, [p, marks, list, here, checks, title, from, to]);
}

// Words in the margin stand beside their line; where two begin in one line, the second goes below the first.
function settle(root) {
	let last = -Infinity;
	const acts = [...root.querySelectorAll(".act")];
	for (const act of acts)
		act.style.marginTop = "";
	const tops = acts.map((act) => getComputedStyle(act).position === "absolute" ? act.getBoundingClientRect().top :
		null);
	acts.forEach((act, i) => {
		if (tops[i] === null)
			return;
		const by = Math.max(0, last + LABEL - tops[i]);
		if (by)
			act.style.marginTop = `${by}px`;
		last = tops[i] + by;
	});
}

const FROM = { meta: "the page\u2019s own metadata", "json-ld": "the page\u2019s own data" };

function Meta({ document, d, list }) {
	const words = (document?.text ?? "").split(/\s+/).filter(Boolean).length;
	const debris = document?.debris?.length ?? 0;
	const from = d.published_from && `, from ${FROM[d.published_from] ?? `the ${d.published_from}`}`;
	const by = d.byline?.length ? `, by ${d.byline.join(", ")}` : "";
	return html`<p class="meta soft">${nameOf(d)}, ${day(d.published, true)}${from}${by}. ${document && html`${
		count(words, "word")}, ${count(list.length, "statement")}${
		debris > 0 && `, ${count(debris, "piece", "pieces")} of debris`}. `}
		${document && html`<a href=${`${room}/api/documents/${d.id}/original`} download>Original</a>`}</p>`;
}

// The words that are marked with the mouse or the keyboard, as a span of the text; null: none.
export function markedSpan(document) {
	const chosen = getSelection(), root = globalThis.document.querySelector(".reading .body");
	if (!chosen || chosen.isCollapsed || !root || !document)
		return null;
	const range = chosen.getRangeAt(0);
	if (!root.contains(range.startContainer) || !root.contains(range.endContainer))
		return null;
	const p = points(document.text);
	const hit = [...root.querySelectorAll("[data-at]")].filter((n) => range.intersectsNode(n));
	const units = (node, container, offset, other) => {
		if (!node.contains(container))
			return other;
		const before = globalThis.document.createRange();
		before.setStart(node, 0);
		before.setEnd(container, offset);
		return before.toString().length;
	};
	if (!hit.length)
		return null;
	const text = (node) => node.textContent;
	const at = (node, n) => Number(node.dataset.at) + points(text(node)).place(n);
	const head = hit[0], tail = hit.at(-1);
	let from = at(head, units(head, range.startContainer, range.startOffset, 0));
	let to = at(tail, units(tail, range.endContainer, range.endOffset, text(tail).length));
	while (from < to && /\s/.test(p.cut(from, from + 1)))
		from++;
	while (to > from && /\s/.test(p.cut(to - 1, to)))
		to--;
	return from < to ? [from, to] : null;
}

function None({ document }) {
	const words = (document.text ?? "").split(/\s+/).filter(Boolean).length, debris = shareOfDebris(document);
	if (document.statements?.length)
		return html`<p class="none">No statement of this page is kept: ${
			document.statements.length} that were read in it were dropped. Mark one
			by hand with <${Key} of="s" />; the page counts in the tally all the same.</p>`;
	return html`<p class="none">This page holds no statement that could be read: ${count(words, "word")} of text${
		debris > 0 && `, ${percent(debris)} debris`}. Mark one by hand with <${Key} of="s"
			/>, or keep it as it is; it counts in the tally.</p>`;
}

function Body({ document, list, chosen }) {
	const root = useRef(), at = selection.value.at, to = selection.value.to, original = useOriginal(document);
	const p = useMemo(() => points(document.text ?? ""), [document.text]);
	const inside = useMemo(() => debrisInText(document), [document]);
	const index = useMemo(() => new Map(list.map((s, i) => [s, i])), [list]);
	const others = list.find((s) => s.id === chosen)?.also, also = others?.length ? others : null;
	const marks = useMemo(() => marksOf(list, at && { from: Number(at), to: Number(to ?? at) + (to ? 0 : 1) }, also,
		inside), [list, at, to, also, inside]);
	const debris = useMemo(() => debrisOf(document, original, inside), [document, original, inside]);
	const spans = document.paragraphs ?? [];
	const titled = spans.length > 0 && document.title && p.cut(...spans[0]).trim() === document.title.trim();
	useLayoutEffect(() => settle(root.current));
	useEffect(() => {
		const watch = new ResizeObserver(() => settle(root.current));
		watch.observe(root.current);
		return () => watch.disconnect();
	}, []);
	useEffect(() => {
		const there = at ? root.current.querySelector("mark") :
			root.current.querySelector(".act[aria-pressed=true]");
		there?.scrollIntoView({ block: "nearest" });
	}, [chosen, at, document.id]);
	const click = (event) => {
		const of = event.target.closest?.("[data-of]")?.dataset.of;
		if (!of || !getSelection().isCollapsed)
			return;
		// Where statements lie over one another, each click goes to the next of them.
		const ids = of.split(" ").map((i) => list[Number(i)].id).reverse();
		pick(ids[(ids.indexOf(chosen) + 1) % ids.length]);
	};
	const after = (i) => (debris.get(i) ?? []).map((of) => html`<${Debris} of=${of} />`);
	const paragraph = (span, i) => html`<${Paragraph} key=${span[0]} span=${span} p=${p} marks=${marks} list=${list}
		index=${index} chosen=${chosen} text=${document.text} title=${titled && i === 0} />`;
	const d = document;
	return html`<div class="body" ref=${root} onClick=${click}>${after(-1)}
		${titled ? paragraph(spans[0], 0) : html`<h2 class="headline">${d.title ?? nameOf(d)}</h2>`}
		<${Meta} document=${document} d=${d} list=${list} />
		${(d.warnings ?? []).map((w) => html`<p class="debris"><span class="aside">warning</span>${w}</p>`)}
		${!list.length && html`<${None} document=${document} />`}
		${titled && after(0)}${spans.map((span, i) => titled && i === 0 ? null
			: html`${paragraph(span, i)}${after(i)}`)}</div>`;
}

// A document whose text is not at hand: its statements stand alone.
function Bare({ d, list, chosen, error, loading }) {
	return html`<div class="body"><h2 class="headline">${d.title ?? nameOf(d)}</h2><${Meta} d=${d} list=${list} />
		<p class="soft">${error ? `Its text is not at hand: ${error}` : loading ? "Its text is being read."
			: "The case has no text of it: its statements stand alone."}</p>
		${list.map((s, i) => html`<p key=${s.id}><${Act} s=${s} nth=${i + 1} of=${list.length} chosen=${s.id ===
			chosen} />
			<span class=${`st ${actOf(s).line}${s.id === chosen ? " chosen" : ""}`}>${s.words ??
				"words not at hand"}</span>
			</p>`)}</div>`;
}

export function Reading({ d, document, list, chosen, error, loading }) {
	const at = useRef(), shown = useRef(d.id);
	useEffect(() => {
		at.current.scrollTop = 0;
		if (shown.current !== d.id && isNarrow())
			at.current.scrollIntoView();
		shown.current = d.id;
	}, [d.id]);
	return html`<section class="reading" aria-label="Text" ref=${at}>${document?.text
		? html`<${Body} key=${d.id} document=${document} list=${list} chosen=${chosen?.id} />`
		: html`<${Bare} d=${d} list=${list} chosen=${chosen?.id} error=${error} loading=${loading}
			/>`}</section>`;
}
