// The seven words of the cell that holds, each with the answer it would give; the strip on which a number is dragged.
import { html } from "html";
import { useEffect, useRef } from "preact/hooks";
import { analyst, edit, kept, question, theCase, version, weighed } from "../state.js";
import { Key } from "../parts.js";
import { BANDS, bandOf, centre, decibans, logit, percent, range, value, wordOf } from "../words.js";
import { columns, field, focusCell, held, mine, row } from "./matrix_model.js";
import { answers, askAnswers, hold, keep, rate, read, release, shift, threshold, valueNow } from "./matrix_rate.js";

function heading({ col, fact, cell }) {
	const whose = analyst.value ? `, says ${analyst.value}` : "";
	if (cell.isPrior)
		return `Before the evidence, how likely is \u201c${col.say}\u201d${whose}?`;
	return `If the answer is \u201c${col.say}\u201d, how likely is this${whose}?`;
}

// --- the seven ---

function leaderOf(data) {
	const of = data?.questions?.find((q) => q.id === question.value?.id);
	return of?.hypotheses.find((h) => h.id === of.lead)?.p;
}

function Told({ of, rated, entered }) {
	if (rated)
		return html`<b class="percent">${percent(leaderOf(kept.value.data))}</b><span class="told">as
			rated${entered}</span>`;
	if (!of)
		return html`<b class="percent soft">\u2026</b><span class="told soft">being asked</span>`;
	return html`<b class="percent">${percent(of.p)}</b><span class="told">${of.leads ? "still leads"
		: html`<b>loses</b> the lead`}</span>`;
}

function Word({ band, n, of, v }) {
	const p = centre(v), rated = p !== null && (typeof v === "string" ? bandOf(v) === band
		: wordOf(p) === band.word);
	const entered = typeof v === "string" ? "" : `, ${value(v)}`;
	return html`<button class="rating" aria-pressed=${rated ? "true" : "false"} data-word=${band.word}
		onClick=${async () => { if (await rate(band.word)) focusCell(); }}>
		<span class="word">${band.word}</span><span class="band small"><${Key} of=${n} /> ${range(band.lo,
		band.hi)}\u2009%
		</span><${Told} of=${of} rated=${rated} entered=${entered} /></button>`;
}

function Seven({ it }) {
	const list = answers.value.list, v = mine(it.cell);
	return html`<div class="seven" role="group" aria-label="the seven words">${BANDS.map((band, i) => html`<${Word}
		key=${band.word} band=${band} n=${i + 1} of=${list[i]} v=${v} />`)}</div>`;
}

// --- the strip ---

const percentOf = (p) => Math.round(p * 100);
const along = (p) => `${(p - 0.01) * 100 / 0.98}%`; // from 1 to 99 %

// What the answer would be: whose lead, and how much of it.
function wouldBe() {
	const find = (w) => w.data?.questions?.find((q) => q.id === question.value?.id);
	const now = find(weighed.value), before = find(kept.value),
		lead = now?.hypotheses.find((h) => h.id === now.lead);
	const who = now?.lead === before?.lead ? "The leader" : `\u201c${lead?.say ?? now?.lead}\u201d`;
	return html`${who} then ${now?.lead === before?.lead ? "has" : "leads with"} <b
		class="percent">${percent(lead?.p)}</b>`;
}

function Tried({ it }) {
	const h = held.value;
	if (h?.key !== it.key)
		return null;
	const from = centre(mine(it.cell)), to = centre(h.to);
	const by = from === null ? "" : `, ${decibans((logit(to) - logit(from)) * 10 / Math.LN10)} of its odds`;
	const ends = field.value !== "number" && html`<button onClick=${keep}>keep <${Key} of="enter" /></button>${" "}
		<button onClick=${() => { release(); focusCell(); }}>let go <${Key} of="esc" /></button>`;
	return html`<span class="tried" aria-live="polite">Tried, not
		kept: <b>${value(h.to)}</b>, ${wordOf(to)}${by}. ${
		wouldBe()}. ${ends}</span>`;
}

function Strip({ it }) {
	const p = centre(valueNow(it)) ?? it.cell.middle ?? 0.5, input = useRef();
	return html`<div class="strip"><span class="bands" aria-hidden="true">${BANDS.map((b) => html`<i key=${b.word}
		class=${wordOf(p) === b.word ? "in" : ""} style=${{ left: along(b.lo),
			width: `${(b.hi - b.lo) * 100 / 0.98}%` }}>
		</i>`)}</span>
		<input type="range" id="strip" ref=${input} min="1" max="99" step="1" value=${percentOf(p)}
			aria-label="hold and drag: a number from 1 to 99 per cent"
				aria-valuetext=${`${percentOf(p)} %, ${wordOf(p)}`}
			onInput=${(e) => hold(Number(e.target.value) / 100)} />
		<output class="small">${percent(p)}</output></div>`;
}

// --- a number, a range; weaker or stronger ---

