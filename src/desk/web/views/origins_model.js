// Who is who in the origins: what is selected, what lies on its path, and which document is to be compared with which.
import { go, selection, theCase, view } from "../state.js";
import { day } from "../words.js";

const NONE = { source: undefined, report: undefined, document: undefined, a: undefined, b: undefined };

export const idsOf = (list) => [list ?? []].flat();

// Goes to one thing: { source }, { document }, { report } or a pair { a, b }.
export function pick(what) {
	go("origins", { ...selection.peek(), ...NONE, ...what }, view.peek() === "origins");
}

// A node of the figure or of the list, by its kind and id.
export function pickNode({ kind, id }) {
	if (kind === "document" && theCase.peek().documents?.some((d) => d.id === id))
		pick({ document: id });
	else if (kind === "document" || kind === "report")
		pick({ report: id });
	else if (id.startsWith("untraceable:"))
		pick({ report: id.slice("untraceable:".length) });
	else if (kind === "source" || kind === "relay")
		pick({ source: id });
}

export function isPicked({ kind, id }, at) {
	if (kind === "document" || kind === "report")
		return [at.document, at.a, at.b, at.report].includes(id);
	return id === at.source || (at.report && id === `untraceable:${at.report}`);
}

export const named = (id) => theCase.value.sources?.find((s) => s.id === id)?.name ?? id;

export function titled(d) {
	return d ? d.outlet ?? d.title ?? d.path?.split("/").pop() ?? d.id.slice(0, 12) : "a document that is not here";
}

export function byId(id) {
	return theCase.value.documents?.find((d) => d.id === id);
}

export const dated = (d) => (d?.published ? day(d.published, true) : "no date");

// of: { child: member } of a tracing, for who comes from whom.
export function membersOf(trace) {
	return new Map((trace?.families ?? []).flatMap((f) => f.members.map((m) => [m.id, { ...m, family: f }])));
}

// A document with those it comes from, the document first.
export function ancestry(id, members) {
	const found = [];
	for (let m = members.get(id); m && !found.includes(m); m = members.get(m.of))
		found.push(m);
	return found;
}

// What is bold in the figure: "kind id" of every node and line on the path of what is selected.
export function pathOf(at, reports, members) {
	const on = new Set();
	const follow = (r) => {
		const from = r.from ?? `untraceable:${r.id}`, to = r.document ?? r.id;
		on.add(`source ${from}`).add(`way ${from} ${to}`).add(`document ${to}`).add(`report ${to}`);
		idsOf(r.via).forEach((v) => on.add(`relay ${v}`));
		if (!r.document)
			on.add(`way ${from} *`); // reports of one day and outlet are one page
	};
	if (at.source)
		reports.filter((r) => r.from === at.source || idsOf(r.via).includes(at.source)).forEach(follow);
	if (at.report)
		reports.filter((r) => r.id === at.report).forEach(follow);
	for (const id of [at.document, at.a, at.b].filter(Boolean)) {
		const line = ancestry(id, members);
		const root = line.at(-1)?.id ?? id;
		on.add(`document ${id}`);
		line.forEach((m) => m.of && on.add(`edge ${m.of} ${m.id}`).add(`document ${m.of}`));
		reports.filter((r) => r.document === root || r.document === id).forEach(follow);
	}
	if (at.a && at.b)
		on.add(`open ${at.a} ${at.b}`).add(`open ${at.b} ${at.a}`);
	return on;
}

// What is worth settling, but for what was settled since that was asked.
export function stillOpen(unsettled) {
	const settled = theCase.value.pairs ?? [];
	return unsettled.filter((p) => !settled.some((s) => s.documents.includes(p.a) && s.documents.includes(p.b)));
}

// Those a document can be compared with, the most telling first: what it comes from, then what is unsettled or near.
export function partners(id, trace, unsettled, members) {
	const found = [];
	const add = (x) => x && x !== id && !found.includes(x) && found.push(x);
	const other = (p) => (p.a === id ? p.b : p.b === id ? p.a : null);
	add(members.get(id)?.of);
	unsettled.forEach((p) => add(other(p)));
	[...trace?.pairs ?? []].sort((x, y) => y.similarity - x.similarity).forEach((p) => add(other(p)));
	members.get(id)?.family.members.forEach((m) => add(m.id));
	theCase.peek().documents?.forEach((d) => add(d.id));
	return found;
}

// The pair to show: the one that is selected, or the selected document with its first partner, or what is unsettled.
export function pairOf(at, trace, unsettled, members) {
	const known = (id) => id && theCase.value.documents?.some((d) => d.id === id);
	if (known(at.a) && known(at.b))
		return { a: at.a, b: at.b };
	if (known(at.document)) {
		const [b] = partners(at.document, trace, unsettled, members);
		return b ? older(at.document, b) : null;
	}
	return unsettled.length ? older(unsettled[0].a, unsettled[0].b) : null;
}

// The earlier one stands left.
export function older(x, y) {
	const when = (id) => theCase.peek().documents?.find((d) => d.id === id)?.published ?? "9999";
	return when(y) < when(x) ? { a: y, b: x } : { a: x, b: y };
}
