// Search over everything: what is typed is asked for at once; arrows and enter go to where a hit stands.
import { html } from "html";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { get } from "./api.js";
import { go, questionId, selection, side, theCase } from "./state.js";
import { count } from "./words.js";
import { Key } from "./parts.js";

const PAUSE = 120, MOST = 60;

const KINDS = {
	documents: "Documents", statements: "Statements", facts: "Facts", questions: "Questions", hypotheses: "Answers",
	reports: "Reports", judgements: "Judgements of others", sources: "Sources", assumptions: "Assumptions",
	analysts: "Analysts", journal: "Journal", foreign: "From other programs",
};

const FIELDS = { say: "", ask: "", words: "", title: "title", name: "", text: "text", why: "why", id: "name",
	"speaker.name": "holder", "targets.actor": "of whom", "chain.name": "through whom", who: "who",
	outlet: "outlet", access: "how it knows", record: "how it did before", path: "file", byline: "by", credit:
		"credits" };

// --- what matches: letters without case and accents, as the desk compares them ---

const fold = (c) => c.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace("\u2019", "'");

// The snippet in stretches: [words, whether they match].
function stretches(snippet, query) {
	const letters = [...snippet], folded = letters.map(fold), hit = new Array(letters.length).fill(false);
	for (const word of query.split(/\s+/).filter(Boolean).map((w) => [...w].map(fold).filter(Boolean)))
		for (let i = 0; i + word.length <= folded.length; i++)
			if (word.every((c, j) => folded[i + j] === c))
				hit.fill(true, i, i + word.length);
	const out = [];
	letters.forEach((c, i) => {
		if (i && hit[i] === hit[i - 1])
			out.at(-1)[0] += c;
		else
			out.push([c, hit[i]]);
	});
	return out;
}

// --- where a hit stands ---

const find = (list, id) => theCase.peek()[list]?.find((x) => x.id === id);
const atStatement = (id) => ({ document: find("statements", id)?.document, statement: id });

const PLACES = {
	documents: (h, n) => ["documents",
		{ document: h.id, ...(h.field === "text" ? { at: h.at, to: h.at + n } : {}) }],
	statements: (h) => ["documents", { document: h.of, statement: h.id }],
	facts: (h) => ["matrix", { fact: h.id }],
	hypotheses: (h) => ["matrix", { question: h.of, hypothesis: h.id }],
	questions: (h) => ["assessment", { question: h.id }],
	sources: (h) => ["origins", { source: h.id }],
	reports: (h) => {
		const r = find("reports", h.id);
		return r?.statement && find("statements", r.statement) ? ["documents", atStatement(r.statement)]
			: ["matrix", { fact: h.of, report: h.id }];
	},
	judgements: (h) => {
		const j = find("judgements", h.id);
		return j?.statement && find("statements", j.statement) ? ["documents", atStatement(j.statement)]
			: ["assessment", { question: j?.question }];
	},
	assumptions: () => ["assessment", {}],
	analysts: () => ["assessment", {}],
};

function follow(hit, query) {
	if (hit.kind === "journal") {
		go(location.pathname.split("/").pop() || "documents", { ...selection.peek(), entry: hit.id }, true);
		side.value = "journal";
		return;
	}
	const n = [...(query.trim().split(/\s+/)[0] ?? "")].length || 1, to = PLACES[hit.kind]?.(hit, n);
	if (!to)
		return;
	if (to[1].question)
		questionId.value = to[1].question;
	go(...to);
	side.value = null;
}

// What the item is called, where the words that were found are not that.
function called(h) {
	const items = { documents: ["title", "outlet"], facts: ["say"], sources: ["name"], statements: ["words"],
		judgements: ["say"], assumptions: ["say"], questions: ["ask"] }[h.kind];
	const item = items && find(h.kind, h.id), name = item && items.map((key) => item[key]).find(Boolean);
	if (h.kind === "reports")
		return find("facts", h.of)?.say;
	if (h.kind === "hypotheses")
		return find("questions", h.of)?.hypotheses?.find((x) => x.id === h.id)?.say;
	return name && name !== h.snippet && !items.includes(h.field) ? name : h.kind === "statements"
		? find("documents", h.of)?.outlet : null;
}

