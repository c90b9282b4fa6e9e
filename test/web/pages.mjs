// Opens report pages in a browser and says as lines of JSON what holds of them: node pages.mjs MODULES CHROMIUM FOLDER.
// FOLDER has NAME.html and NAME.json (the same report as JSON); prints of the pages go there as NAME-FORMAT.pdf.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [modules, program, folder] = process.argv.slice(2);
const require = createRequire(path.join(modules, "index.js"));
const { chromium } = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const WIDTHS = { wide: 1440, narrow: 390 };
const PAPERS = { A4: [210, 297], Letter: [216, 279] };

function say(good, name, detail = "") {
	console.log(JSON.stringify({ good: Boolean(good), name, detail: String(detail) }));
}

function plain(text) {
	return text.replace(/\s+/g, " ").trim();
}

// What axe finds, one line a violation.
async function violations(page) {
	await page.evaluate(axe);
	const found = await page.evaluate(() => globalThis.axe.run(document, { preload: false, resultTypes: ["violations"] }));
	return found.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 150)).join(" ")}`);
}

// Elements that reach out of the page to the side, but for what scrolls on its own.
async function outside(page) {
	return page.evaluate(() => {
		const most = document.documentElement.clientWidth;
		const scrolls = (e) => e && (["auto", "scroll"].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
		const bad = [...document.body.querySelectorAll("*")].filter((e) => {
			const box = e.getBoundingClientRect();
			return box.width && (box.right > most + 1 || box.left < -1) && !scrolls(e);
		});
		if (document.documentElement.scrollWidth > most)
			bad.unshift(document.documentElement);
		return bad.slice(0, 5).map((e) => e.outerHTML.slice(0, 200));
	});
}

// Words of figures that reach out of their drawing, where they would be cut.
async function cut(page) {
	return page.evaluate(() => [...document.querySelectorAll("figure svg text, figure svg circle")].filter((t) => {
		const box = t.getBoundingClientRect(), drawing = t.ownerSVGElement.getBoundingClientRect();
		return box.width && (box.right > drawing.right + 1 || box.left < drawing.left - 1 ||
			box.top < drawing.top - 1 || box.bottom > drawing.bottom + 1);
	}).map((t) => t.outerHTML.slice(0, 150)));
}

async function looks(browser, name, url, scheme, size) {
	const width = WIDTHS[size];
	const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
	const page = await context.newPage();
	const told = [], asked = [];
	page.on("console", (m) => told.push(m.text()));
	page.on("pageerror", (e) => told.push(e.message));
	page.on("request", (r) => asked.push(r.url()));
	await page.goto(url);
	const where = `${name}, ${scheme}, ${width} wide`;
	say(asked.length === 1, `${where}: nothing is fetched`, asked);
	say(!told.length, `${where}: no error on the console`, told.join("\n"));
	const wrong = await violations(page);
	say(!wrong.length, `${where}: axe finds nothing`, wrong.join("\n"));
	const out = await outside(page);
	say(!out.length, `${where}: nothing reaches out to the side`, out.join("\n"));
	const clipped = await cut(page);
	say(!clipped.length, `${where}: no text of a figure is cut`, clipped.join("\n"));
	await page.screenshot({ path: path.join(folder, `${name}-${scheme}-${width}.png`), fullPage: true });
	await context.close();
}

// Every mark leads to its note, which has the words that the report as JSON has; going there and back works.
async function notes(browser, name, url, report) {
	const page = await browser.newPage();
	await page.goto(url);
	const marks = await page.$$eval("sup a", (all) => all.map((a) => [a.textContent, a.getAttribute("href")]));
	const asked = report.sections.flatMap((s) => s.blocks).flatMap((b) => b.sentences ?? []).flatMap((s) => s.notes);
	say(marks.length && JSON.stringify(marks.map((m) => Number(m[0]))) === JSON.stringify(asked),
		`${name}: every sentence has its marks`, `${marks.length} of ${asked.length}`);
	const shown = await page.$$eval("#notes li[id]", (all) => all.map((li) => [li.id, {
		text: li.querySelector("p").textContent, words: [...li.querySelectorAll("blockquote p")].map((p) => p.textContent),
		places: [...li.querySelectorAll("blockquote footer")].map((f) => f.textContent) }]));
	const at = new Map(shown), wrong = [];
	for (const [mark, href] of marks)
		if (href !== `#n${mark}` || !at.has(`n${mark}`))
			wrong.push(`mark ${mark} leads to ${href}`);
	const harmless = (text) => plain(text.replace(/\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu,
		(c) => (/\s/.test(c) ? c : "\ufffd")));
	for (const note of report.notes) {
		const li = at.get(`n${note.number}`);
		const words = note.passages.map((p) => (p.words ? p.words + (p.cut ? " ..." : "") : "The words are not at hand."));
		if (!li || JSON.stringify(li.words.map(plain)) !== JSON.stringify(words.map(harmless)))
			wrong.push(`note ${note.number}: ${JSON.stringify(li?.words)}, not ${JSON.stringify(words)}`);
		else if (!plain(li.text).startsWith(harmless(note.text)))
			wrong.push(`note ${note.number}: ${li.text}`);
		else if (note.passages.some((p, i) => p.places.some((s) => !li.places[i].includes(s.join("-")))))
			wrong.push(`note ${note.number}: ${li.places} without its place`);
	}
	say(!wrong.length, `${name}: every mark leads to a note with its words and their place`, wrong.slice(0, 5).join("\n"));
	await page.click("sup a");
	const there = await page.evaluate(() => [location.hash, document.querySelector("li:target")?.getBoundingClientRect().top]);
	say(there[0] === "#n1" && there[1] >= 0 && there[1] < 720, `${name}: a click opens the note`, there);
	await page.click("#n1 .back");
	say(await page.evaluate(() => document.querySelector(":target")?.id === "r1"), `${name}: and leads back`);
	await page.close();
}

