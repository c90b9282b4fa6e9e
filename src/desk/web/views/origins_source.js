// A source with what can be said of it: its grade above all; what its reports say, and what the answer loses with it.
import { html } from "html";
import { useRef } from "preact/hooks";
import { edit, theCase, useDesk, version } from "../state.js";
import { Decibans, Glyph, Quote, Weight } from "../parts.js";
import { count, value } from "../words.js";
import { byId, dated, idsOf, named, pick, titled } from "./origins_model.js";
import { Chain } from "./report_notes.js";
import { goTo, whereIs } from "./places.js";
import { weightOf } from "./origins_list.js";

const GRADES = [["A", "reliable"], ["B", "usually reliable"], ["C", "fairly reliable"], ["D", "not usually reliable"],
	["E", "unreliable"], ["F", "cannot be judged"]];
const KINDS = ["outlet", "anonymous", "official", "party", "witness", "intercept", "document", "imagery", "technical",
	"expert",
	"other"];

// A field that is kept when it is left, with one step of the journal.
function Field({ of, name, field, long }) {
	const seen = useRef();
	const look = () => { seen.current = version.peek(); };
	const keep = (e) => {
		const to = e.currentTarget.value.trim();
		if (to !== (of[field] ?? ""))
			edit([{ merge: "sources", id: of.id, item: { [field]: to || null } }],
				`${name.toLowerCase()} of ${of.name ?? of.id}`, seen.current);
	};
	const id = `source-${field}`;
	return html`<label for=${id}>${name}</label>${long
		? html`<textarea id=${id} rows="2" key=${of.id + of[field]} defaultValue=${of[field] ?? ""}
			onFocus=${look} onBlur=${keep}></textarea>`
		: html`<input id=${id} type="text" key=${of.id + of[field]} defaultValue=${of[field] ?? ""}
			onFocus=${look} onBlur=${keep}
			onKeyDown=${(e) => e.key === "Enter" && keep(e)} />`}`;
}

function Grade({ of }) {
	const own = Object.keys(theCase.value.grades ?? {}).filter((g) => !GRADES.some(([x]) => x === g))
		.map((g) => [g, "of this case"]);
	const set = (e) => edit([{ set: `sources.${of.id}.reliability`, to: e.currentTarget.value }],
		`grade of ${of.name ?? of.id}`);
	return html`<label for="source-grade">Grade</label><select id="source-grade" class=${of.drafted ? "drafted" :
		undefined}
		value=${of.reliability ?? "F"} onChange=${set}>${[...GRADES, ...own].map(([g, words]) =>
		html`<option key=${g} value=${g}>${g}, ${words}</option>`)}</select>`;
}

function Choice({ of, name, field, options }) {
	const set = (e) => edit([{ merge: "sources", id: of.id, item: { [field]: e.currentTarget.value || null } }],
		`${name.toLowerCase()} of ${of.name ?? of.id}`);
	const id = `source-${field}`, now = of[field] === true ? "yes" : of[field] === false ? "no" : of[field] ?? "";
	const all = options.some(([v]) => v === now) ? options : [...options, [now, now]];
	return html`<label for=${id}>${name}</label><select id=${id} value=${now} onChange=${set}>${
		all.map(([v, words]) => html`<option key=${v} value=${v}>${words}</option>`)}</select>`;
}

const HOLDS = [["yes", "holds"], ["no", "does not hold"]];

function Interests({ of }) {
	const facts = theCase.value.facts ?? [], held = of.interests ?? {};
	const put = (fact, to) => {
		const next = { ...held, [fact]: to };
		if (!to)
			delete next[fact];
		edit([{ merge: "sources", id: of.id, item: { interests: Object.keys(next).length ? next : null } }],
			`what ${of.name ?? of.id} wants believed`);
	};
	const say = (id) => facts.find((f) => f.id === id)?.say ?? id;
	return html`<span class="label">Interests</span><div>${Object.entries(held).map(([fact, holds]) =>
		html`<p key=${fact}>wants it believed that ${holds === "no" || holds === false
			? "this does not hold: " :
				"this holds: "}${say(fact)} ${
			html`<button class="link small" onClick=${() => put(fact, null)}
				aria-label=${`take away: ${say(fact)}`}>take away</button>`}
			</p>`)}
		<select aria-label="Add an interest: what it wants believed" value="" onChange=${(e) => {
			const [fact, to] = e.currentTarget.value.split(" ");
			e.currentTarget.value = "";
			if (fact)
				put(fact, to);
		}}><option value="">${Object.keys(held).length ? "add another" : "none; add one"}</option>
			${facts.filter((f) => !(f.id in held)).flatMap((f) => HOLDS.map(([to, words]) => html`
				<option key=${f.id + to} value=${`${f.id} ${to}`}>${words}: ${say(f.id)}</option>`))}
		</select></div>`;
}

const KIND_OPTIONS = [["", "not said"], ...KINDS.map((k) => [k, k])];
const SEEN = [["", "as its kind has it"], ["yes", "yes, anyone can look"], ["no", "no, nobody outside can"]];

