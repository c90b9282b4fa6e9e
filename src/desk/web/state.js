// What the page knows. Signals hold the newest that is known; a view reads them, and asks for more by `want`.
import { signal, computed, batch } from "@preact/signals";
import { useEffect, useState } from "preact/hooks";
import { get, post, listen, room, Refused } from "./api.js";

export const view = signal("documents");  // documents, origins, matrix, assessment, report
export const side = signal(null);         // what stands beside the view: "journal", "search", "keys", "tour" or null
export const selection = signal({});      // what is selected, by kind: { document, statement, fact, hypothesis, ... }
export const head = signal(null);         // GET /api/case: { me, room, path, version, drafted, case }
export const jobs = signal([]);           // GET /api/jobs
export const trouble = signal(null);      // a sentence that the person should know of, or null
export const conflicts = signal([]);      // { sentence, edits, why }: changes of one's own that came second
export const lost = signal(false);        // the desk does not answer
export const analyst = signal(null);      // whose ratings are made: an analyst's id, or null for the case's own
export const questionId = signal(null);

export const theCase = computed(() => head.value?.case ?? { questions: [], facts: [], sources: [], reports: [] });
export const version = computed(() => head.value?.version ?? -1);

// --- what is computed of the case, by path; asked for again when the case has changed, where it is on the page ---

const resources = new Map();

function resource(path) {
	if (!resources.has(path))
		resources.set(path, { path, asked: -2, users: 0,
			signal: signal({ data: null, version: -1, error: null, loading: false }) });
	return resources.get(path);
}

function ask(r) {
	if (r.asked !== version.peek() && version.peek() >= 0)
		r.asking = fetchOf(r);
	return r.asking;
}

async function fetchOf(r) {
	const asked = r.asked = version.peek();
	r.signal.value = { ...r.signal.peek(), loading: true };
	try {
		const { data, version: made } = await get(r.path);
		if (r.asked === asked)
			r.signal.value = { data, version: made, error: null, loading: false };
	} catch (e) {
		if (r.asked === asked)
			r.signal.value = { ...r.signal.peek(), error: e.message, loading: false };
	}
}

// For a component: { data, version, error, loading } of a path as long as it is on the page. `data` is the last that is
// known, however old: never a blank while the newer one is made.
export function useDesk(path) {
	useEffect(() => {
		if (!path)
			return undefined;
		const r = resource(path);
		r.users++;
		ask(r);
		return () => { r.users--; };
	}, [path]);
	return path ? resource(path).signal.value : { data: null, version: -1, error: null, loading: false };
}

// For a form: the version of the case that was in sight when it was opened, which what is typed there is based on.
export function useSeen() {
	return useState(() => version.peek())[0];
}

function renew() {
	for (const r of resources.values())
		if (r.users)
			ask(r);
}

// --- the assessment: at once without draws, then with them ---

// What the desk said of edits that are not made: { edits, data }. Where they were made after all, it stays in
// sight until the case is weighed as it is then, so that no older number comes back in between.
export const trial = signal(null);
const quick = resource("/api/weigh?draws=0"), drawn = resource("/api/weigh");
quick.users = drawn.users = 1; // the answer is always in sight

// { data, exact, trial }: the newest assessment of the case as it is kept; exact: with intervals that belong to it.
export const kept = computed(() => {
	const q = quick.signal.value, d = drawn.signal.value;
	if (d.data && d.version >= q.version)
		return { data: d.data, exact: true, trial: false, intervals: d.data, error: d.error };
	return { data: q.data ?? d.data, exact: false, trial: false, intervals: d.data, error: q.error ?? d.error };
});

// The same under what is tried, while something is.
export const weighed = computed(() => trial.value?.data
	? { data: trial.value.data, exact: false, trial: true, intervals: trial.value.data } : kept.value);

// The newest assessment with draws of the case as it is kept, whatever is tried.
export const keptDrawn = computed(() => drawn.signal.value.data);

export const question = computed(() => {
	const all = theCase.value.questions ?? [];
	return all.find((q) => q.id === questionId.value) ?? all[0] ?? null;
});

// The answers to a question of the newest assessment, or null.
export function answersTo(id) {
	return weighed.value.data?.questions?.find((q) => q.id === id) ?? null;
}

// --- changes ---

export async function refresh() {
	const before = refreshed;
	try {
		const { data } = await get("/api/case");
		if (refreshed !== before && data.version < version.peek())
			return; // overtaken by a newer one
		refreshed++;
		batch(() => {
			head.value = data;
			lost.value = false;
			if (data.version !== renewed)
				renew();
			renewed = data.version;
		});
	} catch (e) {
		if (e instanceof Refused)
			trouble.value = e.message;
		else
			lost.value = true;
	}
}
let renewed = -1, refreshed = 0; // the version that all was last asked of; how often the case came

