// Every field of a statement, corrected in place; and the same for one that is marked by hand.
import { html } from "html";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Key } from "../parts.js";
import { useSeen } from "../state.js";
import { editing } from "./documents_model.js";
import { find, points, partsOf } from "./documents_spans.js";
import { correct, enter, fieldsOf } from "./documents_change.js";
import { pick } from "./documents_text.js";
import { ACTS, BASES, KINDS, LEVELS, POLARITIES, ROLES, SURENESS } from "./documents_words.js";

const words = (table) => Object.entries(table).map(([of, w]) => [of, w.word ?? (Array.isArray(w) ? w[0] : w)]);

function Choice({ label, of, value, set, none, unseen }) {
	const select = html`<select value=${value} aria-label=${unseen ? label : undefined}
		onChange=${(e) => set(e.target.value)}>${none && html`<option
			value="">${none}</option>`}${words(of).map(([k, w]) =>
		html`<option value=${k}>${w}</option>`)}</select>`;
	return unseen ? select : html`<label><span>${label}</span>${select}</label>`;
}

const BLANK = { stance: "reports", speaker: {}, chain: [], targets: [], basis: "unstated" };

const formOf = (s) => ({
	stance: s.stance ?? "reports", speaker: s.speaker?.name ?? "", kind: s.speaker?.kind ?? "",
	chain: (s.chain ?? []).map((c) => c.name), targets: (s.targets ?? []).map((t) => ({ ...t })),
	likelihood: s.likelihood?.word ?? "", level: s.likelihood?.level ?? "",
	confidence: s.confidence?.word ?? "", sureness: s.confidence?.level ?? "", basis: s.basis ?? "unstated",
	why: "",
});

const ANYBODY = { role: "did", actor: "", polarity: "for" };

function Targets({ list, set }) {
	const put = (i, what) => set(list.map((t, j) => i === j ? { ...t, ...what } : t));
	return html`<fieldset><legend>Of whom</legend>${list.map((t, i) => html`<div class="target" key=${i}>
		<input aria-label=${`Who, ${i + 1}`} value=${t.actor} placeholder="who"
			onInput=${(e) => put(i, { actor: e.target.value })} />
		<${Choice} label=${`What part, ${i + 1}`} unseen of=${ROLES} value=${t.role}
			set=${(role) => put(i, { role })} />
		<${Choice} label=${`For or against, ${i + 1}`} unseen of=${POLARITIES} value=${t.polarity}
			set=${(polarity) => put(i, { polarity })} />
		<button type="button" aria-label=${`take away who, ${i + 1}`}
			onClick=${() => set(list.filter((_, j) => j !== i))}>
			take away</button></div>`)}
		<button type="button" onClick=${() => set([...list, ANYBODY])}>add one</button>
		</fieldset>`;
}

function Chain({ list, set }) {
	return html`<fieldset><legend>Through whom, the nearest to the voice first</legend>${list.map((name, i) =>
		html`<div class="relay" key=${i}><input aria-label=${`Relay ${i + 1}`} value=${name}
			onInput=${(e) => set(list.map((n, j) => i === j ? e.target.value : n))} />
		<button type="button" aria-label=${`take away relay ${i + 1}`}
			onClick=${() => set(list.filter((_, j) => j !== i))}>
			take away</button></div>`)}
		<button type="button" onClick=${() => set([...list, ""])}>add one</button></fieldset>`;
}

function Worded({ label, word, level, levels, set, keys }) {
	return html`<fieldset class="worded"><legend>${label}</legend>
		<input aria-label=${`${label}, in its words`} value=${word} placeholder="none worded"
			onInput=${(e) => set({ [keys[0]]: e.target.value })} />
		<${Choice} label=${`${label}, level`} unseen none="no level" of=${levels} value=${level}
			set=${(v) => set({ [keys[1]]: v })} /></fieldset>`;
}

// Levels without a word and words without a level say too little.
function off(f) {
	if (f.likelihood && !f.level)
		return "Say what level the likelihood is of.";
	if (f.confidence && !f.sureness)
		return "Say what level the confidence is of.";
	return f.speaker.trim() ? null : "Name who holds it.";
}

