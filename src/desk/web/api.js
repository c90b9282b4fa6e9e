// How the page speaks with the desk: JSON, as doc/desk-api.md tells, in the room that the page's address names.
export const room = location.pathname.startsWith("/example") ? "/example" : "";

// What the desk refused, in its own sentence.
export class Refused extends Error {
	constructor(status, sentence) {
		super(sentence);
		this.status = status;
	}
}

async function answer(reply) {
	if (!reply.ok) {
		const told = await reply.json().catch(() => ({}));
		throw new Refused(reply.status, told.error || `the desk answered ${reply.status}`);
	}
	const version = Number(reply.headers.get("Hearsay-Version") ?? -1);
	const json = reply.headers.get("Content-Type")?.includes("json");
	return { data: await (json ? reply.json() : reply.text()), version };
}

// { data, version }: what was asked for (a figure as text, else JSON), and the version of the case that it was made
// from.
export async function get(path) {
	return answer(await fetch(room + path));
}

export async function post(path, body) {
	return answer(await fetch(room + path, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify(body),
	}));
}

export async function sendFile(file, name = file.name) {
	const to = `${room}/api/files?name=${encodeURIComponent(name)}`;
	return answer(await fetch(to, { method: "POST", body: file }));
}

// Calls on.changed, on.job, on.missed with what is told, and on.lost and on.back when the desk goes and comes.
export function listen(on) {
	const source = new EventSource(room + "/api/events");
	for (const name of ["changed", "job", "missed"])
		source.addEventListener(name, (event) => on[name](JSON.parse(event.data)));
	source.addEventListener("error", () => on.lost());
	source.addEventListener("open", () => on.back());
	return source;
}
