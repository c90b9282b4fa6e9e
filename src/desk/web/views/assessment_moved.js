// What moved it: from the prior to the answer, origin by origin as each first appeared, ending in the interval.
import { html } from "html";
import { useState } from "preact/hooks";
import { Glyph, Decibans, Ruler } from "../parts.js";
import { count, percent } from "../words.js";
import { before, folded, isHeld, isTried, removed, say, short, steps, wide } from "./assessment_data.js";
import { Num, Below, Columns } from "./assessment_number.js";

const MOST = 14, NARROWEST = 0.3;
let frozen = null; // the scale while a rating is held: it may grow, but not jump about

// From where to where the scale goes: whole tens around all that is shown, and never so narrow that little looks large.
function scaleOf(rows, wide, prior, p) {
	const all = [prior, p, wide?.lo, wide?.hi, ...rows.map((r) => r.p)].filter((x) => x !== undefined);
	let lo = Math.min(...all), hi = Math.max(...all);
	if (isHeld.value && frozen)
		[lo, hi] = [Math.min(lo, frozen[0]), Math.max(hi, frozen[1])];
	const more = Math.max(0, NARROWEST - (hi - lo)) / 2;
	lo = Math.max(0, Math.floor(20 * (lo - more)) / 20);
	hi = Math.min(1, Math.ceil(20 * (hi + more)) / 20);
	frozen = [lo, hi];
	return { lo, hi };
}

const part = (x, s) => `${(100 * (x - s.lo)) / (s.hi - s.lo)}%`;

function ticks(s) {
	const by = s.hi - s.lo > 0.55 ? 10 : 5, all = [];
	for (let t = Math.ceil(s.lo * 100 / by - 1e-9) * by; t <= s.hi * 100 + 1e-6; t += by)
		all.push(t);
	return all;
}

function Lines({ s }) {
	return ticks(s).map((t) => html`<line class="edge" x1=${part(t / 100, s)} x2=${part(t / 100, s)} y1="0" y2="22"
		/>`);
}

function Step({ of, s }) {
	const left = Math.min(of.from, of.p), side = of.decibans < 0 ? "against" : "for";
	return html`<svg class="step" aria-hidden="true"><${Lines} s=${s} />
		<line class="joint" x1=${part(of.from, s)} x2=${part(of.from, s)} y1="0" y2="7" />
		<rect class=${side} x=${part(left, s)} width=${`${(100 * Math.abs(of.p - of.from)) / (s.hi - s.lo)}%`}
			y="7" height="8" /><line class="joint" x1=${part(of.p, s)} x2=${part(of.p, s)}
		y1=${Math.abs(of.p - of.from) < 0.001 ? 7 : 15} y2="22" /></svg>`;
}

function Row({ of, s, removable }) {
	const at = `step ${of.origin}`, drop = removable ? { kind: "origins", id: of.origin } : undefined;
	return html`<tr data-id=${of.origin}><td class="soft when">${of.published ? short(of.published)
		: "no date"}</td>
		<th scope="row" class="who"><span class="clip" title=${of.name}><${Glyph} of=${of.glyph}
			/> ${of.name}</span></th>
		<td class="scale"><${Step} of=${of} s=${s} /></td>
		<td class="n"><${Num} at=${at} about=${of.about} drop=${drop}><${Decibans} of=${of.decibans}
			unit=${false} /><//></td>
		<td class="n soft">${percent(of.p)}</td></tr><${Below} at=${at} columns="5" />`;
}

function Several({ of, s, onAll }) {
	return html`<tr class="several"><td class="when"></td><th scope="row" class="who"><button class="link"
		onClick=${onAll}>${
		count(of.several, "smaller step", "smaller steps")}</button></th><td class="scale"><${Step} of=${of}
			s=${s} /></td>
		<td class="n"><${Decibans} of=${of.decibans} unit=${false} /></td>
		<td class="n soft">${percent(of.p)}</td></tr>`;
}

