// Ratings that matter: each a slider over the seven bands. Moving one is tried at once, and everything that is shown
// follows; esc restores what was, enter keeps it.
import { html } from "html";
import { useRef, useState } from "preact/hooks";
import { signal } from "@preact/signals";
import { analyst, answered, attempt, edit, letGo, version } from "../state.js";
import { Key } from "../parts.js";
import { EDGES, percent, wordOf } from "../words.js";
import { draggable, entered, held, place, pooled } from "./assessment_data.js";

const FIRST = 8, MOST = 40;
const wanted = signal(null);   // a place to be listed though it is not among the first
const keeping = { base: -1 };  // the version that the person saw when they took hold

function drag(at, to) {
	if (held.peek()?.place !== at)
		keeping.base = version.peek();
	held.value = { place: at, to };
	const as = analyst.peek();
	attempt([{ set: at, to, ...(as ? { as } : {}) }]);
}

// Puts everything back as it is kept. False where nothing was held.
export function restore() {
	if (!held.peek())
		return false;
	held.value = null;
	letGo();
	return true;
}

export function keep(why = "") {
	const h = held.peek(), as = analyst.peek();
	if (!h)
		return false;
	edit([{ set: h.place, to: h.to, ...(as ? { as } : {}) }], why, keeping.base).then(answered).then(() => {
		if (held.peek() === h)
			held.value = null;
	});
	return true;
}

// Takes hold of a rating: the focus goes to its slider.
export function takeHold(at) {
	wanted.value = at;
	requestAnimationFrame(() => {
		const slider = at ? [...document.querySelectorAll("input.rating")].find((x) => x.dataset.place === at)
			: document.querySelector("input.rating");
		slider?.focus();
		slider?.scrollIntoView({ block: "nearest" });
	});
}

function Marks() {
	return html`<svg class="bands" aria-hidden="true">${EDGES.map((e) => html`<line class="edge"
		x1=${`${(100 * (100 * e - 1)) / 98}%`} x2=${`${(100 * (100 * e - 1)) / 98}%`} y1="0" y2="100%"
			/>`)}</svg>`;
}

function Keep() {
	const why = useRef();
	const typed = (e) => {
		if (e.key === "Enter") {
			e.preventDefault();
			keep(why.current.value);
		}
	};
	return html`<p class="keep"><span class="mark-tried">tried, not kept</span>
		<button onClick=${() => keep(why.current.value)}>Keep it <${Key} of="enter" /></button>
		<button onClick=${() => restore()}>Restore <${Key} of="esc" /></button>
		<label>why <input ref=${why} type="text" onKeyDown=${typed} size="28" /></label></p>`;
}

function Row({ at, centre, turns }) {
	const is = place(at), now = typeof is.raw === "number" ? is.raw : centre;
	const mine = held.value?.place === at ? held.value : null, to = mine ? mine.to : now;
	const whose = pooled(is.raw), id = `rating-${at}`;
	return html`<li data-id=${at} class=${mine ? "held" : ""}><label for=${id}>${is.words}</label>
		<span class="slide"><${Marks} /><input id=${id} class="rating" type="range" min="1" max="99" step="1"
			data-place=${at}
			data-about=${is.about} disabled=${Boolean(whose)} title=${whose
				? `The values of ${whose}, pooled: rate as one of them in the matrix` : undefined}
					value=${Math.round(100 * to)}
			aria-valuetext=${`${percent(to)}, ${wordOf(to)}`} onInput=${(e) => drag(at,
				Number(e.target.value) / 100)} /></span>
		<span class="n">${percent(to)}</span><span class="word">${wordOf(to)}</span>
		<span class="soft small was">${mine ? `was ${entered(is.raw, now)}` : whose
			? `of ${whose}`
			: turns !== null && turns !== undefined ? `turns at ${percent(turns)}` : ""}</span>
		${mine && html`<${Keep} />`}</li>`;
}

// From the case as it is kept, so that the list stands still while one of it is dragged.
export function Ratings() {
	const [find, setFind] = useState(""), [open, setOpen] = useState(false);
	const all = draggable.value, words = find.toLowerCase().split(/\s+/).filter(Boolean);
	const found = words.length ? all.filter((t) => {
		const text = place(t.value).words.toLowerCase();
		return words.every((w) => text.includes(w));
	}) : all;
	const shown = found.slice(0, words.length || open ? MOST : FIRST);
	for (const at of [wanted.value, held.value?.place]) {
		const more = at && !shown.some((t) => t.value === at) && all.find((t) => t.value === at);
		if (more)
			shown.unshift(more);
	}
	return html`<section aria-labelledby="ratings" class="ratings"><div class="title">
		<h2 id="ratings">Ratings that matter</h2>
		<span class="soft">those nearest to another leader first; move one and everything follows</span>
		<span class="aside"><label>find <input type="search" value=${find}
			onInput=${(e) => setFind(e.target.value)} /></label>
		</span></div>
		${all.length === 0 ? html`<p class="soft">Nothing is rated yet: the answer is the priors alone. Rate a
			fact in the matrix,
			<${Key} of="3" />.</p>` : html`<ul>${shown.map((t) => html`<${Row} key=${t.value} at=${t.value}
				centre=${t.at}
			turns=${t.flips_at} />`)}</ul>
		${found.length > shown.length && html`<p
			class="soft">${found.length - shown.length} more${found.length > MOST
			&& (open || words.length) ? ": find them by their words" : html`. <button class="link"
			onClick=${() => setOpen(true)}>Show ${Math.min(MOST, found.length)}</button>`}</p>`}
		${found.length === 0 && html`<p class="soft">No rating has these words.</p>`}`}</section>`;
}