function NumberField({ it }) {
	const input = useRef(), v = mine(it.cell);
	useEffect(() => { input.current.focus(); input.current.select(); }, []);
	const close = () => { release(); focusCell(); };
	const keepIt = async (e) => {
		e.preventDefault();
		const to = read(input.current.value);
		input.current.setCustomValidity(to === null ? "A share like 0.3 or 30 %, or a range like 20-45 %."
			: "");
		if (to === null)
			input.current.reportValidity();
		else if (await rate(to))
			focusCell();
	};
	const attemptIt = (e) => {
		const to = read(e.target.value);
		e.target.setCustomValidity("");
		if (to !== null && centre(to) > 0 && centre(to) < 1)
			hold(to);
	};
	const start = typeof v === "number" ? percentOf(v) + " %" : Array.isArray(v) ? v.map(percentOf).join("-") + " %"
		: "";
	return html`<form class="number" onSubmit=${keepIt}>
		<label>a number or a range <input ref=${input} defaultValue=${start} placeholder="30 %, 20-45 %"
		onInput=${attemptIt} autocomplete="off" /></label> <button>keep <${Key} of="enter" /></button>
		<button type="button" onClick=${close}>let go <${Key} of="esc" /></button></form>`;
}

function Shift() {
	const first = useRef();
	useEffect(() => { first.current.focus(); }, []);
	return html`<span class="shift" role="group" aria-label="weaker or stronger by">
		<button ref=${first} onClick=${() => shift(-1)}>weaker by 1 dB <${Key} of="-" /></button>
		<button onClick=${() => shift(1)}>stronger by 1 dB <${Key} of="=" /></button></span>`;
}

// --- which row ---

const whenOf = (when) => Object.entries(when ?? {}).map(([q,
	h]) => `${q} is ${[].concat(h).join(" or ")}`).join(" and ");

function shares({ cell, col }) {
	const when = cell.rows.find((r) => r.i === cell.row)?.when ?? {};
	return columns.value.filter((c) => c.q === col.q && c.key !== col.key && (when[c.q] ?? c.h) === c.h).length > 0;
}

function Which({ it }) {
	const { rows, row: now } = it.cell;
	if (!rows)
		return null;
	return html`<fieldset class="which small"><legend>Rated is the row</legend>${rows.map((r) => html`<label
		key=${r.i}>
		<input type="radio" name="row" checked=${r.i === now} onChange=${() => {
			row.value = { ...row.peek(), [it.key]: r.i };
		}} /> ${whenOf(r.when) || "otherwise"}: ${value(r.value)}</label>`)}${shares(it) &&
		html`<span class="soft">It holds for other answers too.</span>`}</fieldset>`;
}

// --- analysts ---

function Opinions({ it }) {
	const by = it.cell.value?.by;
	return by ? html`<p class="small opinions">${Object.entries(by).map(([who, v]) => html`<span
		key=${who}><b>${who}</b> ${
		value(v)} </span>`)}<span class="soft">pooled ${percent(centre(it.cell.value))}</span></p>` : null;
}

// --- the whole ---

function Closed({ it }) {
	return html`<h2>${it.col.say}</h2><p>This fact is not about this question. It tells of it
		through ${it.cell.via}: what moves ${it.cell.via} moves this.</p>`;
}

function Below({ it }) {
	if (field.value === "number")
		return html`<${NumberField} it=${it} key=${it.key} />`;
	if (field.value === "shift")
		return html`<${Shift} />`;
	return held.value ? null : html`<span class="small soft">Under each word: what the leader would then have. ${
		threshold(it)} <${Key} of="space" /> hold and drag, <${Key} of="." /> a number or a range.</span>`;
}

export function Scale({ it }) {
	const through = it.cell.kind === "through", ready = Boolean(weighed.value.data);
	useEffect(() => through ? undefined : askAnswers(it),
		[it.key, it.cell.place, version.value, analyst.value, question.value?.id, through, ready,
		Boolean(held.value)]);
	if (through)
		return html`<${Closed} it=${it} />`;
	return html`<h2>${heading(it)}</h2><${Opinions} it=${it} /><${Which} it=${it} /><${Seven} it=${it} />
		<${Strip} it=${it} /><div class="below"><${Below} it=${it} /><${Tried} it=${it} /></div>`;
}

// --- whose ratings ---

export function Analysts() {
	const all = (theCase.value.analysts ?? []).map((a) => typeof a === "string" ? { id: a } : a);
	const listed = analyst.value && !all.some((a) => a.id === analyst.value)
		? [...all, { id: analyst.value }] : all;
	const naming = field.value === "analyst", input = useRef();
	const choose = (e) => {
		if (e.target.value === "+")
			field.value = "analyst";
		else
			analyst.value = e.target.value || null;
	};
	const name = async (e) => {
		e.preventDefault();
		const who = input.current.value.trim(), id = who.toLowerCase().replace(/[^a-z0-9_-]+/g,
			"-").replace(/^[-_]+/, "");
		if (id && (id === who || await edit([{ put: "analysts", item: { id, name: who } }], "a new analyst")))
			analyst.value = id;
		field.value = null;
	};
	return html`<label class="analysts">rating as <select value=${naming ? "+" : analyst.value ?? ""}
		onChange=${choose}>
		<option value="">the case</option>${listed.map((a) => html`<option key=${a.id} value=${a.id}>${a.name
		?? a.id}
		</option>`)}<option value="+">a new name \u2026</option></select></label>${naming && html`<form
			class="naming"
		onSubmit=${name}><input ref=${input} aria-label="name of the analyst" /><button>so be
		it</button></form>`}`;
}
