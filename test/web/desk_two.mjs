// Two people at one desk: node desk_two.mjs MODULES CHROMIUM ADDRESS. Each sees what the other does; where both change
// the same, the later one sees the newer state and keeps its own change beside it, and nothing is lost in silence.
import { launch, say, until } from "./browser.mjs";

const address = process.argv[4], base = new URL(address).origin;
const browser = await launch();

async function person(name) {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	await page.goto(address);
	await page.evaluate((who) => fetch("/api/me", { method: "POST", headers: { "Content-Type": "application/json" },
		body: JSON.stringify({ name: who }) }), name);
	await page.goto(`${base}/matrix`);
	await page.locator("main [role=grid]").waitFor();
	return page;
}

const ana = await person("Ana"), bo = await person("Bo");
const cell = (page, fact, of) => page.locator(`[role=gridcell][data-row="${fact}"][data-col="who.${of}"]`);
const theCase = () => ana.evaluate(() => fetch("/api/case").then((r) => r.json()));
const value = async (fact, of) => (await theCase()).case.facts.find((f) => f.id === fact).if[of];
const notice = (page) => page.locator(".notices .conflict");

// Different things go through, and each sees the other's.
await cell(ana, "solvent", "brandt").click();
await ana.keyboard.press("5");
await cell(bo, "denied", "lorry").click();
await bo.keyboard.press("3");
say(await until(async () => await value("solvent", "brandt") === "likely"
	&& await value("denied", "lorry") === "unlikely"), "two people change different things");
say(await until(async () => /unlikely/.test(await cell(ana, "denied", "lorry").textContent())),
	"each sees the other's");
say(!await notice(ana).count() && !await notice(bo).count(), "and nobody is troubled");

// Bo holds a rating while Ana changes the same.
await cell(bo, "meter", "brandt").click();
await bo.locator("#strip").focus();
for (let i = 0; i < 3; i++)
	await bo.keyboard.press("PageDown");
say(await until(async () => await bo.locator(".tried").count() > 0), "Bo holds a rating");
await cell(ana, "meter", "brandt").click();
await ana.keyboard.press("7");
say(await until(async () => await value("meter", "brandt") === "almost certain"), "Ana changes it meanwhile");
await bo.waitForTimeout(500);
await bo.keyboard.press("Enter");
const isTold = await until(async () => await notice(bo).count() > 0);
say(isTold, "Bo is told when he keeps his", JSON.stringify([await value("meter", "brandt"),
	await bo.locator(".tried").count(), await bo.locator(".notices").textContent()]));
const told = isTold ? await notice(bo).textContent() : "";
say(/Ana/.test(told) && /meter/.test(told) && /Yours is kept/.test(told), "by whom, and that his is kept beside", told);
say(await value("meter", "brandt") === "almost certain", "Ana's change is not lost");
say(await until(async () => /almost certain/.test(await cell(bo, "meter", "brandt").textContent())),
	"Bo sees the newer state", await cell(bo, "meter", "brandt").textContent());
await bo.getByRole("button", { name: "put mine in its place" }).click();
say(await until(async () => typeof await value("meter", "brandt") === "number"), "Bo puts his in its place");
say(await until(async () => !await notice(bo).count()), "and the notice goes");

// Undo is one's own: Ana's last change stands below Bo's, so it cannot be taken back.
await ana.evaluate(() => document.activeElement.blur());
await ana.keyboard.press("z");
say(await until(async () => /changed by Bo/.test(await ana.locator(".notices").textContent())),
	"Ana cannot undo what Bo has changed since", await ana.locator(".notices").textContent());
await bo.evaluate(() => document.activeElement.blur());
await bo.keyboard.press("z");
say(await until(async () => await value("meter", "brandt") === "almost certain"), "Bo takes his own back");

// Two changes that came second are both kept beside.
for (const [of, key] of [["lorry", "5"], ["brandt", "5"]]) {
	await cell(bo, "denied", of).click();
	await bo.locator("#strip").focus();
	await bo.keyboard.press("PageDown");
	await until(async () => await bo.locator(".tried").count() > 0);
	await cell(ana, "denied", of).click();
	const before = await value("denied", of);
	await ana.keyboard.press(key);
	await until(async () => await value("denied", of) !== before);
	await bo.keyboard.press("Enter");
	await until(async () => await bo.locator(".tried").count() === 0);
}
say(await until(async () => await notice(bo).count() === 2), "two that came second are both kept beside",
	await bo.locator(".notices").textContent());
say(/denied\.if\.lorry: \d/.test(await notice(bo).first().textContent()), "each with what it says",
	await notice(bo).first().textContent());

// Who did what stands in the journal.
await ana.keyboard.press("j");
const journal = ana.locator("aside[aria-label=journal]");
say(await until(async () => /Ana/.test(await journal.textContent()) && /Bo/.test(await journal.textContent())),
	"the journal has both names");

await browser.close();
