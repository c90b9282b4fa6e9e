// What the answer hangs on: the leader weighed again without each origin and shared relay and without what is assumed,
// the sets that would turn it, the values that would, and what to find out next.
import { html } from "html";
import { useEffect, useState } from "preact/hooks";
import { post } from "../api.js";
import { go, theCase, version } from "../state.js";
import { Glyph, Weight, Decibans, Key } from "../parts.js";
import { percent, wordOf } from "../words.js";
import { before, entered, isTried, known, lower, origin, place, removals, spelt, thresholds,
	without } from "./assessment_data.js";
import { Num, Below, Columns } from "./assessment_number.js";

const FEW = 9, FEWER = 6;

function More({ all, most, open, onOpen, what }) {
	return all > most && html`<button class="link small" onClick=${() => onOpen(!open)}>${open
		? `only the first ${most}`
		: `all ${all} ${what}`}</button>`;
}

function Loss({ of, lead }) {
	const at = `without ${of.kind} ${of.id}`, is = without.value, p = of.p[lead];
	const there = Boolean(of.kind) && is?.kind === of.kind && is.id === of.id, drop = of.kind ? { kind: of.kind,
		id: of.id } : undefined;
	return html`<tr data-id=${of.id} class=${there ? "there" : ""}><th scope="row"><span class="clip"
		title=${of.name}>${of.glyph
		&& html`<${Glyph} of=${of.glyph} /> `}${of.name}</span></th><td class="bar"><${Weight} of=${of.decibans}
			/></td>
		<td class="n"><${Decibans} of=${of.decibans} unit=${false} /></td>
		<td class="n"><${Num} at=${at} about=${of.about} drop=${drop}>${percent(p)}<//></td>
		<td class=${of.changes_word || of.changes_lead ? "turns" : "soft"}>${of.changes_lead ? "another leads"
			: wordOf(p)}</td></tr><${Below} at=${at} columns="5" />`;
}

// Each assumption, weighed without the reports on the facts that it supports: asked of the desk, once a change.
function useAssumptions(q) {
	const [told, setTold] = useState([]), at = version.value;
	useEffect(() => {
		let wanted = true;
		const all = (theCase.peek().assumptions ?? []).slice(0, 5).map((a) => ({ a,
			edits: (theCase.peek().reports ?? [])
			.filter((r) => a.supports?.includes(r.fact)).map((r) => ({ drop: "reports", id: r.id })) }));
		(async () => {
			const made = [];
			for (const { a, edits } of all.filter((x) => x.edits.length)) {
				const data = await post("/api/try", { edits }).then((x) => x.data, () => null);
				const then = data?.questions?.find((x) => x.id === q);
				if (then && wanted)
					made.push({ a, then });
			}
			if (wanted)
				setTold(made);
		})();
		return () => { wanted = false; };
	}, [q, at]);
	return told;
}

const odds = (p) => 10 * Math.log10(p / (1 - p));

function assumed({ a, then }, now) {
	const lead = now.hypotheses.find((h) => h.id === now.lead), is = then.hypotheses.find((h) => h.id === now.lead);
	return is && { id: a.id, name: `If not: ${lower(a.say ?? a.id)}`, about: `assumption:${a.id}`,
		decibans: odds(is.p) - odds(lead.p), p: { [now.lead]: is.p }, changes_lead: then.lead !== now.lead,
		changes_word: is.word !== lead.word };
}

// "No set of up to three origins changes the leader", or the sets that do.
function Flips({ now }) {
	const names = (set) => set.map((id) => lower(origin(id).name)).join(" and ");
	if (!now.without.origins.length || !now.flips_searched)
		return null;
	if (!now.flips.length)
		return html`<p><b>No set of up to ${spelt(now.flips_searched)} ${now.flips_searched === 1 ? "origin"
			: "origins"
			} changes the leader.</b></p>`;
	if (now.flips.length === 1)
		return html`<p><b>Without ${names(now.flips[0])} another leads.</b></p>`;
	const shown = now.flips.slice(0, 4), rest = now.flips.length - shown.length;
	return html`<p><b>Without ${now.flips[0].length === 1 ? "any one of these"
		: "both or all of any of these"} another
		leads:</b> ${shown.map(names).join("; ")}${rest > 0 && `; and ${rest} more`}.</p>`;
}