function Start({ p, s }) {
	return html`<tr><td class="when"></td><th scope="row" class="who">Before any evidence</th><td class="scale">
		<svg class="step" aria-hidden="true"><${Lines} s=${s} /><svg x=${part(p, s)} y="7" overflow="visible">
		<path class="prior" d="M0 0l4 7h-8z" /></svg><line class="joint" x1=${part(p, s)} x2=${part(p, s)}
			y1="14" y2="22" />
		</svg></td><td></td><td class="n soft">${percent(p)}</td></tr>`;
}

function End({ lead, wide, sum, s }) {
	const to = (x) => (x === undefined ? undefined : (x - s.lo) / (s.hi - s.lo));
	const of = { p: to(lead.p), lo: to(wide?.lo), hi: to(wide?.hi), half: wide?.half?.map(to) };
	return html`<tr class="lead"><td class="when"></td><th scope="row" class="who">${wide
		? "All of it, with its interval" : "All of it"}
		</th><td class="scale"><svg class="step back" aria-hidden="true"><${Lines} s=${s} /></svg>
		<${Ruler} of=${of}
		lines=${false} label=${`${percent(lead.p)}${wide ? `, from ${percent(wide.lo)} to ${percent(wide.hi)}`
			: ""}`} /></td>
		<td class="n"><${Decibans} of=${sum} unit=${false} /></td><td class="n">${percent(lead.p)}</td></tr>`;
}

export function Moved() {
	const { q, now } = before.value, [all, setAll] = useState(false), away = removed(now);
	const lead = now.hypotheses.find((h) => h.id === now.lead);
	const span = wide(lead, q.id);
	const every = steps(now), rows = all ? every : folded(every, MOST), s = scaleOf(rows, span, lead.prior, lead.p);
	const sum = every.reduce((t, x) => t + (x.decibans ?? 0), 0), removable = new Set(now.without.origins.map((x) =>
		x.id));
	const wider = span?.lo !== undefined && span.hi - span.lo > every.reduce((t, x) => t + Math.abs(x.p - x.from),
		0);
	return html`<section aria-labelledby="moved" class=${away ? "moved dim" : "moved"}>
		<div class="title"><h2 id="moved">What moved it</h2>
		<span class="soft">origin by origin, as each first appeared</span>
			<span class="aside soft">${isTried.value ? "tried, not kept" : wider
				? "the interval is wider than all the steps together" : ""}</span></div>
		${every.length === 0 ? html`<p class="soft">No counted report reaches this question: it stands on its
			priors.</p>` : html`
		<table class="steps"><caption class="hidden">The way of ${say(lead)} from its prior to where it
			stands</caption>
			<${Columns} of=${["when", "who", "rest", "db", "then"]} />
			<thead><tr><th scope="col" class="when"><span class="hidden">Appeared</span></th>
			<th scope="col"><span class="hidden">Origin</span>
			</th><th scope="col" class="scale"><span class="marks" aria-hidden="true">${ticks(s).map((t,
				i) => html`<span
				style=${{ left: part(t / 100, s) }}>${t}${i ? "" : "\u202f%"}</span>`)}</span>
				<span class="hidden">Step</span></th>
			<th scope="col" class="n">dB</th><th scope="col" class="n">then</th></tr></thead><tbody>
			<${Start} p=${lead.prior} s=${s} />
			${rows.map((r) => (r.several ? html`<${Several} key=${`+${r.origin}`} of=${r} s=${s}
				onAll=${() => setAll(true)} />`
				: html`<${Row} key=${r.origin} of=${r} s=${s} removable=${removable.has(r.origin)}
					/>`))}
			<${End} lead=${lead} wide=${span} sum=${sum} s=${s} /></tbody></table>`}
		${all && every.length > MOST && html`<button class="link"
			onClick=${() => setAll(false)}>only the larger steps</button>`}
		</section>`;
}
