// The desk in a browser, hostile things first: node desk_guard.mjs MODULES CHROMIUM ADDRESS. The case has a page whose
// title, text and statements hold scripts; none runs, and what is put into the page does not either.
import { launch, say } from "./browser.mjs";

const address = process.argv[4], base = new URL(address).origin;
const VIEWS = ["documents", "origins", "matrix", "assessment", "report"];

async function opened(browser, path, at = address) {
	const page = await browser.newPage();
	await page.addInitScript(() => {
		globalThis.refused = [];
		document.addEventListener("securitypolicyviolation",
			(e) => globalThis.refused.push(e.violatedDirective));
	});
	await page.goto(at);
	await page.goto(base + path);
	await page.locator("nav a[aria-current=page]").waitFor();
	return page;
}

// Nothing of a document is ever markup, in any view, nor in what search and journal show of it.
async function texts(browser) {
	for (const view of VIEWS) {
		const page = await opened(browser, `/${view}`);
		await page.waitForTimeout(500);
		await page.keyboard.press("j");
		await page.waitForTimeout(300);
		const found = await page.evaluate(() => {
			const bad = "main img, main iframe, main script, aside img, aside script";
			return [globalThis.ran ?? 0, globalThis.refused.length, document.querySelectorAll(bad).length];
		});
		say(found.every((n) => n === 0), `${view}: what a document says is text`, found);
		await page.close();
	}
}

// What somebody would put into the page if the texts were markup after all.
async function injected(browser) {
	const page = await opened(browser, "/documents");
	const got = await page.evaluate(async () => {
		const add = (tag, set) => document.body.appendChild(Object.assign(document.createElement(tag), set));
		add("script", { textContent: "globalThis.ran = 1" });
		add("script", { src: "data:text/javascript,globalThis.ran = 2" });
		add("div", { innerHTML: "<img src='x.png' onerror='globalThis.ran = 3'>" });
		add("iframe", { srcdoc: "<script>parent.ran = 4</script>" });
		add("a", { href: "javascript:globalThis.ran = 5", id: "bad" }).click();
		setTimeout("globalThis.ran = 6");
		const sent = await fetch("https://example.com/").then(() => "sent", () => "refused");
		const form = add("form", { action: "https://example.com/", method: "post" });
		form.submit();
		await new Promise((done) => setTimeout(done, 500));
		return [globalThis.ran ?? 0, sent, globalThis.refused.join(" ") + " "];
	});
	say(got[0] === 0, "no script that is put into the page runs", got);
	say(got[1] === "refused", "nothing is sent elsewhere", got);
	for (const what of ["script-src-elem", "script-src-attr", "connect-src", "form-action", "script-src "])
		say(got[2].includes(what), `the policy refused ${what}`, got[2]);
	say(page.url().startsWith(base), "the page is where it was", page.url());
	await page.close();
}

// A page of another site, in the same browser: it may neither read nor change the case, nor show it in a frame.
async function across(browser) {
	const context = await browser.newContext();
	const own = await context.newPage();
	await own.goto(address);
	const before = await own.evaluate(() => fetch("/api/case").then((r) => r.json()));
	const other = await context.newPage();
	await other.route("http://evil.example/**", (route) =>
		route.fulfill({ contentType: "text/html", body: "<!doctype html><title>evil</title><p>hello" }));
	await other.goto("http://evil.example/");
	const got = await other.evaluate(async (to) => {
		const evil = { method: "POST", credentials: "include", mode: "no-cors",
			headers: { "Content-Type": "text/plain" },
			body: '{"edits":[{"put":"case","item":{"title":"evil"}}]}' };
		const tries = [fetch(`${to}/api/case`, { credentials: "include" }), fetch(`${to}/api/edit`, evil)];
		const ends = await Promise.all(tries.map((t) => t.then((r) => r.type, () => "refused")));
		const form = Object.assign(document.createElement("form"), { action: `${to}/api/edit`, method: "post",
			target: "x", enctype: "text/plain" });
		form.append(Object.assign(document.createElement("input"), { name: '{"edits":[],"a":"', value: '"}' }));
		const frame = Object.assign(document.createElement("iframe"), { name: "x", src: `${to}/` });
		document.body.append(form, frame);
		form.submit();
		await new Promise((done) => setTimeout(done, 800));
		return ends;
	}, base);
	say(got[0] === "refused", "another site cannot read the case", got);
	const after = await own.evaluate(() => fetch("/api/case").then((r) => r.json()));
	say(after.version === before.version && after.case.title === before.case.title, "nor change it", after.version);
	await context.close();
	const fresh = await browser.newPage();
	const reply = await fresh.goto(base);
	say(reply.status() === 401 && (await fresh.textContent("body")).startsWith("open the desk with the address"),
		"a browser that did not open the desk is told how", reply.status());
	await fresh.close();
}

const browser = await launch();
await texts(browser);
await injected(browser);
await across(browser);
await browser.close();
