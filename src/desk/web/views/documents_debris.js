// Debris: what stood on the page and is no text. It stays in sight, grey, with its kind, where it stood.
import { html } from "html";
import { useEffect, useState } from "preact/hooks";
import { room } from "../api.js";
import { count } from "../words.js";
import { DEBRIS, SHORT } from "./documents_words.js";

const BYTES_MOST = 4e6, WORDS_SHORT = 14;
const isPlain = (media) => /^text\/|html|xml|json/.test(media ?? "");

// The bytes of the original, where the words of debris can be cut out of them.
export function useOriginal(document) {
	const [at, set] = useState({ id: null, bytes: null });
	const id = document?.id, wanted = document?.debris?.length && isPlain(document.media) &&
		(document.bytes ?? 0) < BYTES_MOST;
	useEffect(() => {
		if (!wanted)
			return undefined;
		let gone = false;
		fetch(`${room}/api/documents/${id}/original`).then((r) => r.ok ? r.arrayBuffer() : null)
			.then((bytes) => { if (!gone && bytes) set({ id, bytes: new Uint8Array(bytes) }); }, () => {});
		return () => { gone = true; };
	}, [id, wanted]);
	return at.id === id ? at.bytes : null;
}

function decode(bytes) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder("windows-1252").decode(bytes);
	}
}

// Of markup the words alone. It is parsed apart from the page, where nothing in it runs or is fetched.
function wordsIn(bytes, media) {
	let text = decode(bytes);
	if (/html|xml/.test(media)) {
		const parsed = new DOMParser().parseFromString(text, "text/html");
		parsed.querySelectorAll("script, style, template").forEach((n) => n.remove());
		text = parsed.body.textContent;
	}
	return text.split(/\s+/).filter(Boolean);
}

// Where each paragraph of the text begins, in bytes of UTF-8.
function startsOf(document) {
	const encoder = new TextEncoder(), points = [...document.text];
	let at = 0, bytes = 0;
	return document.paragraphs.map(([from]) => {
		bytes += encoder.encode(points.slice(at, from).join("")).length;
		at = from;
		return bytes;
	});
}

// The paragraph behind which a byte of the original stands; -1: before all.
function behind(document, starts, byte) {
	let text = -1;
	for (const [at, from] of document.map ?? [])
		if (from <= byte)
			text = Math.max(text, at);
	return starts.reduce((best, start, i) => start <= text ? i : best, -1);
}

// Code points of a text by bytes of its UTF-8: [0, 1, 2, 2, ...], the point in which each byte stands.
function pointsByByte(text) {
	const encoder = new TextEncoder(), at = [];
	let n = 0;
	for (const c of text) {
		const bytes = c < "\u0080" ? 1 : encoder.encode(c).length;
		for (let i = 0; i < bytes; i++)
			at.push(n);
		n++;
	}
	at.push(n);
	return at;
}

// What is called debris and stands in the text all the same, as spans of it with their kind.
export function debrisInText(document) {
	const out = [];
	let at = null;
	for (const d of document.debris ?? []) {
		const [from, to] = d.original;
		const run = (document.map ?? []).find(([, o, n, unit]) => !unit && o <= from && to <= o + n);
		if (!run)
			continue;
		at ??= pointsByByte(document.text);
		out.push({ kind: d.kind, debris: d, from: at[run[0] + from - run[1]], to: at[run[0] + to - run[1]] });
	}
	return out;
}

// By paragraph behind which it stands, -1 first: [{ kinds, words, bytes }], short ones that stand together as one.
export function debrisOf(document, original, inside) {
	const by = new Map(), starts = document.debris?.length ? startsOf(document) : [];
	for (const d of (document.debris ?? []).filter((x) => !inside.some((i) => i.debris === x))) {
		const [from, to] = d.original, at = behind(document, starts, from), list = by.get(at) ?? [];
		const words = original ? wordsIn(original.subarray(from, to), document.media ?? "") : [];
		const last = list.at(-1);
		const joins = last && words.length <= WORDS_SHORT && last.words.length <= WORDS_SHORT;
		if (joins) {
			last.words = [...last.words, ...words];
			last.bytes += to - from;
			last.kinds.push(d.kind);
		} else {
			list.push({ kinds: [d.kind], words, bytes: to - from });
		}
		by.set(at, list);
	}
	return by;
}

const unique = (list) => [...new Set(list)];

export function Debris({ of }) {
	const [wide, open] = useState(false), n = of.words.length, kinds = unique(of.kinds);
	const told = kinds.map((k) => DEBRIS[k] ?? k).join(", "), long = n > WORDS_SHORT;
	const side = SHORT[kinds[0]] ?? kinds[0].replace("_", " ");
	if (!n)
		return html`<p class="debris"><span class="aside">${side}</span>${told}, ${
			count(of.bytes, "byte")} of the original, no part of the text</p>`;
	if (!long)
		return html`<p class="debris">${of.words.join(" ")} <span class="kind">(debris: ${told})</span></p>`;
	return html`<p class="debris"><span class="aside">${side}</span>${wide &&
		html`${of.words.join(" ")} `}${told[0].toUpperCase()
		}${told.slice(1)}, ${count(n, "word")}, ${wide ? "shown" : "hidden"}. <button class="link"
			aria-expanded=${wide}
		onClick=${() => open(!wide)}>${wide ? "Hide" : "Show"}</button></p>`;
}

// The share of the page's own words that is debris.
export function shareOfDebris(document) {
	const debris = (document.debris ?? []).reduce((n, { original: [a, b] }) => n + b - a, 0);
	const text = new TextEncoder().encode(document.text ?? "").length;
	return debris + text ? debris / (debris + text) : 0;
}
