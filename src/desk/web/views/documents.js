// The documents: what was read, what is said in each and by whom, and whether it was read right.
import { html } from "html";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { table } from "../keys.js";
import { go, selection, side, trouble, useDesk } from "../state.js";
import { Empty, Key } from "../parts.js";
import { documentId, droppedIn, editing, kept, marked, now, papers, restsOn, statementsOf,
	traced } from "./documents_model.js";
import { Adding, List, step } from "./documents_list.js";
import { failures, listenToDrops, open, refused, stop, unsent } from "./documents_files.js";
import { accept, drop } from "./documents_change.js";
import { close } from "./documents_edit.js";
import { markedSpan, Reading } from "./documents_text.js";
import { Statement } from "./documents_statement.js";

const NOTHING = new Set();

const withChosen = (run) => () => {
	if (!now.chosen || editing.peek())
		return false;
	run(now.chosen);
	return true;
};

// From nowhere tab goes to the statement that is chosen; from there on the browser knows the way.
function toStatement(event) {
	if (event.shiftKey || document.activeElement !== document.body)
		return false;
	const first = document.querySelector(".reading .act");
	const to = document.querySelector(".reading .act[aria-pressed=true]") ?? first;
	to?.focus();
	return Boolean(to);
}

// From a statement in the text to what stands beside it: tab goes through that.
function toPane() {
	const pane = document.querySelector(".chosen-statement");
	if (!document.activeElement?.matches(".reading .act") || !pane)
		return false;
	pane.tabIndex = -1;
	pane.focus();
	return true;
}

function mark() {
	if (!now.document)
		return false;
	marked.value = markedSpan(now.document);
	editing.value = "mark";
	return true;
}

function toCell(s) {
	const r = restsOn(s).reports[0];
	if (r)
		go("matrix", { fact: r.fact });
	else
		trouble.value = "No report rests on these words, so they have no cell in the matrix.";
}

function escape() {
	if (editing.peek()) {
		close();
		return true;
	}
	const job = open.peek().find((j) => j.state === "running" && j.kind === "file");
	if (side.peek() || !job)
		return false;
	stop(job);
	return true;
}

const plain = (run) => (event) => event.target.matches?.("select, input, textarea") ? false : run();

table("documents", [
	{ key: "ArrowUp", shown: "\u2191 \u2193", label: "document", run: plain(() => step(-1)) },
	{ key: "ArrowDown", label: "document", hidden: true, run: plain(() => step(1)) },
	{ key: "Tab", shown: "tab", label: "next statement", run: toStatement },
	{ key: "Enter", shown: "enter", label: "its details", run: toPane },
	{ key: "a", label: "accept", run: withChosen(accept) },
	{ key: "e", label: "edit", run: withChosen(() => { editing.value = "fields"; }) },
	{ key: "x", label: "not a statement", run: withChosen(drop) },
	{ key: "m", label: "cell in the matrix", run: withChosen(toCell) },
	{ key: "s", label: "mark a statement", run: mark },
	{ key: "o", label: "add files", run: () => { document.querySelector(".add-files")?.click(); } },
	{ key: "Escape", shown: "esc", label: "leave what is edited, or stop what is read", hidden: true, run: escape },
]);

listenToDrops();

function Nothing() {
	const busy = open.value.length + unsent.value.length + failures.value.length + refused.value.length > 0;
	return html`<div class="documents-empty">${busy ? html`<${List} />` : html`<${Empty}
		aside="The tally counts 0 documents. The other views stay open and say what they wait for.">Nothing read
			yet. Drop pages, PDFs or mail here, or press <${Key} of="o" />. No file at hand?${" "}
		<${Key} of="t" /> takes you through the built-in example in four minutes.<//><${Adding} />`}</div>`;
}

function Page({ id }) {
	const { data, error, loading } = useDesk(`/api/documents/${id}`);
	const document = data?.id === id ? data : null;
	const alone = document && !kept.value.has(id) && document.statements?.length > 0;
	const journal = useDesk(alone ? "/api/journal" : null).data;
	const dropped = useMemo(() => journal ? droppedIn(journal) : NOTHING, [journal]);
	const mine = kept.value.get(id);
	const list = useMemo(() => statementsOf(id, document, dropped), [id, mine, document, dropped]);
	const at = Math.max(0, list.findIndex((s) => s.id === selection.value.statement)), s = list[at] ?? null;
	Object.assign(now, { document, list, chosen: s });
	useEffect(() => () => { Object.assign(now, { document: null, list: [], chosen: null }); }, []);
	const d = papers.value.find((x) => x.id === id), last = useRef();
	useEffect(() => { // what is edited is of one statement
		if (last.current && last.current !== s?.id && editing.peek() === "fields")
			editing.value = null;
		last.current = s?.id;
	}, [s?.id]);
	return html`<${Reading} d=${d} document=${document} list=${list} chosen=${s} error=${error}
			loading=${loading} />
		<${Statement} s=${s} nth=${at + 1} of=${list.length} d=${d} document=${document} />`;
}

export function Documents() {
	const trace = useDesk(papers.value.length ? "/api/trace" : null).data;
	useEffect(() => { traced.value = trace; }, [trace]);
	const id = documentId.value;
	return id ? html`<${List} /><${Page} id=${id} />` : html`<${Nothing} />`;
}
