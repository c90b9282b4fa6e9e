// The list: families with their root first and echoes at half height below it, what is being read, what was not,
// and how to add files.
import { html } from "html";
import { useRef } from "preact/hooks";
import { select } from "../state.js";
import { Glyph, Key } from "../parts.js";
import { count, day } from "../words.js";
import { documentId, drafted, filter, isToCheck, kept, nameOf, rows, shown } from "./documents_model.js";
import { add, draft, drafting, failures, open, putAway, refused, stop, unsent } from "./documents_files.js";

const FILTERS = [["all", "All"], ["origin", "Origins"], ["echo", "Echoes"], ["untraceable", "Untraceable"]];

export function choose(id) {
	select({ document: id, statement: undefined, at: undefined, to: undefined });
}

// The next or last document of those that are shown; the focus follows where it was in the list.
export function step(by) {
	const list = shown.peek(), at = list.findIndex((r) => r.d.id === documentId.peek());
	const to = list[Math.max(0, Math.min(list.length - 1, at + by))];
	if (!to)
		return false;
	choose(to.d.id);
	const row = document.querySelector(`.paper[data-id="${CSS.escape(to.d.id)}"]`);
	row?.scrollIntoView({ block: "nearest" });
	if (document.activeElement?.matches(".paper"))
		row?.focus();
	return true;
}

function Filters() {
	return html`<div class="filters" role="group" aria-label="Which documents">${FILTERS.map(([of, word]) => {
		const n = of === "all" ? rows.value.length : rows.value.filter((r) => r.is === of).length;
		return html`<button class="plain" aria-pressed=${filter.value === of}
			onClick=${() => { filter.value = of; }}>${word} ${n}</button>`;
	})}</div>`;
}

function Counts({ row }) {
	const list = kept.value.get(row.d.id), check = drafted.value && (list ?? []).filter(isToCheck).length;
	const settle = row.is === "untraceable" && html`, <b>origin to settle</b>`;
	return html`<span class="line soft">${list ? count(list.length, "statement") : "no statement kept"}${
		check > 0 && html`, <b>${check} to check</b>`}${settle}</span>`;
}

function Paper({ row, chosen, tab }) {
	const { d, is } = row;
	const at = { "data-id": d.id, "aria-current": chosen ? "true" : undefined, tabIndex: tab ? 0 : -1,
		onClick: () => choose(d.id) };
	if (is === "echo")
		return html`<li><button class="plain paper echo" title=${row.why} ...${at}><${Glyph} of="echo" />
			<span class="line"><span class="outlet">${nameOf(d)}</span> <span
				class="soft">${row.relation}</span></span>
			<span class="date soft">${day(d.published)}</span></button></li>`;
	return html`<li><button class="plain paper" ...${at}><${Glyph} of=${is} />
		<b class="line outlet">${nameOf(d)}</b><span class="date soft">${day(d.published)}</span>
		<span class="line soft title">${d.title ?? (d.path ?? "").split("/").pop()}</span>
		<${Counts} row=${row} />
		</button></li>`;
}

// What went wrong, without the name that stands before it already.
function wrong(j) {
	const told = (j.error ?? "").startsWith(`${j.name}: `) ? j.error.slice(j.name.length + 2) : j.error ?? "";
	return told && `. ${told[0].toUpperCase()}${told.slice(1)}${/[.!?]$/.test(told) ? "" : "."}`;
}

const WAITS = { waiting: "waiting", running: "being read" };

function Jobs() {
	const wait = unsent.value, list = open.value.filter((j) => j.kind === "file");
	return html`<div class="jobs" aria-live="polite">${list.map((j) => html`<p key=${j.id} class="job"
		data-job=${j.id}>
			<span class="line">${j.name}</span><span class="soft">${WAITS[j.state]}</span>
			<button aria-label=${`stop ${j.name}`} onClick=${() => stop(j)}>stop</button></p>`)}
		${wait.length > 0 && html`<p class="job soft">${count(wait.length, "file")} to be sent</p>`}
		${drafting.value && html`<p class="job soft">Proposals are being made of what the texts suggest.</p>`}
		${failures.value.map((j) => html`<p key=${j.id} class="job failure" data-job=${j.id}>
			<span><b>${j.state === "stopped" ? "Stopped:" : j.kind === "draft" ? "Not drafted:"
				: "Not read:"}</b> ${
			j.kind === "draft" ? (j.error ?? "") : j.name + wrong(j)}</span>
			<button aria-label=${`put away what is said of ${j.name}`}
				onClick=${() => { putAway.value = new Set(putAway.value).add(j.id); }}>
				put away</button></p>`)}
		${refused.value.map((x) => html`<p class="job failure"><span>
			<b>Not sent:</b> ${x.name}. ${x.error}</span>
			<button aria-label=${`put away what is said of ${x.name}`}
				onClick=${() => { refused.value = refused.value.filter((y) => y !== x); }}>
				put away</button></p>`)}
	</div>`;
}

const chosenFiles = (event) => {
	add([...event.target.files].map((file) => ({ file, name: file.webkitRelativePath || file.name })));
	event.target.value = "";
};

export function Adding() {
	const files = useRef(), folder = useRef();
	return html`<div class="adding soft"><p>Drop files or folders anywhere, or${" "}
		<${Key} of="o" /> to choose. Nothing leaves this computer.</p>
		<p><button class="add-files" onClick=${() => files.current.click()}>Add files</button>
			<button onClick=${() => folder.current.click()}>Add a folder</button></p>
		${rows.value.length > 0 && html`<p><button class="link" disabled=${drafting.value}
			onClick=${draft}>Propose again what the texts suggest</button></p>`}
		<input ref=${files} type="file" multiple hidden aria-label="Files to add" onChange=${chosenFiles} />
		<input ref=${folder} type="file" webkitdirectory hidden aria-label="A folder to add"
			onChange=${chosenFiles} />
	</div>`;
}

export function List() {
	const id = documentId.value, list = shown.value, inside = list.some((r) => r.d.id === id);
	return html`<section class="papers" aria-label="Documents"><h2 class="unseen">Documents</h2><${Filters} />
		<ul class="list">${list.map((row, i) => html`<${Paper} key=${row.d.id} row=${row}
			chosen=${row.d.id === id} tab=${inside ? row.d.id === id : i === 0} />`)}</ul>
		${!list.length && rows.value.length > 0 && html`<p class="soft none">No document is of this kind.</p>`}
		<${Jobs} /><${Adding} /></section>`;
}
