// The page: what is always there (views, tally, answer, keys), and the view between.
import { html, render } from "html";
import { useEffect } from "preact/hooks";
import { listenToKeys, table, scope } from "./keys.js";
import { begin, go, head, lost, conflicts, trouble, side, undo, view, edit, VIEWS } from "./state.js";
import { room } from "./api.js";
import { count } from "./words.js";
import { Key } from "./parts.js";
import { value } from "./words.js";
import { Tally } from "./tally.js";
import { Foot, Keys } from "./foot.js";
import { Journal } from "./journal.js";
import { Search } from "./search.js";
import { Tour } from "./tour.js";
import { Documents } from "./views/documents.js";
import { Origins } from "./views/origins.js";
import { Matrix } from "./views/matrix.js";
import { Assessment } from "./views/assessment.js";
import { Report } from "./views/report.js";

const PAGES = { documents: Documents, origins: Origins, matrix: Matrix, assessment: Assessment, report: Report };
const SIDES = { journal: Journal, search: Search, keys: Keys, tour: Tour };
const NAMES = { documents: "Documents", origins: "Origins", matrix: "Matrix", assessment: "Assessment",
	report: "Report" };

function toggle(name) {
	side.value = side.value === name ? null : name;
}

table("everywhere", [
	...VIEWS.flatMap((name, i) => [
		{ key: `alt+${i + 1}`, label: NAMES[name], hidden: true, run: () => go(name) },
		{ key: String(i + 1), label: NAMES[name], hidden: true, run: () => go(name) },
	]),
	{ key: "/", label: "search", hidden: true, run: () => { side.value = "search"; } },
	{ key: "j", label: "journal", hidden: true, run: () => toggle("journal") },
	{ key: "z", label: "undo", hidden: true, run: () => { undo(); } },
	{ key: "Z", label: "redo", hidden: true, run: () => { undo(true); } },
	{ key: "t", label: "tour of the example", hidden: true, run: () => toggle("tour") },
	{ key: "?", label: "all keys", hidden: true, run: () => toggle("keys") },
	{ key: "Escape", label: "close what stands beside", hidden: true, run: () => {
		if (!side.value)
			return false;
		side.value = null;
		return true;
	} },
]);

function Tab({ of, nth }) {
	const open = (e) => {
		e.preventDefault();
		go(of);
	};
	const here = view.value === of ? "page" : undefined;
	return html`<li><a href=${`${room}/${of}`} aria-current=${here} onClick=${open}>
		<span class="nth">${nth}</span> ${NAMES[of]}</a></li>`;
}

function Opener({ of, look, sign, children }) {
	return html`<button class=${look} onClick=${() => toggle(of)} aria-expanded=${side.value === of}>
		${children} <${Key} of=${sign} /></button>`;
}

function Head() {
	const h = head.value, file = room ? "the built-in example" : (h?.path ?? "").split("/").pop();
	const changes = h ? `, ${count(h.version, "change")}` : "";
	return html`<header class="head">
		<h1><span class="title">${h ? h.case.title ?? "A case without a title" : "\u00a0"}</span>
			<span class="soft file">${file}</span></h1>
		<nav aria-label="Views"><ul>
			${VIEWS.map((name, i) => html`<${Tab} of=${name} nth=${i + 1} />`)}
		</ul></nav>
		<div class="tools">
			<${Opener} of="search" look="search" sign="/">Search everything<//>
			<${Opener} of="journal" look="link" sign="j">Journal${changes}<//>
			<button class="link" onClick=${() => undo()}>Undo <${Key} of="z" /></button>
		</div>
	</header>`;
}

// What an edit says, by its place.
const said = (x) => x.set ? `${x.set}: ${value(x.to) || "unrated"}`
	: `${x.put ?? x.merge ?? x.drop}.${x.id ?? x.item.id}${x.drop ? ", dropped" : ""}`;

function Conflict({ of }) {
	const leave = () => { conflicts.value = conflicts.peek().filter((c) => c !== of); };
	const again = () => { leave(); edit(of.edits, of.why); };
	return html`<p class="notice conflict" role="alert">${of.sentence} Yours is kept beside it
		(${of.edits.slice(0, 3).map(said).join("; ")}${of.edits.length > 3 ? "; ..." : ""}):
		<button onClick=${leave}>keep theirs</button>
		<button onClick=${again}>put mine in its place</button></p>`;
}

// What came second is shown in line, with both ways to go on; nothing covers the page.
function Notices() {
	return html`<div class="notices" aria-live="polite">
		${lost.value && html`<p class="notice">The desk does not answer. What is kept is in the case file; when
			it is started again, open the address that it prints.</p>`}
		${conflicts.value.map((c) => html`<${Conflict} of=${c} />`)}
		${trouble.value && html`<p class="notice">${trouble.value}
			<button onClick=${() => { trouble.value = null; }}>close</button></p>`}
	</div>`;
}

function App() {
	const Page = PAGES[view.value], Beside = SIDES[side.value];
	useEffect(() => {
		scope.value = view.value;
		document.title = `${NAMES[view.value]}, ${head.value?.case.title ?? "hearsay"}`;
	}, [view.value, head.value?.case.title]);
	return html`<${Head} /><${Tally} /><${Notices} />
		<div class=${Beside ? "middle beside" : "middle"}>
			<main class=${`view ${view.value}`} id="view">${head.value && html`<${Page} />`}</main>
			${Beside && html`<aside class="side" aria-label=${side.value} tabindex="0">
				<${Beside} /></aside>`}
		</div>
		<${Foot} />`;
}

listenToKeys();
begin();
render(html`<${App} />`, document.body);
