// Who said it, through whom, and when: the figure that the desk draws, made to listen. Arrows walk its nodes.
import { html } from "html";
import { useEffect, useRef } from "preact/hooks";
import { selection } from "../state.js";
import { Drawn } from "../parts.js";
import { isPicked, pathOf, pickNode } from "./origins_model.js";

const NODES = "[data-kind][role=button], button[data-kind]";
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function middle(node) {
	const r = node.getBoundingClientRect();
	return [r.left + Math.min(r.width, 24) / 2, r.top + r.height / 2];
}

// The node next in a direction: near along it, and not far beside it.
function nearest(from, all, [dx, dy]) {
	const [x, y] = middle(from);
	let best = null, least = Infinity;
	for (const node of all) {
		const [u, v] = middle(node);
		const ahead = (u - x) * dx + (v - y) * dy, aside = Math.abs((u - x) * dy) + Math.abs((v - y) * dx);
		const far = ahead + 2.5 * aside;
		if (node !== from && ahead > 2 && far < least)
			[best, least] = [node, far];
	}
	return best;
}

function rove(all, to) {
	for (const node of all)
		node.setAttribute("tabindex", node === to ? "0" : "-1");
}

// Walks the nodes of the graph or the list from the one in focus; from nowhere to the first.
export function walk(key) {
	const all = [...document.querySelectorAll(".origins .nodes")].flatMap((n) => [...n.querySelectorAll(NODES)]);
	const now = all.find((n) => n.contains(document.activeElement));
	const to = now ? nearest(now, all, STEPS[key]) : all.find((n) => n.getAttribute("tabindex") === "0") ?? all[0];
	if (!to)
		return false;
	rove(all, to);
	to.focus({ preventScroll: true });
	to.scrollIntoView({ block: "nearest", inline: "nearest" });
	return true;
}

const SVG = "http://www.w3.org/2000/svg";

// The figure cuts long names: the whole one becomes the title, which is read out and shown under the pointer. A node
// can be hit between its mark and its name, too.
function prepare(g) {
	const label = g.getAttribute("aria-label");
	if (!label || !(g instanceof SVGElement))
		return;
	const title = document.createElementNS(SVG, "title"), hit = document.createElementNS(SVG, "rect");
	const box = g.getBBox();
	title.textContent = label;
	for (const key of ["x", "y", "width", "height"])
		hit.setAttribute(key, box[key]);
	hit.setAttribute("class", "hit");
	g.prepend(title, hit);
	g.removeAttribute("aria-label");
}

// Marks what is selected and its path. The figure is the desk's: nothing in it is moved.
function mark(root, at, on) {
	const all = [...root.querySelectorAll("[data-kind]")];
	for (const g of all) {
		const { kind, id } = g.dataset;
		const isOn = on.has(`${kind} ${id}`) || (kind === "way" && on.has(`way ${id.split(" ")[0]} *`));
		g.classList.toggle("on", isOn);
		if (g.matches(NODES))
			g.setAttribute("aria-pressed", isPicked(g.dataset, at) ? "true" : "false");
		prepare(g);
	}
	const nodes = all.filter((g) => g.matches(NODES));
	if (!nodes.some((n) => n.contains(document.activeElement)))
		rove(nodes, nodes.find((n) => n.getAttribute("aria-pressed") === "true") ?? nodes[0]);
}

export function Graph({ svg, reports, members }) {
	const at = selection.value, root = useRef();
	const again = () => mark(root.current, at, pathOf(at, reports, members));
	useEffect(again, [at, reports, members]);
	const onKey = (e) => {
		if (e.key !== " " || !e.target.dataset?.kind)
			return;
		e.preventDefault();
		pickNode(e.target.dataset);
	};
	return html`<div class="nodes graph" ref=${root} onKeyDown=${onKey}><${Drawn} svg=${svg}
		onPick=${pickNode} onDrawn=${again} label="Who it came from, through whom, and when" /></div>`;
}

export function Legend() {
	const line = (name, words) => html`<span><svg width="22" height="8" aria-hidden="true">
		<line class=${name} x1="0" x2="22" y1="4" y2="4" /></svg> ${words}</span>`;
	const glyph = (shape, words) => html`<span><svg class="glyph" width="12" height="12" viewBox="0 0 12 12"
		aria-hidden="true">${
		shape}</svg> ${words}</span>`;
	return html`<p class="legend small soft">
		${glyph(html`<circle cx="6" cy="6" r="4.5" class="full" />`, "origin, sized by weight")}
		${glyph(html`<circle cx="6" cy="6" r="4" class="open" stroke-dasharray="2 2" />`, "unknown")}
		${glyph(html`<path d="M6 1.5l4.5 4.5-4.5 4.5-4.5-4.5z" class="open" />`, "relay")}
		${glyph(html`<rect x="1.5" y="1.5" width="9" height="9" class="open" />`, "document")}
		${glyph(html`<rect x="3" y="3" width="6" height="6" class="open" />`, "echo")}
		${line("copied", "copied")} ${line("cites", "cites, digests")} ${line("open", "not established")} ${
		line("path", "path of the selection")}</p>`;
}
