// Every view of the desk as it looks: node desk_looks.mjs MODULES CHROMIUM ADDRESS FOLDER. Light and dark, wide and
// narrow: axe finds nothing, nothing reaches out to the side, the console is quiet, nothing is fetched from elsewhere;
// the keyboard comes everywhere, and shows where it is. Pictures go to FOLDER where HEARSAY_SCREENS is set.
import { launch, outside, picture, say, violations } from "./browser.mjs";

const [address, folder] = process.argv.slice(4), base = new URL(address).origin;
const VIEWS = ["documents", "origins", "matrix", "assessment", "report"];
const WIDTHS = [1440, 390];

async function settled(page) {
	await page.locator("nav a[aria-current=page]").waitFor();
	await page.waitForLoadState("networkidle").catch(() => {}); // the stream of events never ends
	await page.waitForTimeout(700);
}

// A window that the desk knows already.
async function opened(browser, scheme = "light", width = 1440) {
	const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme });
	const page = await context.newPage();
	await page.goto(address);
	await page.close();
	return context;
}

async function looks(context, view, scheme, width) {
	const page = await context.newPage(), told = [], elsewhere = [];
	page.on("console", (m) => m.type() === "error" && told.push(m.text()));
	page.on("pageerror", (e) => told.push(e.message));
	page.on("request", (r) => r.url().startsWith(base) || elsewhere.push(r.url()));
	await page.goto(`${base}/example/${view}`);
	await settled(page);
	const where = `${view}, ${scheme}, ${width} wide`;
	const wrong = await violations(page);
	say(!wrong.length, `${where}: axe finds nothing`, wrong.join("\n"));
	const out = await outside(page);
	say(!out.length, `${where}: nothing reaches out to the side`, out.join("\n"));
	await picture(page, folder, `${view}-${scheme}-${width}`);
	for (const [key, name] of [["j", "journal"], ["/", "search"], ["?", "keys"], ["t", "tour"]]) {
		await page.evaluate(() => document.activeElement.blur());
		await page.keyboard.press(key);
		const beside = page.locator(`aside[aria-label=${name}]`);
		const there = await beside.waitFor().then(() => true, () => false);
		const bad = view === "documents" ? await violations(page) : [];
		say(there && !bad.length, `${where}, ${name}: it opens by its key, and axe finds nothing`,
			bad.join("\n"));
		await page.keyboard.press("Escape");
	}
	say(!told.length, `${where}: no error on the console`, told.join("\n"));
	say(!elsewhere.length, `${where}: nothing is fetched from elsewhere`, elsewhere.join("\n"));
	await page.close();
}

// A case in which nothing is yet: what a view says then has to be good by itself.
async function empty(context, view, scheme) {
	const page = await context.newPage();
	await page.goto(`${base}/${view}`);
	await settled(page);
	const wrong = await violations(page), told = (await page.locator("main").textContent()).trim();
	say(!wrong.length, `${view} of an empty case, ${scheme}: axe finds nothing`, wrong.join("\n"));
	say(told.length > 40, `${view} of an empty case, ${scheme}: it says what is so`, told);
	await page.close();
}

// What can be pressed or typed into is reached by tab, and each stop shows itself. A grid, a graph or a group of radios
// is one stop, with the arrows inside; enter leads from a statement to what stands beside it. A stop is known by what
// it says: a page may draw it anew on the way.
async function keyboard(context, view) {
	const page = await context.newPage();
	await page.addInitScript(() => {
		globalThis.stopOf = (e) => e.type === "radio" ? `radio ${e.name}`
			: `${e.localName} ${(e.ariaLabel ?? e.textContent).trim().slice(0, 60)}`;
	});
	await page.goto(`${base}/example/${view}`);
	await settled(page);
	const all = new Set(await page.evaluate(() => {
		const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, [tabindex]")];
		return stops.filter((e) => {
			const box = e.getBoundingClientRect();
			return e.tabIndex >= 0 && !e.disabled && box.width && box.height;
		}).map((e) => globalThis.stopOf(e));
	}));
	const seen = new Set(), dim = [];
	let entered = false;
	for (let i = 0; i < all.size * 2 + 40 && ![...all].every((stop) => seen.has(stop)); i++) {
		await page.keyboard.press("Tab");
		const at = await page.evaluate(() => {
			const e = document.activeElement, look = getComputedStyle(e);
			const shown = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 1;
			return { stop: globalThis.stopOf(e), shown: shown || e === document.body,
				statement: e.matches(".reading .act") };
		});
		seen.add(at.stop);
		if (!at.shown)
			dim.push(at.stop);
		if (at.statement && !entered) {
			entered = true;
			await page.keyboard.press("Enter");
		}
	}
	const missed = [...all].filter((stop) => !seen.has(stop));
	say(!missed.length, `${view}: tab comes to everything`,
		`${missed.length} of ${all.size}:\n${missed.join("\n")}`);
	say(!dim.length, `${view}: and shows where it is`, dim.slice(0, 5).join("\n"));
	await page.close();
}

const browser = await launch();
const first = await browser.newPage();
await first.goto(address);
await first.evaluate(() => fetch("/api/example", { method: "POST", headers: { "Content-Type": "application/json" },
	body: "{}" }));
await first.close();
// The schemes side by side: most of the time a page waits.
await Promise.all(["light", "dark"].map(async (scheme) => {
	for (const width of WIDTHS) {
		const context = await opened(browser, scheme, width);
		for (const view of VIEWS) {
			await looks(context, view, scheme, width);
			if (width === WIDTHS[0])
				await empty(context, view, scheme);
		}
		await context.close();
	}
}));
const context = await opened(browser);
for (const view of VIEWS)
	await keyboard(context, view);
await browser.close();