// Makes edits (see doc/desk-api.md), one after another. True as soon as they are kept and on the page, weighed or not:
// a form must be gone by then, or it takes the next key. What came second is kept beside, in `conflicts`: but not to
// edits of one's own, which the page knows of though it has not seen the case since.
export function edit(edits, why, base = version.peek()) {
	const at = attempts, made = waiting.then(() => make(edits, why, base, at));
	waiting = made;
	return made;
}

// Until the case as it is kept is weighed.
export async function answered() {
	for (let asked = null; asked !== quick.asking;)
		await (asked = quick.asking);
}

let waiting = Promise.resolve();
let own = { from: -1, to: -1 }; // between these versions nothing but this page's edits was made

// What was tried until then goes with it; what is tried since stays.
async function make(edits, why, seen, at) {
	const base = seen >= own.from && seen < own.to ? own.to : seen;
	try {
		const { data } = await post("/api/edit", { base, edits, why });
		const from = data.before !== base ? data.before : base === own.to ? own.from : base;
		own = { from, to: data.version };
		if (attempts === at)
			stopTrying();
		trouble.value = null;
		await refresh();
		answered().then(() => attempts === at && letGo()); // until then what was tried stands
		return true;
	} catch (e) {
		if (attempts === at)
			letGo();
		await refused(e, edits, why);
		return false;
	}
}

async function refused(e, edits, why) {
	if (e instanceof Refused && e.status === 409) {
		conflicts.value = [...conflicts.peek(), { sentence: e.message, edits, why }];
		await refresh();
	} else if (e instanceof Refused) {
		trouble.value = e.message;
	} else {
		lost.value = true;
		const sentence = "The desk does not answer: this change is not kept yet.";
		conflicts.value = [...conflicts.peek(), { sentence, edits, why }];
	}
}

export async function undo(redo = false) {
	try {
		const { data } = await post("/api/undo", { redo });
		trouble.value = data.what;
		await refresh();
	} catch (e) {
		trouble.value = e.message;
	}
}

// --- a change that is only tried: the newest wins, one is under way at a time ---

let trying = null, next = null, turn = 0, attempts = 0;

// In brief, what a matrix shows and no more: it must follow the hand. `shown` is called with the answer, in one stroke.
export function attempt(edits, brief = false, shown = null) {
	next = { edits, brief, shown };
	attempts++;
	trying ??= follow(turn);
	return trying;
}

async function follow(mine) {
	while (next && mine === turn) {
		const { shown, ...now } = next;
		next = null;
		try {
			const { data } = await post("/api/try", now);
			if (mine === turn)
				batch(() => {
					trial.value = { edits: now.edits, data };
					shown?.();
				});
		} catch (e) {
			if (mine === turn)
				trouble.value = e.message;
		}
	}
	if (mine === turn)
		trying = null;
}

// What is under way is no longer wanted.
function stopTrying() {
	turn++;
	trying = next = null;
}

// Lets go of what was tried: everything is as it was.
export function letGo() {
	stopTrying();
	trial.value = null;
}

// --- the address of the page ---

export const VIEWS = ["documents", "origins", "matrix", "assessment", "report"];

function readAddress() {
	const [path, rest] = location.pathname.slice(room.length).split("/").filter(Boolean);
	view.value = VIEWS.includes(path) ? path : "documents";
	const at = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
	selection.value = at;
	if (at.question)
		questionId.value = at.question;
}

// Goes to a view and what is selected there; the address says so, so that it can be kept.
export function go(to, what = selection.peek(), replace = false) {
	const hash = new URLSearchParams(Object.entries(what).filter(([, v]) => v)).toString();
	history[replace ? "replaceState" : "pushState"](null, "", `${room}/${to}${hash ? "#" + hash : ""}`);
	batch(() => {
		view.value = to;
		selection.value = what;
	});
}

export function select(what) {
	go(view.peek(), { ...selection.peek(), ...what }, true);
}

// What is told of a job while this is under way is newer.
function readJobs() {
	const before = jobs.peek();
	get("/api/jobs").then(({ data }) => {
		const told = jobs.peek().filter((j) => !before.includes(j));
		jobs.value = [...data.filter((j) => told.every((t) => t.id !== j.id)), ...told];
	}, () => {});
}

export function begin() {
	readAddress();
	addEventListener("popstate", readAddress);
	refresh();
	readJobs();
	listen({
		changed: () => waiting.then(refresh), // one's own edit shows when its form goes
		missed: () => { refresh(); readJobs(); },
		job: (job) => {
			jobs.value = [...jobs.peek().filter((j) => j.id !== job.id), job];
		},
		lost: () => { lost.value = true; },
		back: () => { lost.value = false; refresh(); readJobs(); },
	});
}
