// The tour: it goes through the built-in example, view by view, outlines what it speaks of, and goes back to the case.
// Where it is, is kept as long as the browser's tab is open.
import { html } from "html";
import { useEffect, useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import { post, room } from "./api.js";
import { go, head, side } from "./state.js";
import { Key } from "./parts.js";
import { STEPS } from "./tour_steps.js";

const kept = sessionStorage.getItem("tour");
const step = signal(Math.min(Math.max(Number(kept ?? 0) || 0, 0), STEPS.length - 1));
const refused = signal(null);

if (room && kept !== null)
	side.value = "tour";

function at(n) {
	step.value = n;
	sessionStorage.setItem("tour", String(n));
}

async function start() {
	try {
		await post("/api/example", {});
		sessionStorage.setItem("tour-from", location.pathname + location.hash);
		sessionStorage.setItem("tour", "0");
		location.assign("/example/documents");
	} catch (e) {
		refused.value = e.message;
	}
}

function end() {
	const from = sessionStorage.getItem("tour-from") ?? "/";
	sessionStorage.removeItem("tour");
	sessionStorage.removeItem("tour-from");
	location.assign(from);
}

const find = (selectors) => selectors.map((s) => document.querySelector(s)).find(Boolean);

// Outlines a thing as soon as it is on the page, and again where the page was drawn anew.
function outline(selectors) {
	let on = null;
	const look = () => {
		const it = find(selectors);
		if (it === on && it?.classList.contains("toured"))
			return;
		on?.classList.remove("toured");
		it?.classList.add("toured");
		if (it && it !== on)
			it.scrollIntoView({ block: "nearest" });
		on = it;
	};
	look();
	const timer = setInterval(look, 250);
	return () => {
		clearInterval(timer);
		on?.classList.remove("toured");
	};
}

function Invitation() {
	const begin = useRef();
	useEffect(() => { begin.current.focus(); }, []);
	return html`<h2>A tour in four minutes</h2>
		<p>It goes through the built-in example, four pages about dead fish in a river, from the pages to the
			report. Your own case stays as it is; the last step leads back to it.</p>
		<p class="deed"><button ref=${begin} onClick=${start}>Begin <${Key} of="enter" /></button>
			<button class="link" onClick=${() => { side.value = null; }}>not now <${Key} of="esc" />
				</button></p>
		${refused.value && html`<p role="alert">${refused.value}</p>`}`;
}

export function Tour() {
	const ready = head.value !== null, n = step.value, now = STEPS[n], on = useRef();
	useEffect(() => {
		if (!room || !ready)
			return undefined;
		go(now.view, now.at(), true);
		return outline(now.outline);
	}, [n, ready]);
	useEffect(() => { on.current?.focus(); }, [ready]);
	if (!room)
		return html`<${Invitation} />`;
	const last = n === STEPS.length - 1;
	return html`<div class="tour"><h2>Tour <span class="soft">step ${n + 1} of ${STEPS.length}</span></h2>
		<div aria-live="polite"><h3>${now.title}</h3><p>${now.words}</p>
			${now.press && html`<dl class="keys">${now.press.map(([key, words]) => html`<div key=${key}><dt>
				<${Key} of=${key} /></dt>
				<dd>${words}</dd></div>`)}</dl>`}</div>
		<p class="deed"><button ref=${on} onClick=${() => (last ? end() : at(n + 1))}>${last ?
			"Back to your case" : "Next"}</button>
			${n > 0 && html` <button onClick=${() => at(n - 1)}>Back</button>`}
			${!last && html` <button class="link" onClick=${end}>end the tour</button>`}</p>
		<p class="small soft">Try what you like: the example is a copy, made anew for each desk.</p></div>`;
}
