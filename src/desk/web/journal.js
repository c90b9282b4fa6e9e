// The journal beside the view: who changed what, when and why, newest first, a step at a time; one's own last step can
// be taken back here, and what was taken back done again.
import { html } from "html";
import { useMemo, useState } from "preact/hooks";
import { post } from "./api.js";
import { go, head, refresh, trouble, undo, useDesk } from "./state.js";
import { Key } from "./parts.js";
import { count } from "./words.js";
import { counted, placeOf, says } from "./journal_says.js";

const MOST = 200, FEW = 6;

// Entries as steps, oldest first, each entry with what its item was before.
function stepsOf(entries) {
	const last = new Map(), steps = [];
	for (const entry of entries) {
		const key = `${entry.kind} ${entry.id}`, step = entry.step ?? entry.row;
		if (steps.at(-1)?.step !== step)
			steps.push({ step, who: entry.who, at: entry.at, command: entry.command, undoes: entry.undoes,
				changes: [] });
		steps.at(-1).changes.push({ entry, before: last.get(key) });
		if (entry.item)
			last.set(key, entry.item);
		else if (entry.op !== "add" && entry.op !== "derive")
			last.delete(key);
	}
	return steps;
}

// The step of this person that undo would take back, and the one that redo would do again.
function ownEnds(steps, me) {
	let done = [], gone = [];
	for (const s of steps.filter((x) => x.who === me)) {
		if (s.command === "undo") {
			done = done.filter((x) => x !== s.undoes);
			gone.push(s.undoes);
		} else if (s.command === "redo") {
			gone = gone.filter((x) => x !== s.undoes);
			done.push(s.undoes);
		} else if (s.changes.some((c) => c.entry.op === "create") || s.command === "import") {
			done = gone = [];
		} else if (!s.changes.some((c) => c.entry.op === "add" || c.entry.op === "derive")) {
			done.push(s.step);
			gone = [];
		}
	}
	return { undoable: done.at(-1), redoable: gone.at(-1) };
}

const TIME = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });

function Change({ of }) {
	const at = placeOf(of.entry);
	return says(of.entry, of.before).map((text) => html`<li>${at ? html`<button class="link" data-id=${of.entry.id}
		onClick=${() => go(at[0], at[1])}>${text}</button>` : text}</li>`);
}

// "7 facts, 7 sources, 7 reports"
function inAll(changes) {
	const n = new Map();
	for (const { entry } of changes)
		if (entry.op !== "derive")
			n.set(entry.kind, (n.get(entry.kind) ?? 0) + 1);
	return [...n].map(([kind, x]) => counted(kind, x)).join(", ");
}

const VERBS = { import: "imported", draft: "proposed", add: "added", assess: "assessed", undo: "undid",
	redo: "did again" };

function Step({ of, end }) {
	const [open, setOpen] = useState(false), many = of.changes.length > FEW;
	const why = [...new Set(of.changes.map((c) => c.entry.why).filter(Boolean))];
	const shown = many && !open ? [] : of.changes.slice(0, MOST);
	const did = (VERBS[of.command] ? ` ${VERBS[of.command]}` : "") + (of.undoes ? ` change ${of.undoes}` : "");
	return html`<li class="step-said" data-id=${of.step}>
		<p class="small soft"><time datetime=${of.at}>${TIME.format(new Date(of.at))}</time>${" "}
			<b>${of.who}</b>${did} <span class="nth">${of.step}</span></p>
		<ul>${many && html`<li>${inAll(of.changes)} <button class="link small" aria-expanded=${open}
			onClick=${() => setOpen(!open)}>${open ? "fewer" : "each of them"}</button></li>`}
		${shown.map((c) => html`<${Change} key=${c.entry.row} of=${c} />`)}</ul>
		${why.slice(0, 3).map((w) => html`<p class="why">${w}</p>`)}
		${end === "undo" && html`<button onClick=${() => undo()}>Undo <${Key} of="z" /></button>`}
		${end === "redo" && html`<button onClick=${() => undo(true)}>Redo <${Key} of="Z" /></button>`}</li>`;
}

function Me() {
	const me = head.value?.me ?? "", [name, setName] = useState(null);
	const send = async (e) => {
		e.preventDefault();
		try {
			await post("/api/me", { name: (name ?? me).trim() });
			setName(null);
			await refresh();
		} catch (x) {
			trouble.value = x.message;
		}
	};
	return html`<form class="me" onSubmit=${send}><label>You are: <input type="text" value=${name ?? me} size="16"
		autocomplete="name" onInput=${(e) => setName(e.target.value)} /></label>
		${name !== null && name.trim() !== me && html`<button type="submit">Sign changes so</button>`}</form>`;
}

// Steps, newest first, under the day on which they were made.
function days(steps) {
	const all = [];
	for (const s of steps) {
		const day = DAY.format(new Date(s.at));
		if (all.at(-1)?.day !== day)
			all.push({ day, steps: [] });
		all.at(-1).steps.push(s);
	}
	return all;
}

export function Journal() {
	const { data, error } = useDesk("/api/journal"), [most, setMost] = useState(MOST), me = head.value?.me;
	const steps = useMemo(() => stepsOf(data ?? []), [data]), ends = useMemo(() => ownEnds(steps, me), [steps, me]);
	const shown = steps.slice(-most).reverse(), last = data?.at(-1);
	const endOf = (s) => (s.step === ends.undoable ? "undo" : s.step === ends.redoable ? "redo" : null);
	return html`<div class="journal"><h2>Journal</h2><${Me} />
		${error && html`<p class="soft">${error}</p>`}
		${data && !last && html`<p class="soft">Nothing was changed yet. Every change will stand here with who
			made it and why, and can be undone, <${Key} of="z" />.</p>`}
		${days(shown).map((d) => html`<section key=${d.day}><h3>${d.day}</h3><ul>${d.steps.map((s) =>
			html`<${Step} key=${s.step} of=${s} end=${endOf(s)} />`)}</ul></section>`)}
		${steps.length > most && html`<button onClick=${() => setMost(most + MOST)}>
			${Math.min(MOST, steps.length - most)} earlier steps of ${steps.length - most}</button>`}
		${last && html`<p class="soft small chain">${count(data.length, "entry", "entries")}, head${" "}
			<span class="nth" title=${last.hash}>${last.hash.slice(0, 6)}\u2026</span></p>`}</div>`;
}
