// Opens report pages in a browser and says as lines of JSON what holds of them: node pages.mjs MODULES CHROMIUM FOLDER.
// FOLDER has NAME.html and NAME.json (the same report as JSON); prints of the pages go there as NAME-FORMAT.pdf.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { launch, outside, picture, say, violations } from "./browser.mjs";

const folder = process.argv[4];

const WIDTHS = { wide: 1440, narrow: 390 };
const PAPERS = { A4: [210, 297], Letter: [216, 279] };

function plain(text) {
	return text.replace(/\s+/g, " ").trim();
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
	say(await kinds(page), `${where}: type tells the kinds of sentences apart`);
	await picture(page, folder, `${name}-${scheme}-${width}`, { fullPage: true });
	await context.close();
}

// Every mark leads to its note, which has the words that the report as JSON has; going there and back works.
async function notes(browser, name, url, report) {
	const page = await browser.newPage();
	await page.goto(url);
	const marks = await page.$$eval("sup a", (all) => all.map((a) => [a.textContent, a.getAttribute("href")]));
	const blocks = report.sections.flatMap((s) => s.blocks);
	const asked = blocks.flatMap((b) => b.sentences ?? []).flatMap((s) => s.notes);
	const shows = JSON.stringify(marks.map((m) => Number(m[0])));
	say(marks.length && shows === JSON.stringify(asked),
		`${name}: every sentence has its marks`, `${marks.length} of ${asked.length}`);
	const shown = await page.$$eval("#notes li[id]", (all) => all.map((li) => [li.id, {
		text: li.querySelector("p").textContent,
		words: [...li.querySelectorAll("blockquote p")].map((p) => p.textContent),
		places: [...li.querySelectorAll("blockquote footer")].map((f) => f.textContent),
	}]));
	const at = new Map(shown), wrong = [];
	for (const [mark, href] of marks)
		if (href !== `#n${mark}` || !at.has(`n${mark}`))
			wrong.push(`mark ${mark} leads to ${href}`);
	const steering = /\p{Cc}|[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/gu;
	const harmless = (text) => plain(text.replace(steering, (c) => (/\s/.test(c) ? c : "\ufffd")));
	for (const note of report.notes) {
		const li = at.get(`n${note.number}`);
		const words = note.passages.map((p) =>
			(p.words ? p.words + (p.cut ? " ..." : "") : "The words are not at hand."));
		if (!li || JSON.stringify(li.words.map(plain)) !== JSON.stringify(words.map(harmless)))
			wrong.push(`note ${note.number}: ${JSON.stringify(li?.words)}, not ${JSON.stringify(words)}`);
		else if (!plain(li.text).startsWith(harmless(note.text)))
			wrong.push(`note ${note.number}: ${li.text}`);
		else if (note.passages.some((p, i) => p.places.some((s) => !li.places[i].includes(s.join("-")))))
			wrong.push(`note ${note.number}: ${li.places} without its place`);
	}
	say(!wrong.length, `${name}: every mark leads to a note with its words and their place`,
		wrong.slice(0, 5).join("\n"));
	await page.click("sup a");
	const there = await page.evaluate(() =>
		[location.hash, document.querySelector("li:target")?.getBoundingClientRect().top]);
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

// The margins of paper in millimetres: top, right, bottom, left.
async function margins(page) {
	return page.evaluate(() => {
		const rules = [...document.styleSheets].flatMap((s) => [...s.cssRules]);
		const paper = rules.find((r) => r instanceof CSSPageRule);
		const margin = (side) => parseFloat(paper?.style[`margin-${side}`]) || 0;
		return ["top", "right", "bottom", "left"].map(margin);
	});
}

// How the kinds of sentences are set: italic for assumptions alone.
async function kinds(page) {
	const set = await page.$$eval(".row p", (all) =>
		all.map((p) => [p.parentElement.className.split(" ")[1], getComputedStyle(p).fontStyle]));
	return set.length && set.every(([kind, style]) => (kind === "assumption") === (style === "italic"));
}

async function print(browser, name, url, format) {
	const [wide, high] = PAPERS[format], mm = 96 / 25.4, where = `${name}, ${format}`;
	const page = await browser.newPage({ colorScheme: "dark" });
	await page.goto(url);
	await page.pdf({ path: path.join(folder, `${name}-${format}.pdf`), format });
	await page.emulateMedia({ media: "print" });
	const [top, right, bottom, left] = await margins(page);
	say(Math.min(top, right, bottom, left) >= 10, `${where}: the page has margins`, [top, right, bottom, left]);
	const room = {
		width: Math.floor((wide - left - right) * mm),
		height: Math.floor((high - top - bottom) * mm),
	};
	await page.setViewportSize(room);
	const out = await outside(page);
	say(!out.length, `${where}: nothing reaches out of the paper`, out.join("\n"));
	const clipped = await cut(page);
	say(!clipped.length, `${where}: no text of a figure is cut`, clipped.join("\n"));
	const figures = await page.$$eval("figure", (all) =>
		all.map((f) => [f.getBoundingClientRect().height, f.textContent.slice(0, 80)]));
	const tall = figures.filter((f) => f[0] > room.height).map((f) => f[1]);
	say(!tall.length, `${where}: every figure fits a page`, tall.join("\n"));
	say(await kinds(page), `${where}: type tells the kinds of sentences apart`);
	const ink = await page.evaluate(() => getComputedStyle(document.body).color);
	say(/^rgb\((\d|[1-5]\d), (\d|[1-5]\d), (\d|[1-5]\d)\)$/.test(ink), `${where}: dark ink on paper`, ink);
	const words = await page.$$eval("figure", (all) =>
		all.map((f) => [...f.querySelectorAll("figcaption, text, th, td")]
			.filter((e) => e.getBoundingClientRect().width).map((e) => e.textContent)));
	await page.close();
	return words;
}

// Prints, and the words of figures as they are on paper, to be looked for on one page each.
async function prints(browser, name, url) {
	const figures = {};
	for (const format of Object.keys(PAPERS))
		figures[format] = await print(browser, name, url, format);
	fs.writeFileSync(path.join(folder, `${name}-figures.json`), JSON.stringify(figures));
}

const browser = await launch();
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
