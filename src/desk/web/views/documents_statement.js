// The statement that is chosen: its act and words, its fields, what can be done with it, how it came here, what it
// bears on.
import { html } from "html";
import { Key, Quote } from "../parts.js";
import { theCase } from "../state.js";
import { count } from "../words.js";
import { draftedOn, editing, isSettled, isToCheck, marked } from "./documents_model.js";
import { whereIs, wordsOf } from "./documents_spans.js";
import { accept, drop } from "./documents_change.js";
import { actOf, BASES, target } from "./documents_words.js";
import { Correction, Marking } from "./documents_edit.js";
import { Chain } from "./documents_chain.js";
import { Bears } from "./documents_bears.js";

function Field({ name, none, drafted, children }) {
	return html`<div><dt class="soft">${name}</dt><dd class=${children ? drafted ? "drafted" : "" : "soft"}>${
		children ? html`<span>${children}</span>` : none}</dd></div>`;
}

// Who is accused, where that is all it says; else what is said of whom.
function About({ s, drafted }) {
	const list = s.targets ?? [], plain = ["accuses", "admits"].includes(s.stance) && list.length > 0 &&
		list.every((t) => t.role === "did" && t.polarity === "for" && t.actor);
	return html`<${Field} name=${plain ? "Against" : list.length ? "Says" : "About"} none="nobody named"
		drafted=${drafted}>${
		list.map((t) => plain ? t.actor : target(t)).join("; ")}<//>`;
}

const KNOWN = ["person", "group"]; // a kind that says nothing beside a name

function Fields({ s }) {
	const drafted = !isSettled(s), level = (x) => x && (x.word === x.level ? x.word : `${x.word} (${
		x.level.replace("_", " ")})`);
	const kind = s.speaker?.kind, holder = s.speaker?.name && `${s.speaker.name}${
		kind && !KNOWN.includes(kind) ? `, ${kind}` : ""}`;
	return html`<dl class="fields"><${Field} name="Holder" none="nobody is named" drafted=${drafted}>${holder}<//>
		${s.chain?.length > 0 && html`<${Field} name="Through" drafted=${drafted}>${
			s.chain.map((c) => c.name).join(", then ")}<//>`}
		<${About} s=${s} drafted=${drafted} />
		<${Field} name="Likelihood" none="none worded" drafted=${drafted}>${level(s.likelihood)}<//>
		<${Field} name="Confidence" none="none worded" drafted=${drafted}>${level(s.confidence)}<//>
		<${Field} name="Basis" none="not stated" drafted=${drafted}>${
			s.basis && s.basis !== "unstated" && BASES[s.basis]}<//></dl>`;
}

// What goes with a decision is said before it is made.
function With({ s }) {
	const on = draftedOn(s), facts = on.facts.map((id) => theCase.value.facts.find((f) => f.id === id)?.say ?? id);
	const parts = [on.reports.length > 0 && count(on.reports.length, "drafted report"),
		facts.length > 0 && `the fact ${facts.map((f) =>
			`\u201c${f}\u201d`).join(", ")} with its ratings as drafted`,
		on.judgements.length > 0 && count(on.judgements.length, "drafted judgement")].filter(Boolean);
	if (isSettled(s))
		return html`<p class="soft small">${parts.length ?
			`Confirmed. Still drafted on it: ${parts.join(", ")}.`
			: "Confirmed by a person."}</p>`;
	return html`<p class="soft small">Dashed: drafted by hearsay, not yet confirmed.${
		isToCheck(s) && s.sure < 0.7 ? ` It is ${Math.round(s.sure * 100)}\u2009% sure of the reading.` : ""}${
		parts.length > 0 && ` Accepting takes in ${parts.join(" and ")}.`}</p>`;
}

function Doing({ s }) {
	return html`<p class="doing"><button class="plain" onClick=${() => accept(s)}><${Key} of="a" /> accept</button>
		<button class="plain" onClick=${() => { editing.value = "fields"; }}><${Key} of="e" /> edit</button>
		<button class="plain" onClick=${() => drop(s)}><${Key} of="x" /> not a statement</button></p>`;
}

export function Statement({ s, nth, of, d, document }) {
	if (editing.value === "mark" && document)
		return html`<section class="chosen-statement" aria-label="Statement">
			<${Marking} key=${String(marked.value)} document=${document} span=${marked.value} /></section>`;
	if (!s)
		return html`<section class="chosen-statement" aria-label="Statement"><h2>No statement</h2>
			<p class="soft">Mark the words of one in the text and press <${Key} of="s" />.</p></section>`;
	const act = actOf(s), text = document?.text, words = wordsOf(s, text);
	return html`<section class="chosen-statement" aria-label="Statement" data-id=${s.id}>
		<h2><span class=${`word ${act.line}`}>${act.word[0].toUpperCase()}${act.word.slice(1)}</span>
			<span class="soft where">statement ${nth} of ${of}, characters ${whereIs(s)}</span></h2>
		<${Quote}>${words || "Its words are not at hand."}<//>
		${editing.value === "fields" ? html`<${Correction} key=${s.id} s=${s} text=${text} />`
			: html`<${Fields} s=${s} /><${With} s=${s} /><${Doing} s=${s} />`}
		<${Chain} s=${s} d=${d} /><${Bears} s=${s} d=${d} /></section>`;
}
