// What tests in a browser share: node SCRIPT.mjs MODULES CHROMIUM ... launches it, says what holds as lines of JSON,
// and looks at pages with axe.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [modules, program] = process.argv.slice(2);
const require = createRequire(path.join(modules, "index.js"));
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// Milliseconds that a page may take to do what it must: a busy machine is slow, and only a failure waits so long.
const PATIENCE = 120000;

// A browser all of whose pages have this patience.
export async function launch() {
	const browser = await chromium.launch({ executablePath: program, timeout: PATIENCE,
		args: process.getuid() ? [] : ["--no-sandbox"] });
	for (const make of ["newContext", "newPage"]) {
		const made = browser[make].bind(browser);
		browser[make] = async (...how) => {
			const one = await made(...how);
			one.setDefaultTimeout(PATIENCE);
			if (process.env.HEARSAY_LATE)
				await one.route(/\/api\/(?!events|files)/, late);
			return one;
		};
	}
	return browser;
}

// With HEARSAY_LATE=600 every request comes up to 600 ms late to the desk, and every answer as late to the page, as
// chance has it, so that one overtakes another: as on a busy machine. What fails then can fail without it.
async function late(route) {
	const { origin } = new URL(route.request().url());
	if (!route.request().frame().url().startsWith(origin))
		return route.continue(); // what the browser keeps from other sites is kept by what answers, too
	const chance = () => new Promise((done) => { setTimeout(done, Math.random() * process.env.HEARSAY_LATE); });
	await chance();
	const response = await route.fetch().catch(() => null);
	await chance();
	await (response ? route.fulfill({ response }) : route.abort()).catch(() => {}); // the page may be gone
}

// What a page has asked for and has no answer to yet: a set of requests.
export function underWay(page) {
	const open = new Set();
	page.on("request", (r) => r.url().endsWith("/api/events") || open.add(r));
	for (const end of ["requestfinished", "requestfailed"])
		page.on(end, (r) => open.delete(r));
	return open;
}

// Until it holds, or for so many milliseconds: whether it holds.
export async function until(test, most = PATIENCE) {
	for (const end = Date.now() + most; Date.now() < end; await new Promise((done) => setTimeout(done, 50)))
		if (await test())
			return true;
	return false;
}

export function say(good, name, detail = "") {
	console.log(JSON.stringify({ good: Boolean(good), name, detail: String(detail) }));
}

// A picture of the page, where somebody will look at it (browser.keep): each costs up to seconds.
export async function picture(page, folder, name, more = {}) {
	if (process.env.HEARSAY_SCREENS)
		await page.screenshot({ path: path.join(folder, `${name}.png`), ...more });
}

// What axe finds, one line a violation.
export async function violations(page) {
	await page.evaluate(axe);
	const options = { preload: false, resultTypes: ["violations"] };
	const found = await page.evaluate((o) => globalThis.axe.run(document, o), options);
	const places = (v) => v.nodes.slice(0, 3).map((n) => n.html.slice(0, 150)).join(" ");
	return found.violations.map((v) => `${v.id}: ${v.help}: ${places(v)}`);
}

// Elements that reach out of the page to the side, but for what scrolls on its own.
export async function outside(page) {
	return page.evaluate(() => {
		const most = document.documentElement.clientWidth;
		const scrolls = (e) => e && (["auto", "scroll"].includes(getComputedStyle(e).overflowX) ||
			scrolls(e.parentElement));
		const bad = [...document.body.querySelectorAll("*")].filter((e) => {
			const box = e.getBoundingClientRect();
			return box.width && (box.right > most + 1 || box.left < -1) && !scrolls(e);
		});
		if (document.documentElement.scrollWidth > most)
			bad.unshift(document.documentElement);
		return bad.slice(0, 5).map((e) => e.outerHTML.slice(0, 200));
	});
}