// The policy refuses what a hostile document might bring in: scripts, styles, pictures, frames, forms.
async function policy(browser, name, url) {
	const page = await browser.newPage();
	const asked = [];
	await page.goto(url);
	page.on("requestfinished", (r) => asked.push(r.url())); // one that is refused fails
	const got = await page.evaluate(async () => {
		const add = (tag, set) => document.body.appendChild(Object.assign(document.createElement(tag), set));
		add("script", { textContent: "globalThis.ran = 1" });
		add("div", { innerHTML: "<img src='x.png' onerror='globalThis.ran = 2'>" });
		add("style", { textContent: "h1 { display: none }" });
		add("iframe", { src: "data:text/html,<p>framed" });
		document.querySelector("h1").setAttribute("style", "display: none");
		await new Promise((done) => setTimeout(done, 200));
		return [globalThis.ran ?? 0, getComputedStyle(document.querySelector("h1")).display];
	});
	say(got[0] === 0 && got[1] === "block" && !asked.some((u) => !u.startsWith("data:")),
		`${name}: the policy lets nothing run, style or fetch`, `${got} ${asked}`);
	await page.close();
}

// Prints, and what the figures show on paper: their words, to be looked for on one page each.
async function prints(browser, name, url) {
	const figures = {};
	for (const [format, [wide, high]] of Object.entries(PAPERS)) {
		const page = await browser.newPage({ colorScheme: "dark" });
		await page.goto(url);
		await page.pdf({ path: path.join(folder, `${name}-${format}.pdf`), format, preferCSSPageSize: false });
		await page.emulateMedia({ media: "print" });
		const mm = 96 / 25.4, margins = await page.evaluate(() => {
			const rule = [...document.styleSheets].flatMap((s) => [...s.cssRules]).find((r) => r instanceof CSSPageRule);
			return rule ? ["top", "right", "bottom", "left"].map((s) => parseFloat(rule.style[`margin-${s}`] ||
				rule.style.getPropertyValue(`margin-${s}`))) : null;
		});
		say(margins && margins.every((m) => m >= 10), `${name}, ${format}: the page has margins`, margins);
		const [top, right, bottom, left] = margins ?? [10, 10, 10, 10];
		await page.setViewportSize({ width: Math.floor((wide - left - right) * mm), height: Math.floor((high - top - bottom) * mm) });
		const out = await outside(page);
		say(!out.length, `${name}, ${format}: nothing reaches out of the paper`, out.join("\n"));
		const clipped = await cut(page);
		say(!clipped.length, `${name}, ${format}: no text of a figure is cut`, clipped.join("\n"));
		const tall = await page.$$eval("figure", (all, most) => all.filter((f) => f.getBoundingClientRect().height > most)
			.map((f) => f.textContent.slice(0, 80)), (high - top - bottom) * mm);
		say(!tall.length, `${name}, ${format}: every figure fits a page`, tall.join("\n"));
		const types = await page.$$eval(".row p", (all) => all.map((p) => [p.parentElement.className.split(" ")[1],
			getComputedStyle(p).fontStyle, Number(getComputedStyle(p.querySelector("strong") ?? p).fontWeight)]));
		say(types.some((t) => t[0] === "assumption") && types.every(([kind, style, weight]) =>
			(kind === "assumption") === (style === "italic") && (weight > 400 || !["judgement", "confidence"].includes(kind) ||
			kind === "judgement")), `${name}, ${format}: type tells the kinds apart`);
		const ink = await page.evaluate(() => getComputedStyle(document.body).color);
		say(/^rgb\((\d|[1-5]\d), (\d|[1-5]\d), (\d|[1-5]\d)\)$/.test(ink), `${name}, ${format}: dark ink on paper`, ink);
		figures[format] = await page.$$eval("figure", (all) => all.map((f) => [...f.querySelectorAll("figcaption, text, th, td")]
			.filter((e) => e.getClientRects().length && e.getBoundingClientRect().width).map((e) => e.textContent)));
		await page.close();
	}
	fs.writeFileSync(path.join(folder, `${name}-figures.json`), JSON.stringify(figures));
}

const browser = await chromium.launch({ executablePath: program, args: process.getuid() ? [] : ["--no-sandbox"] });
for (const file of fs.readdirSync(folder).filter((f) => f.endsWith(".html")).sort()) {
	const name = file.slice(0, -".html".length), url = pathToFileURL(path.join(folder, file)).href;
	const report = JSON.parse(fs.readFileSync(path.join(folder, `${name}.json`), "utf8"));
	for (const scheme of ["light", "dark"])
		for (const size of Object.keys(WIDTHS))
			await looks(browser, name, url, scheme, size);
	await notes(browser, name, url, report);
	await policy(browser, name, url);
	await prints(browser, name, url);
}
await browser.close();
