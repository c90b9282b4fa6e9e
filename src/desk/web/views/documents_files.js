// Files that are dropped anywhere on the page, folders with all that is in them, or chosen. They are sent one after
// another; when the last of a batch is read, a draft is asked for once, so that what they suggest is proposed.
import { signal, computed, effect } from "@preact/signals";
import { sendFile, post, Refused } from "../api.js";
import { go, head, jobs, trouble, view } from "../state.js";

export const unsent = signal([]);        // { name, file }: not sent yet, the first is under way
export const refused = signal([]);       // { name, error }: not taken at all
export const putAway = signal(new Set()); // ids of failed jobs that were read by the person
export const drafting = computed(() => here.value.some((j) => j.kind === "draft" && isOpen(j)));

const isOpen = (job) => job.state === "waiting" || job.state === "running";
const here = computed(() => jobs.value.filter((j) => (j.room ?? "") === (head.value?.room ?? "")));

// What the list shows: what is being read, and what was not read.
export const open = computed(() => here.value.filter((j) => isOpen(j)).sort((a, b) => a.id - b.id));
export const failures = computed(() => here.value.filter((j) => !putAway.value.has(j.id) &&
	(j.state === "failed" || (j.state === "stopped" && j.kind === "file"))));

const refuse = (name, error) => { refused.value = [...refused.peek(), { name, error }]; };

let batch = new Set(), sending = false;

export function add(files) {
	unsent.value = [...unsent.peek(), ...files.filter((f) => !f.name.split("/").pop().startsWith("."))];
	if (!sending)
		send();
}

// Too much at once: what waits is sent when some of it is done.
const later = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });

async function sendOne({ file, name }) {
	for (;;)
		try {
			const { data } = await sendFile(file, name);
			batch.add(data.job);
			return;
		} catch (e) {
			if (!(e instanceof Refused) || e.status !== 503) {
				refuse(name, e instanceof Refused ? e.message
					: "The desk does not answer, or the file cannot be opened. Drop it again.");
				return;
			}
			await later(500);
		}
}

async function send() {
	sending = true;
	while (unsent.peek().length) {
		await sendOne(unsent.peek()[0]);
		unsent.value = unsent.peek().slice(1);
	}
	sending = false;
	jobs.value = [...jobs.peek()]; // a batch of which all is done already
}

export async function draft() {
	try {
		await post("/api/draft", {});
	} catch (e) {
		trouble.value = e.message;
	}
}

effect(() => {
	const all = jobs.value, mine = all.filter((j) => batch.has(j.id));
	if (sending || !batch.size || mine.length < batch.size || mine.some(isOpen))
		return;
	batch = new Set();
	if (mine.some((j) => j.state === "done" || j.state === "failed")) // of an archive, some may have been read
		draft();
});

export async function stop(job) {
	try {
		await post(`/api/jobs/${job.id}/stop`, {});
	} catch (e) {
		trouble.value = e.message;
	}
}

// --- dropping ---

const isOfFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
const mark = (on) => document.documentElement.classList.toggle("dropping", on);

const fileOf = (entry) => new Promise((resolve, reject) => { entry.file(resolve, reject); });
const someOf = (reader) => new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });

async function walk(entry, path, out) {
	if (entry.isFile) {
		out.push({ name: path + entry.name, file: await fileOf(entry) });
		return;
	}
	const reader = entry.createReader();
	for (let some = await someOf(reader); some.length; some = await someOf(reader)) // at most 100 at a time
		for (const child of some)
			await walk(child, `${path}${entry.name}/`, out);
}

async function dropped(event) {
	mark(false);
	if (!isOfFiles(event))
		return;
	event.preventDefault();
	// What was dropped is there only as long as the event: it is taken before anything is waited for.
	const items = [...event.dataTransfer.items].filter((i) => i.kind === "file");
	const taken = items.map((i) => ({ entry: i.webkitGetAsEntry?.(), file: i.getAsFile() })), out = [];
	if (view.peek() !== "documents")
		go("documents");
	for (const { entry, file } of taken)
		try {
			if (entry?.isDirectory)
				await walk(entry, "", out);
			else if (file)
				out.push({ name: file.name, file });
		} catch {
			refuse(entry?.name ?? file?.name, "It cannot be opened here.");
		}
	add(out);
}

export function listenToDrops() {
	addEventListener("dragover", (event) => {
		if (!isOfFiles(event))
			return;
		event.preventDefault();
		event.dataTransfer.dropEffect = "copy";
		mark(true);
	});
	addEventListener("dragleave", (event) => {
		if (!event.relatedTarget)
			mark(false);
	});
	addEventListener("drop", dropped);
}
