// The line of keys at the foot, and the page of all of them.
import { html } from "html";
import { tables, scope } from "./keys.js";
import { side } from "./state.js";
import { Key } from "./parts.js";

const SIGNS = { ArrowUp: "\u2191", ArrowDown: "\u2193", ArrowLeft: "\u2190", ArrowRight: "\u2192", " ": "space",
	Escape: "esc", Delete: "delete" };

function shown(row) {
	const key = [].concat(row.key)[0];
	return row.shown ?? SIGNS[key] ?? key;
}

export function Foot() {
	const rows = (tables.value[scope.value] ?? []).filter((row) => !row.hidden);
	return html`<footer class="foot"><span class="keys">${rows.map((row) =>
		html`<span><${Key} of=${shown(row)} /> ${row.label}</span>`)}</span>
		<button class="link" onClick=${() => { side.value = side.value === "keys" ? null : "keys"; }}>
			<${Key} of="?" /> all keys</button></footer>`;
}

function Rows({ of, name }) {
	const seen = new Set();
	const rows = of.filter((row) => !seen.has(row.label) && seen.add(row.label));
	return html`<h3>${name}</h3><dl class="keys">${rows.map((row) => html`<div><dt><${Key} of=${shown(row)} /></dt>
		<dd>${row.label}</dd></div>`)}</dl>`;
}

export function Keys() {
	return html`<h2>Keys</h2><${Rows} name="Here" of=${tables.value[scope.value] ?? []} />
		<${Rows} name="Everywhere" of=${tables.value.everywhere} />
		<p class="soft">Inside the matrix 1 to 7 rate; alt with 1 to 5 changes the view.</p>`;
}
