// The marks of the desk, the same in every view. Each says in words what it shows.
import { html } from "html";
import { useRef, useEffect } from "preact/hooks";
import { EDGES, percent, range, decibans, BANDS } from "./words.js";

export function Key({ of }) {
	return html`<kbd>${of}</kbd>`;
}

// A ruler from 0 to 100 % that stretches: centre, half and nine tenths of draws, prior, the band of the word.
export function Ruler({ of, lines = true, band = false, label }) {
	if (!of)
		return null;
	const at = (x) => `${100 * x}%`;
	const word = band && BANDS.find((b) => b.word === of.word);
	const told = label ?? `${percent(of.p)}${of.lo !== undefined ? `, ${range(of.lo, of.hi)} %` : ""}` +
		(of.prior !== undefined ? `, before the evidence ${percent(of.prior)}` : "");
	return html`<svg class="ruler" role="img" aria-label=${told}>
		<line class="rule" x1="0" x2="100%" y1="9" y2="9" />
		${word && html`<rect class="band" x=${at(word.lo)} width=${at(word.hi - word.lo)} y="0" height="18" />`}
		${lines && EDGES.map((e) => html`<line class="edge" x1=${at(e)} x2=${at(e)} y1="1" y2="17" />`)}
		${of.lo !== undefined && html`<line class="thin" x1=${at(of.lo)} x2=${at(of.hi)} y1="9" y2="9" />`}
		${of.half && html`<line class="thick" x1=${at(of.half[0])} x2=${at(of.half[1])} y1="9" y2="9" />`}
		${of.p !== undefined && html`<circle class="dot" cx=${at(of.p)} cy="9" r="4" />`}
		${of.prior !== undefined && html`<svg x=${at(of.prior)} y="14" overflow="visible">
			<path class="prior" d="M0 0l4 6h-8z" /></svg>`}
	</svg>`;
}

const LEVELS = ["low", "moderate", "high"];

// Confidence: three squares; the word stands beside them, set by the caller.
export function Squares({ level, of = 3, n = LEVELS.indexOf(level) + 1, small = false }) {
	return html`<svg class=${small ? "squares small" : "squares"} role="img" aria-label=${level ?? `${n} of ${of}`}
		viewBox=${`0 0 ${of * 11} 10`} width=${of * 11} height="10">
		${Array.from({ length: of }, (_, i) => html`<rect x=${i * 11 + 0.5} y="0.5" width="8" height="8"
			class=${i < n ? "full" : "open"} />`)}</svg>`;
}

// A weight from a middle line, full at 3 decibans either way: the same scale for every case.
export function Weight({ of }) {
	const share = Math.min(Math.abs(of ?? 0) / 3, 1) * 50;
	return html`<svg class="weight" role="img" aria-label=${decibans(of)}>
		<rect class=${of < 0 ? "against" : "for"} x=${`${of < 0 ? 50 - share : 50}%`} width=${`${share}%`} y="3"
			height="6" />
		<line class="middle" x1="50%" x2="50%" y1="0" y2="12" /></svg>`;
}

export function Decibans({ of, unit = true }) {
	const side = Math.abs(of ?? 0) < 0.05 ? "none" : of < 0 ? "against" : "for";
	return html`<span class=${`decibans ${side}`}>${decibans(of, unit)}</span>`;
}

// Cell tints at 0.25, 1 and 3 decibans.
export function tint(d) {
	const size = Math.abs(d ?? 0);
	const step = size >= 3 ? 3 : size >= 1 ? 2 : size >= 0.25 ? 1 : 0;
	return step ? `tint ${d < 0 ? "against" : "for"}-${step}` : "";
}

// "C C B": the origin's grade first, then each relay to the reader.
export function Grades({ of }) {
	return html`<span class="grades" aria-label=${`grades ${of.join(", ")}`}>${of.map((g, i) =>
		html`<span class=${i ? "" : "first"}>${g}</span>`)}</span>`;
}

const SHAPES = {
	origin: html`<circle cx="6" cy="6" r="4.5" class="full" />`,
	untraceable: html`<circle cx="6" cy="6" r="4" class="open" stroke-dasharray="2 2" />`,
	echo: html`<circle cx="6" cy="6" r="3" class="open" />`,
	relay: html`<path d="M6 1.5l4.5 4.5-4.5 4.5-4.5-4.5z" class="open" />`,
	document: html`<rect x="2" y="2" width="8" height="8" class="open" />`,
};

// The glyph of an origin; its word is read out unless the words beside it say it.
export function Glyph({ of, label = of }) {
	const hidden = label === "" ? { "aria-hidden": "true" } : { role: "img", "aria-label": label };
	return html`<svg class="glyph" width="12" height="12" viewBox="0 0 12 12" ...${hidden}>${SHAPES[of]}</svg>`;
}

// An SVG that the desk drew, put into the page as nodes: nothing in it can run (the policy of the page forbids it too).
// onDrawn is called whenever a new one is there.
export function Drawn({ svg, onPick, onDrawn, label }) {
	const at = useRef();
	useEffect(() => {
		if (!svg)
			return;
		const named = '<svg xmlns="http://www.w3.org/2000/svg"';
		const whole = svg.includes("xmlns=") ? svg : svg.replace("<svg", named);
		const parsed = new DOMParser().parseFromString(whole, "image/svg+xml").documentElement;
		if (parsed.localName !== "svg")
			return;
		at.current.replaceChildren(document.importNode(parsed, true));
		onDrawn?.();
	}, [svg]);
	const pick = (event) => {
		const g = event.target.closest?.("[data-id]");
		if (g && onPick && (event.type === "click" || event.key === "Enter"))
			onPick(g.dataset);
	};
	return html`<div class="drawn" role="group" aria-label=${label} ref=${at} onClick=${pick}
		onKeyDown=${pick}></div>`;
}

export function Quote({ children }) {
	return html`<blockquote>${children}</blockquote>`;
}

// What a view says when there is nothing to show: what is so, what it does to the answer, and the next key.
export function Empty({ children, aside }) {
	return html`<div class="empty"><p>${children}</p>${aside && html`<p class="soft">${aside}</p>`}</div>`;
}