function Hit({ h, id, on, query, pick }) {
	const name = called(h), field = FIELDS[h.field] ?? h.field.split(".").pop();
	return html`<div role="option" id=${id} aria-selected=${on} class="hit" data-kind=${h.kind} data-id=${h.id}
		onClick=${pick}><span class=${h.kind === "statements" || h.field === "text" ? "serif" : ""}>${
		stretches(h.snippet, query).map(([words, hit]) => hit ? html`<mark>${words}</mark>` : words)}</span>
		${(name || field) && html`<span class="soft small">${
			[name !== h.snippet && name, field].filter(Boolean).join(", ")}</span>`}</div>`;
}

// The newest question wins; answers to older ones are not looked at.
function useHits(query) {
	const [state, set] = useState({ query: "", hits: [], error: null });
	useEffect(() => {
		const asked = query.trim();
		if (!asked) {
			set({ query: "", hits: [], error: null });
			return undefined;
		}
		let gone = false;
		const timer = setTimeout(() => get(`/api/search?q=${encodeURIComponent(asked)}`)
			.then(({ data }) => { if (!gone) set({ query: asked, hits: data, error: null }); },
				(e) => { if (!gone) set({ query: asked, hits: [], error: e.message }); }), PAUSE);
		return () => { gone = true; clearTimeout(timer); };
	}, [query]);
	return state;
}

function Groups({ list, at, query }) {
	return [...new Set(list.map((h) => h.kind))].map((kind) => {
		const hits = list.filter((h) => h.kind === kind), name = KINDS[kind] ?? kind;
		return html`<div role="group" key=${kind} aria-label=${`${name}, ${hits.length}`}>
			<div class="kind" aria-hidden="true">${name} <span class="soft">${hits.length}</span></div>
			<div role="presentation">${hits.map((h) => html`<${Hit} key=${h.kind + h.id} h=${h}
				id=${`hit-${list.indexOf(h)}`} on=${list.indexOf(h) === at} query=${query}
				pick=${() => follow(h, query)} />`)}</div></div>`;
	});
}

// What is said above the hits.
function told(asked, hits, error) {
	if (error)
		return error;
	if (!asked)
		return "Texts, statements, facts, sources and the journal. Every word has to stand there; case and " +
			"accents do not matter.";
	if (hits.length > MOST)
		return `${MOST} of ${count(hits.length, "hit")}: more words make them fewer.`;
	return hits.length ? count(hits.length, "hit") : `Nothing has these words in it: ${asked}.`;
}

export function Search() {
	const [query, set] = useState(""), [at, move] = useState(0), input = useRef();
	const { hits, error, query: asked } = useHits(query);
	// Hits of one kind stand together, in the order in which the kinds first come.
	const list = useMemo(() => {
		const kinds = [...new Set(hits.map((h) => h.kind))];
		return kinds.flatMap((kind) => hits.filter((h) => h.kind === kind)).slice(0, MOST);
	}, [hits]);
	useEffect(() => move(0), [list]);
	// At once: the next letter is already meant for it, and a key of the view may drop something.
	useLayoutEffect(() => {
		const before = document.activeElement;
		input.current.focus();
		const back = before === document.body ? null : before;
		return () => (back?.isConnected ? back : document.querySelector(".head .search"))
			?.focus({ preventScroll: true });
	}, []);
	useEffect(() => { document.getElementById(`hit-${at}`)?.scrollIntoView({ block: "nearest" }); }, [at]);
	const key = (e) => {
		const by = { ArrowDown: 1, ArrowUp: -1 }[e.key];
		if (by && list.length)
			move((at + by + list.length) % list.length);
		else if (e.key === "Enter" && list[at])
			follow(list[at], asked);
		else
			return;
		e.preventDefault();
	};
	return html`<h2>Search</h2><input ref=${input} class="search-words" type="search" role="combobox" value=${query}
			aria-label="Search everything" aria-expanded=${list.length > 0} aria-controls="hits"
			aria-autocomplete="list" aria-activedescendant=${list.length ? `hit-${at}` : undefined}
			autocomplete="off" spellcheck=${false}
			onInput=${(e) => set(e.target.value)} onKeyDown=${key} />
		<p class="soft small told" role="status">${told(asked, hits, error)}</p>
		<div class="hits" id="hits" role="listbox" aria-label="Hits"><${Groups} list=${list} at=${at}
			query=${asked} /></div>
		<p class="soft small"><${Key} of="\u2191" /> <${Key} of="\u2193" /> choose,${" "}
			<${Key} of="enter" /> go there,${" "}
			<${Key} of="esc" /> close</p>`;
}
