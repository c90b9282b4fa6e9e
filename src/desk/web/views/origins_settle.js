// Whether two documents have one origin: three choices, each with the tally that it would give, and the reason.
import { html } from "html";
import { useEffect, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import { edit, select, selection, theCase, version } from "../state.js";
import { Key } from "../parts.js";
import { count, percent } from "../words.js";
import { byId, titled } from "./origins_model.js";

const CHOICES = [
	{ is: "same", mark: "=", key: "=", name: "Same origin" },
	{ is: "independent", mark: "\u2260", key: "i", name: "Independent, shown to be" },
	{ is: "open", mark: "?", key: "u", name: "Not established" },
];

const TEXTS = { same: "The texts show one origin.", independent: "The texts show two origins.",
	open: "The texts leave it open." };

const chosen = signal(null);        // { id, is, seen, held }: a choice that is not kept yet
const lacking = signal(false);      // a reason is asked for

function tally({ documents: t }) {
	return `${count(t.origins, "origin")}, ${count(t.echoes, "echo", "echoes")}, ${t.untraceable} untraceable`;
}

const same = (x, y) => ["origins", "echoes", "untraceable"].every((k) => x.documents[k] === y.documents[k]);

// Whether the answer moves, in a sentence.
function moves(choice, now) {
	const told = choice.answers.map((a, i) => {
		const was = now.answers[i], q = theCase.value.questions?.find((x) => x.id === a.question);
		const say = q?.hypotheses.find((h) => h.id === a.hypothesis)?.say ?? a.hypothesis;
		if (a.leads !== was.leads)
			return `\u201c${q?.hypotheses.find((h) => h.id === a.leads)?.say ?? a.leads}\u201d would lead.`;
		if (Math.abs(a.p - was.p) < 0.0005)
			return null;
		return `\u201c${say}\u201d goes from ${percent(was.p)} to ${percent(a.p)}${a.word === was.word ? "" :
			`, ${a.word}`}.`;
	}).filter(Boolean);
	return told.length ? told.join(" ") : now.answers.length ? "The answer does not move with this choice." : "";
}

// What a person settled. Before that none of the choices holds: the texts speak for themselves.
const standing = (data) => data.settled?.is ?? null;
const isOf = (data) => (chosen.value?.id === data.id ? chosen.value.is : standing(data));

// By a key the reason is next; among the radios the arrows go on. A pair that is only next in line is held meanwhile:
// what others settle must not put another in its place under the hand.
export function choose(data, is, moves = true) {
	if (!data)
		return false;
	const held = chosen.peek()?.held || !selection.peek().a;
	if (held)
		select({ a: data.a.id, b: data.b.id });
	chosen.value = { id: data.id, is, seen: version.peek(), held };
	lacking.value = false;
	if (moves)
		document.getElementById("pair-why")?.focus();
	return true;
}

async function keep(data, is, why) {
	if (is === "independent" && !why.trim()) {
		lacking.value = true;
		document.getElementById("pair-why")?.focus();
		return;
	}
	const item = { id: data.id, documents: [data.a.id, data.b.id], is };
	if (why.trim())
		item.why = why.trim();
	const name = CHOICES.find((c) => c.is === is).name;
	if (await edit([{ put: "pairs", item }], why.trim() || `${name}: ${titled(data.a)} and ${titled(data.b)}`,
		chosen.peek()?.seen) && chosen.peek()?.id === data.id)
		leave();
}

function note(c, told, kept) {
	const also = c.is === "open" ? "; counted apart, at half weight"
		: c.is === "independent" && c.is !== kept ? "; needs a reason" : "";
	return `${c.is === kept ? "as it stands: " : ""}${tally(told)}${also}`;
}

function Choice({ c, data, is, kept }) {
	const told = data.choices.find((x) => x.is === c.is);
	return html`<label class=${c.is === is ? "choice on" : "choice"}>
		<input type="radio" name="pair-is" value=${c.is} checked=${c.is === is}
			onChange=${() => choose(data, c.is, false)} />
		<span class="mark" aria-hidden="true">${c.mark}</span>
		<span><b>${c.name}</b>
			<span class="small soft">${note(c, told, kept)}</span></span>
		<${Key} of=${c.key} /></label>`;
}

function forget() {
	chosen.value = null;
	lacking.value = false;
}

function leave() {
	if (chosen.peek()?.held)
		select({ a: null, b: null });
	forget();
}

function Reason({ data, is, at }) {
	const key = (e) => {
		if (e.key !== "Escape")
			return;
		leave();
		e.currentTarget.blur();
		e.stopPropagation();
	};
	return html`<label class="small soft" for="pair-why">Reason, kept in the journal</label>
		<input id="pair-why" ref=${at} type="text" key=${data.id} defaultValue=${data.settled?.why ?? ""}
			placeholder="What would show it either way?" aria-describedby="pair-moves"
			aria-invalid=${lacking.value} required=${is === "independent" && lacking.value}
			onInput=${() => { lacking.value = false; }} onKeyDown=${key} />
		${lacking.value && html`<p class="small" role="alert">Independent needs a reason: what shows that
			neither had it from the other?</p>`}`;
}

export function Settle({ data, left }) {
	const why = useRef(), is = isOf(data), kept = standing(data), choice = data.choices.find((c) => c.is === is) ??
		data.now;
	useEffect(forget, [data.id]);
	const submit = (e) => { e.preventDefault(); is && keep(data, is, why.current.value); };
	const names = [data.a, data.b].map((x) => titled(byId(x.id) ?? x)).join(" and ");
	const stands = kept ? "Settled by a person."
		: `${TEXTS[data.between.state]} As it stands: ${tally(data.now)}.`;
	const more = left ? `${count(left, "pair")} worth settling.` : "No pair is left that is worth settling.";
	const stays = is && is !== kept && same(choice, data.now) ? "The tally stays. " : "";
	return html`<form class="settle" onSubmit=${submit}><h2 id="settle-title">${names}</h2>
		<p class="small soft">${stands} ${more}</p>
		<div role="radiogroup" aria-labelledby="settle-title">${CHOICES.map((c) =>
			html`<${Choice} key=${c.is} c=${c} data=${data} is=${is} kept=${kept} />`)}</div>
		<${Reason} data=${data} is=${is} at=${why} />
		<p class="small soft" id="pair-moves">${stays}${is ? moves(choice, data.now) : ""}</p>
		${is && html`<p class="deed"><button type="submit">
			${is === kept ? "Keep the reason" : "Keep this choice"} <${Key} of="enter" /></button>
			${is !== kept && html` <span class="small soft">not kept yet</span> <button type="button"
				class="link" onClick=${leave}>leave it</button>`}</p>`}</form>`;
}
