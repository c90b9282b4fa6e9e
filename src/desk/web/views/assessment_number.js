// A number of the assessment: a button behind which are the words that carry it, shown in line below its row.
import { html } from "html";
import { opened, without } from "./assessment_data.js";
import { WordsOf } from "./assessment_words.js";

export function toggleWords(at, about) {
	opened.value = opened.peek()?.at === at ? null : { at, about };
}

// `at` names the number within the view; `about` what it is about ("source:cnn"); `drop` what `d` takes away; `place`
// the rating that space takes hold of.
export function Num({ at, about, drop, place, label, children }) {
	return html`<button class="plain num" data-id=${at} data-about=${about} data-place=${place}
		data-drop=${drop && `${drop.kind} ${drop.id}`} aria-expanded=${opened.value?.at === at}
			aria-label=${label}
		onClick=${() => toggleWords(at, about)}>${children}</button>`;
}

// The columns of a table by the names of their widths: rows that span all of them come and go.
export function Columns({ of }) {
	return html`<colgroup>${of.map((name) => html`<col class=${`c-${name}`} />`)}</colgroup>`;
}

// Below the row of a number: its words, while they are open.
export function Below({ at, columns }) {
	const about = opened.value?.at === at && opened.value.about;
	if (!about)
		return null;
	return columns ? html`<tr class="below"><td colspan=${columns}><${WordsOf} about=${about} /></td></tr>`
		: html`<div class="below"><${WordsOf} about=${about} /></div>`;
}

// The number that has the focus, or within whose row it is.
export function focused() {
	const at = document.activeElement;
	return at?.closest?.("[data-about]") ?? at?.closest?.("tr, li")?.querySelector("[data-about]") ?? null;
}

export function lookWithout(text) {
	const [kind, ...id] = text.split(" "), is = without.peek();
	without.value = is && `${is.kind} ${is.id}` === text ? null : { kind, id: id.join(" ") };
}