function Threshold({ of, tried }) {
	const at = `threshold ${of.value}`, is = place(of.value), below = of.flips_at < of.at;
	return html`<tr data-id=${of.value}><th scope="row"><span class="clip" title=${is.words}>${is.words}</span></th>
		<td class="n soft">${tried ? percent(of.at) : entered(is.raw, of.at)}</td>
		<td class="n"><${Num} at=${at} about=${is.about} place=${of.value}>${below ? "below" : "above"} ${
		percent(of.flips_at)}<//></td></tr><${Below} at=${at} columns="3" />`;
}

export function Hangs() {
	const { q, now } = before.value, [all, setAll] = useState(false), [values, setValues] = useState(false);
	const rows = removals(now), turning = thresholds(now), given = useAssumptions(q.id);
	const held = isTried.value ? [] : given.map((x) => assumed(x, now)).filter(Boolean);
	return html`<section aria-labelledby="hangs"><div class="title"><h2 id="hangs">What it hangs on</h2>
		<span class="soft">the leader, weighed again without</span></div>
		<table class="losses"><caption class="hidden">The leader without each origin</caption>
		<${Columns} of=${["rest", "bar", "loss", "then", "word"]} /><thead class="hidden"><tr>
			<th scope="col">Without</th><th scope="col">Weight</th><th scope="col">dB</th>
			<th scope="col">Then</th>
			<th scope="col">Word</th></tr></thead><tbody>
			${(all ? rows : rows.slice(0, FEW)).map((r) => html`<${Loss} key=${`${r.kind} ${r.id}`} of=${r}
				lead=${now.lead} />`)}
			${held.map((r) => html`<${Loss} key=${`assumed ${r.id}`} of=${r} lead=${now.lead}
				/>`)}</tbody></table>
		<${More} all=${rows.length} most=${FEW} open=${all} onOpen=${setAll} what="origins and relays" />
		<${Flips} now=${now} />
		${turning.length > 0 ? html`<p>These values would, moved alone:</p><table class="thresholds">
			<caption class="hidden">Values that would change the leader</caption>
			<${Columns} of=${["rest", "now", "turn"]} /><thead class="hidden"><tr>
			<th scope="col">Value</th><th scope="col">Now</th>
			<th scope="col">Another leads</th></tr></thead><tbody>
			${(values ? turning : turning.slice(0, FEWER)).map((t) => html`<${Threshold} key=${t.value}
				of=${t}
				tried=${isTried.value} />`)}</tbody></table>
			<${More} all=${turning.length} most=${FEWER} open=${values} onOpen=${setValues} what="values"
				/>`
		: now.thresholds.length > 0 && html`<p>No value, moved alone, changes the leader.</p>`}</section>`;
}

// --- what to find out next ---

// What is still open of the question, in bits.
const open = (a) => -a.hypotheses.reduce((t, h) => t + (h.p > 0 ? h.p * Math.log2(h.p) : 0), 0);

export function Next() {
	const { now } = before.value, bits = open(now), list = now.next.slice(0, 5);
	const little = list.length > 0 && list[0].bits < 0.1 * bits;
	return html`<section aria-labelledby="next"><div class="title"><h2 id="next">What to find out next</h2></div>
		${list.length === 0 ? html`<p class="soft">Every fact has a report: name a fact that nobody has
			looked for. <button class="link" onClick=${() => go("matrix")}>Add one in the
				matrix</button> <${Key} of="3" /></p>` : html`
		<table class="nexts"><caption class="hidden">Facts without a report, by what they would settle</caption>
		<${Columns} of=${["rest", "bits"]} /><thead class="hidden"><tr><th scope="col">Fact</th>
		<th scope="col">Bits</th></tr></thead><tbody>${list.map((n) => {
			const at = `next ${n.fact}`;
			return html`<tr key=${n.fact} data-id=${n.fact}>
				<th scope="row">${known.value.facts.get(n.fact)?.say ?? n.fact}</th>
				<td class="n"><${Num} at=${at}
					about=${`fact:${n.fact}`}>${n.bits.toFixed(2)} bits<//></td></tr>
				<${Below} at=${at} columns="2" />`;
		})}</tbody></table>
		<p class="soft">Of ${bits.toFixed(2)} bits still open. ${little
			&& html`<b>Nothing on the list would settle much;</b> name a
			fact that would.`}</p>`}</section>`;
}