export function Source({ of }) {
	return html`<section class="source"><h2>${of.name ?? of.id}</h2>
		<p class="small soft">${of.drafted ? "Proposed by the program; what you change is yours. " : ""}Kept as
			you leave a field.</p>
		<div class="fields"><${Grade} of=${of} />
			<${Choice} of=${of} name="Kind" field="kind" options=${KIND_OPTIONS} />
			<${Choice} of=${of} name="Inspectable" field="inspectable" options=${SEEN} />
			<${Interests} of=${of} />
			<${Field} of=${of} name="Name" field="name" />
			<${Field} of=${of} name="How it knows" field="access" long />
			<${Field} of=${of} name="How it did before" field="record" long />
			<${Field} of=${of} name="Why this grade" field="why" long /></div></section>`;
}

// What came from it or through it.
export function Reports({ of, reports }) {
	const own = reports.filter((r) => r.from === of.id), through = reports.filter((r) =>
		idsOf(r.via).includes(of.id));
	const weight = weightOf("sources", of.id), facts = theCase.value.facts ?? [];
	const row = (r) => html`<tr key=${r.id}><td class="serif">${facts.find((f) => f.id === r.fact)?.say ?? r.fact}${
			r.holds && r.holds !== "yes" ? html` <span class="small soft">holds: ${value(r.holds)}</span>` :
				""}</td>
		<td class="small soft">${r.from === of.id ? [idsOf(r.via).reverse().map(named).join(", then "),
			r.published].filter(Boolean)
			.join(", ") : `from ${r.from ? named(r.from) : "an origin that nobody has traced"}`}</td>
		<td><${Weight} of=${weightOf("reports", r.id)} /> <${Decibans} of=${weightOf("reports", r.id)} /></td>
		<td><button class="link small" onClick=${() => goTo(whereIs(`reports.${r.id}`))}>its words</button></td>
			</tr>`;
	return html`<div class="pair" tabindex="0" role="group" aria-label="Its reports"><table class="reports">
		<caption><b>${count(own.length, "report")}</b> from it, <b>${through.length}</b> through
			it.${weight !== null && ` Without it the
			answer ${weight < 0 ? "gains" : "loses"} ${Math.abs(weight).toFixed(1)} dB.`}</caption>
		<thead><tr><th scope="col">What it says</th><th scope="col">Through, or from</th>
			<th scope="col">Weight</th><td></td></tr></thead>
		<tbody>${[...own, ...through].map(row)}</tbody></table></div>`;
}

const slug = (name) => name.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") ||
	"source";

// The words of a report, where its document is at hand.
export function Words({ of }) {
	const { data } = useDesk(of.document ? `/api/documents/${of.document}` : null);
	const statement = data?.statements?.find((s) => s.id === of.statement) ??
		theCase.value.statements?.find((s) => s.id === of.statement);
	const points = data?.text && statement?.content ? [...data.text] : null;
	const spans = points ? [statement.content].flat(2) : [];
	const said = points && Array.from({ length: spans.length / 2 }, (_, i) =>
		points.slice(spans[2 * i], spans[2 * i + 1]).join("")).join(" \u2026 ");
	const document = byId(of.document);
	return html`<div class="pair"><p class="small soft">${document ?
		`${titled(document)}, ${dated(document)}${spans.length
		? `, characters ${spans[0]}\u2013${spans.at(-1)}` : ""}` :
			"Entered by hand: the case holds no words for it."}</p>
		${said && html`<${Quote}>${said}<//>`}<p class="small soft"><${Chain} report=${of} /></p></div>`;
}

// A report whose origin nobody knows: it can be named.
export function Unknown({ of }) {
	const sources = theCase.value.sources ?? [], fact = theCase.value.facts?.find((f) => f.id === of.fact);
	const name = (e) => {
		e.preventDefault();
		const said = new FormData(e.currentTarget).get("origin").trim();
		if (!said)
			return;
		const known = sources.find((s) => s.name === said || s.id === said);
		let id = known?.id ?? slug(said);
		for (let n = 2; !known && sources.some((s) => s.id === id); n++)
			id = `${slug(said)}-${n}`;
		const made = known ? [] : [{ put: "sources", item: { id, name: said, reliability: "F" } }];
		edit([...made, { merge: "reports", id: of.id, item: { from: id } }], `${said} said it`)
			.then((kept) => kept && pick({ source: id }));
	};
	return html`<section class="source"><h2>${of.from ? `Report ${of.id}` : "An origin that nobody has traced"}</h2>
		<p><${Glyph} of=${of.from ? "origin" : "untraceable"} label="" /> <span class="serif">${fact?.say ??
			of.fact}</span></p>
		<p class="small soft">${of.from ? html`It comes from <button class="link" onClick=${() =>
			pick({ source: of.from })}>${
			named(of.from)}</button>.` : "It counts as half an echo, and confidence cannot rise on it."}</p>
		<form onSubmit=${name} class="fields"><label for="origin-name">${of.from ? "Another origin" :
			"Who said it first"}</label>
			<input id="origin-name" name="origin" list="origin-names" type="text" autocomplete="off" />
			<datalist id="origin-names">${sources.map((s) => html`<option key=${s.id} value=${s.name ??
				s.id} />`)}</datalist>
			<span></span><button type="submit">Name it</button></form>
		<p><button class="link small" onClick=${() => goTo(whereIs(`reports.${of.id}`))}>its words</button></p>
			</section>`;
}