function Fields({ f, set, first }) {
	return html`<${Choice} label="Act" of=${ACTS} value=${f.stance} set=${(stance) => set({ stance })} />
		<label><span>Holder</span><input ref=${first} value=${f.speaker}
			onInput=${(e) => set({ speaker: e.target.value })} /></label>
		<label><span>Kind</span><input list="kinds" value=${f.kind} placeholder="not known"
			onInput=${(e) => set({ kind: e.target.value })} /></label>
		<datalist id="kinds">${KINDS.map((k) => html`<option value=${k} />`)}</datalist>
		<${Chain} list=${f.chain} set=${(chain) => set({ chain })} />
		<${Targets} list=${f.targets} set=${(targets) => set({ targets })} />
		<${Worded} label="Likelihood" word=${f.likelihood} level=${f.level} levels=${LEVELS} set=${set}
			keys=${["likelihood", "level"]} />
		<${Worded} label="Confidence" word=${f.confidence} level=${f.sureness} levels=${SURENESS} set=${set}
			keys=${["confidence", "sureness"]} />
		<${Choice} label="Basis" of=${BASES} value=${f.basis} set=${(basis) => set({ basis })} />
		<label><span>Why</span><input value=${f.why} placeholder="kept in the journal"
			onInput=${(e) => set({ why: e.target.value })} /></label>`;
}

function useForm(s) {
	const [f, put] = useState(() => formOf(s)), first = useRef(), [wrong, say] = useState(null);
	return { f, first, wrong, say, set: (what) => { say(null); put((was) => ({ ...was, ...what })); } };
}

function Ends({ wrong, save }) {
	return html`${wrong && html`<p class="wrong" role="alert">${wrong}</p>`}<p class="ends">
		<button type="submit">${save}${" "}
		<${Key} of="enter" /></button> <button type="button" onClick=${close}>Leave it${" "}
		<${Key} of="esc" /></button></p>`;
}

export function close() {
	const was = editing.peek();
	editing.value = null;
	const act = () => document.querySelector(".reading .act[aria-pressed=true]");
	if (was)
		setTimeout(() => act()?.focus({ preventScroll: true }));
}

export function Correction({ s, text }) {
	const { f, first, wrong, say, set } = useForm(s), seen = useSeen();
	useLayoutEffect(() => { first.current.focus(); }, []);
	const save = async (e) => {
		e.preventDefault();
		const bad = off(f);
		if (bad)
			say(bad);
		else if (await correct(s, fieldsOf(f, s, partsOf(s), text), f.why.trim(), seen))
			close();
	};
	return html`<form class="correct" aria-label="Correct the statement" onSubmit=${save}>
		<${Fields} f=${f} set=${set} first=${first} /><${Ends} wrong=${wrong} save="Keep" /></form>`;
}

// Marked in the text, or written as it stands there.
export function Marking({ document, span }) {
	const { f, first, wrong, say, set } = useForm(BLANK), given = span && points(document.text).cut(...span);
	const [said, write] = useState(given ?? ""), text = useRef();
	useLayoutEffect(() => { (span ? first : text).current.focus(); }, []);
	const save = async (e) => {
		e.preventDefault();
		const content = said === given ? span : find(document.text, said), bad = off(f);
		if (!content)
			say("These words do not stand in the text. Write them as it has them, or mark them there.");
		else if (bad)
			say(bad);
		else {
			const id = await enter(document, content, fieldsOf(f, {}, [content], document.text),
				f.why.trim());
			if (id) {
				pick(id);
				close();
			}
		}
	};
	return html`<form class="correct" aria-label="A statement by hand" onSubmit=${save}>
		<h2>A statement by hand</h2>
		<label class="words"><span>Its words, as they stand in the text</span><textarea ref=${text} rows="3"
			class="serif" value=${said} onInput=${(e) => write(e.target.value)}></textarea></label>
		<${Fields} f=${f} set=${set} first=${first} /><${Ends} wrong=${wrong} save="Keep" /></form>`;
}
