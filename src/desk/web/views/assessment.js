// The assessment: the answer, how likely each is, what moved it; beside it how firm that is and what it hangs on. Every
// number leads to the words behind it, and every rating can be dragged.
import { html } from "html";
import { useEffect } from "preact/hooks";
import { batch } from "@preact/signals";
import { table } from "../keys.js";
import { go, letGo, questionId, select, selection, theCase, trial, weighed } from "../state.js";
import { Empty, Key } from "../parts.js";
import { before, held, opened, without } from "./assessment_data.js";
import { focused, lookWithout, toggleWords } from "./assessment_number.js";
import { Answer, Questions } from "./assessment_answer.js";
import { Likely } from "./assessment_likely.js";
import { Moved } from "./assessment_moved.js";
import { Firm } from "./assessment_firm.js";
import { Hangs, Next } from "./assessment_hangs.js";
import { Analysts, Conflict, Others, Time } from "./assessment_beside.js";
import { Ratings, keep, restore, takeHold } from "./assessment_drag.js";

const isButton = (e) => Boolean(e.target.closest?.("button, a, summary"));

function openWords() {
	const at = focused();
	if (!at)
		return false;
	if (at.dataset.id)
		toggleWords(at.dataset.id, at.dataset.about);
	return true;
}

// Space takes hold of the rating that the number is about, or of the first; where one is held it stays.
function hold(event) {
	const at = event.target.closest?.("[data-place]");
	if (at?.matches("input"))
		return true;
	if (!at && isButton(event))
		return false;
	takeHold(at?.dataset.place ?? null);
	return true;
}

function escape() {
	if (restore())
		return true;
	if (without.peek() || opened.peek()) {
		batch(() => {
			opened.value = without.peek() ? opened.peek() : null;
			without.value = null;
		});
		return true;
	}
	return false;
}

function dropIt() {
	const drop = focused()?.closest("[data-drop]")?.dataset.drop;
	if (!drop || held.peek())
		return false;
	lookWithout(drop);
	return true;
}

function otherQuestion() {
	const all = theCase.peek().questions ?? [], at = all.findIndex((q) => q.id === before.peek()?.q.id);
	if (all.length < 2)
		return false;
	leave();
	select({ question: all[(at + 1) % all.length].id });
	return true;
}

table("assessment", [
	{ key: "Tab", shown: "tab", label: "next number", run: () => false },
	{ key: "w", label: "the words behind it", run: openWords },
	{ key: " ", label: "hold and drag a rating", run: hold },
	{ key: "Escape", label: "let go, restores", run: escape },
	{ key: "Enter", shown: "enter", label: "keep it", run: (e) => !isButton(e) && keep(
		document.querySelector(".ratings .keep input")?.value) },
	{ key: "d", label: "without this", run: dropIt },
	{ key: "q", label: "other question", run: otherQuestion },
]);

// What is only tried or looked at does not outlive the view.
function leave() {
	if (held.peek()) {
		held.value = null;
		letGo();
	}
	batch(() => {
		opened.value = null;
		without.value = null;
	});
}

function Nothing({ c }) {
	if (!c.questions?.length)
		return html`<${Empty} aside="Nothing can be likely or not before something is asked.">No question yet.
			Ask one in the
			matrix, <button class="link" onClick=${() => go("matrix")}>with its answers</button> <${Key}
				of="3" />.<//>`;
	const error = weighed.value.error;
	return html`<${Empty} aside=${error ? "Change either and the weighing goes on."
		: ""}>${error ?? "Being weighed."}<//>`;
}

export function Assessment() {
	const c = theCase.value, at = before.value, asked = selection.value.question;
	useEffect(() => {
		if (trial.peek() && !held.peek())
			letGo();
		return leave;
	}, []);
	useEffect(() => {
		if (asked)
			questionId.value = asked;
	}, [asked]);
	if (!at?.now)
		return html`<${Nothing} c=${c} />`;
	return html`<div class="assessment-panes"><div class=${held.value ? "main-pane holding" : "main-pane"}>
		<${Questions} all=${c.questions} now=${at.q.id} />
		${weighed.value.error && html`<p class="notice">${weighed.value.error} What is shown is what was weighed
			before.</p>`}
		<${Answer} /><${Likely} /><${Moved} /><${Ratings} />
		<div class="pairs"><${Time} /><div><${Conflict} /><${Analysts} /></div></div></div>
		<div class="side-pane"><${Firm} /><${Hangs} /><${Next} /><${Others} /></div></div>`;
}
