// The whole way at the desk: node desk_way.mjs MODULES CHROMIUM ADDRESS FOLDER PAGES. From an empty case: five files
// are dropped, a speaker is corrected, two pairs are settled, the matrix is rated by the keyboard alone, a rating is
// dragged and undone, the report is taken along as HTML and PDF. What the page shows is compared with what the desk
// says of the case. Files go to FOLDER, and pictures where HEARSAY_SCREENS is set.
import fs from "node:fs";
import path from "node:path";
import { launch, picture, say, underWay, until } from "./browser.mjs";

const [address, folder, pages] = process.argv.slice(4), base = new URL(address).origin;
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
const page = await context.newPage(), told = [];
const open = underWay(page);
page.on("pageerror", (e) => told.push(e.message));

const asked = (what) => page.evaluate((p) => fetch(p).then((r) => r.json()), what);
const theCase = async () => (await asked("/api/case")).case;
const main = page.locator("main");

const says = (at, words) => until(async () => words.test(await at.textContent()));

async function dropFiles() {
	say(await says(main, /Nothing read\s+yet/), "an empty case says what to do");
	const files = fs.readdirSync(pages).sort().map((name) =>
		({ name, text: fs.readFileSync(path.join(pages, name), "utf8") }));
	say(files.length === 5, "there are five files", files.length);
	const over = await page.evaluateHandle((all) => {
		const held = new DataTransfer();
		for (const f of all)
			held.items.add(new File([f.text], f.name, { type: "text/plain" }));
		return held;
	}, files);
	for (const type of ["dragenter", "dragover", "drop"])
		await page.dispatchEvent("main", type, { dataTransfer: over });
	const read = await until(async () => (await theCase()).documents?.length === 5);
	say(read, "five files are dropped, and read");
	say(await until(async () => (await theCase()).facts?.length > 0), "and a case is drafted from them");
	const outlet = (await theCase()).documents[0].outlet;
	for (const name of [outlet, "statements"])
		say(await until(async () => (await main.textContent()).includes(name)), `the page shows it: ${name}`);
}

async function correctSpeaker() {
	const before = await theCase();
	await page.locator("main [aria-label=Documents] button[data-id]").first().click();
	await page.locator(".reading .act").first().click();
	const statement = page.locator("[aria-label=Statement]"), id = await statement.getAttribute("data-id");
	await page.keyboard.press("e");
	const form = page.getByRole("form", { name: "Correct the statement" });
	await form.getByLabel("Holder").fill("The harbour master's office");
	await form.getByLabel("Why").fill("the second paragraph says so");
	await page.keyboard.press("Enter");
	const speaker = async () => (await theCase()).statements.find((s) => s.id === id)?.speaker.name;
	say(await until(async () => await speaker() === "The harbour master's office"), "a speaker is corrected", id);
	say(await until(async () => (await statement.textContent()).includes("The harbour master's office")),
		"and the page shows it", await statement.textContent());
	say(before.statements.some((s) => s.id === id && s.speaker.name !== "The harbour master's office"),
		"it was somebody else");
	await picture(page, folder, "way-documents");
}

async function settlePairs() {
	await page.keyboard.press("2");
	for (const [n, key] of [[1, "="], [2, "i"]]) {
		await page.locator("main form.settle").waitFor();
		await page.keyboard.press(key);
		await page.keyboard.type(n === 1 ? "one retells the other" : "each names a witness of its own",
			{ delay: 60 });
		await page.keyboard.press("Enter");
		say(await until(async () => ((await theCase()).pairs ?? []).length === n), `pair ${n} is settled`,
			JSON.stringify((await theCase()).pairs));
		await page.evaluate(() => document.activeElement.blur());
		await page.keyboard.press("n");
		say(await until(async () => await page.inputValue("#pair-why") === ""),
			`the next pair follows pair ${n}`);
	}
	const is = (await theCase()).pairs.map((p) => p.is).sort().join(" ");
	say(is === "independent same", "one as the same, one as independent", is);
	const tally = (await asked("/api/trace")).tally;
	const shown = `${tally.documents} documents, ${tally.origins} origin`;
	say(await until(async () => (await page.locator(".tally").textContent()).includes(shown)),
		"the tally follows", `${shown}: ${await page.locator(".tally").textContent()}`);
	await picture(page, folder, "way-origins");
}

// By keys alone: nothing is clicked until the matrix is done.
async function rateMatrix() {
	await page.keyboard.press("3");
	await page.locator("main [role=grid]").waitFor();
	const unrated = () => page.locator("main [role=gridcell][data-kind=unrated]").count();
	const before = await unrated();
	for (let i = 0; i < 60 && await unrated(); i++) {
		const left = await unrated();
		await page.keyboard.press("n");
		await page.keyboard.press(String(2 + i % 5));
		await until(async () => await unrated() < left, 20000);
	}
	say(before > 0 && await unrated() === 0, "every cell is rated by the keyboard",
		`${before}, ${await unrated()} left`);
	for (const key of ["ArrowUp", "ArrowLeft", "ArrowUp", "ArrowLeft", "ArrowUp", "ArrowUp", "ArrowUp"])
		await page.keyboard.press(key);
	const at = page.locator("main [role=gridcell][tabindex='0']");
	const was = await theCase();
	await page.keyboard.press("6");
	say(await says(at, /very likely/), "and one with a word", await at.textContent());
	await page.keyboard.press("2");
	say(await says(at, /very unlikely/), "and with another", await at.textContent());
	say(JSON.stringify(await theCase()) !== JSON.stringify(was), "the case has it");
	await picture(page, folder, "way-matrix");
}

// What the assessment shows: the dots of the rulers, the steps, the confidence, the answer above.
const shown = () => page.evaluate(() => ({
	bars: [...document.querySelectorAll("main .dot")].map((e) => e.getAttribute("cx")).join(" "),
	steps: document.querySelector("main .steps")?.textContent ?? "",
	firm: document.querySelector("main .side-pane")?.textContent ?? "",
	tally: document.querySelector(".tally .now").textContent,
}));

// What it shows when all of it is there, nothing is being computed, and nothing has changed for half a second.
const quiet = async () => {
	let last = {}, same = 0;
	await until(async () => {
		const now = await shown();
		same = !open.size && JSON.stringify(now) === JSON.stringify(last) ? same + 1 : 0;
		last = now;
		return same > 10 && Object.values(now).every((part) => part);
	});
	return last;
};

// How what it shows differs from before, and whether it comes to show the same again, whatever it passes on the way,
// and stays so.
const apart = async (before) => {
	const now = await shown();
	return Object.keys(now).filter((part) => now[part] !== before[part]).map((part) =>
		`${part}: ${before[part]}\n${part}: ${now[part]}`).join("\n");
};
const again = async (before) => await until(async () => !await apart(before)) &&
	JSON.stringify(await quiet()) === JSON.stringify(before);

async function dragRating() {
	await page.keyboard.press("Escape");
	await page.keyboard.press("Alt+4");
	await page.locator("input.rating").first().waitFor();
	const before = await quiet(), kept = await theCase();
	const slider = page.locator("input.rating:enabled").first();
	await slider.scrollIntoViewIfNeeded();
	const box = await slider.boundingBox();
	const now = Number(await slider.inputValue());
	const x = (share) => box.x + 8 + (box.width - 16) * (share - 1) / 98, y = box.y + box.height / 2;
	const far = now > 50 ? 4 : 96;
	await page.mouse.move(x(now), y);
	await page.mouse.down();
	for (let i = 1; i <= 8; i++)
		await page.mouse.move(x(now + (far - now) * i / 8), y);
	await page.mouse.up();
	for (const [part, name] of [["bars", "a rating is dragged, and the bars follow"],
		["steps", "the waterfall follows"], ["firm", "confidence and what it hangs on follow"],
		["tally", "the answer above follows"]])
		say(await until(async () => (await shown())[part] !== before[part]), name);
	say(JSON.stringify(await theCase()) === JSON.stringify(kept), "nothing of it is kept");
	await picture(page, folder, "way-assessment");
	await page.keyboard.press("Escape");
	say(await again(before), "letting go restores everything", await apart(before));
	await slider.focus();
	for (let i = 0; i < 5; i++)
		await page.keyboard.press(now > 50 ? "PageDown" : "PageUp");
	await page.keyboard.press("Enter");
	const isKept = async () => JSON.stringify(await theCase()) === JSON.stringify(kept);
	say(await until(async () => !await isKept()), "enter keeps what is dragged");
	say((await quiet()).bars !== before.bars, "and it stays in sight");
	await page.evaluate(() => document.activeElement.blur());
	await page.keyboard.press("z");
	say(await until(isKept), "undo takes it back");
	say(await again(before), "and everything is as it was", await apart(before));
}

async function takeReport() {
	await page.keyboard.press("Alt+5");
	await page.locator("main .exports a").first().waitFor();
	const files = {};
	for (const name of ["HTML", "PDF"]) {
		const link = page.locator("main .exports").getByText(name, { exact: true });
		const [got] = await Promise.all([page.waitForEvent("download"), link.click()]);
		files[name] = path.join(folder, `report.${name.toLowerCase()}`);
		await got.saveAs(files[name]);
	}
	const head = (await asked("/api/report/json")).sections[0].blocks.find((b) => b.sentences).sentences[0];
	const first = head.pieces.map((p) => p.text).join("");
	say(fs.readFileSync(files.HTML, "utf8").startsWith("<!doctype html>"), "the report is taken along as HTML");
	say(fs.readFileSync(files.PDF).subarray(0, 5).toString() === "%PDF-", "and as PDF");
	say((await main.textContent()).includes(first.slice(0, 30)), "and stands in the page", first);
	await picture(page, folder, "way-report");
}

// As on a busy machine. What is computed comes late: the page must not change under the hand meanwhile. Whether an edit
// is made, what jobs there are and, every other time, what the case is, is answered by the desk at once and comes late
// to the page: what the desk tells by itself is there before.
const wait = (ms) => new Promise((done) => { setTimeout(done, ms); });
let cases = 0, files = 0;
page.on("requestfinished", (r) => { files += r.url().includes("/api/files"); });
await page.route(/\/api\/(unsettled|weigh)/, async (route) => {
	await wait(1000);
	await route.fallback();
});
for (const [what, late] of [["edit", () => wait(500)], ["jobs", () => until(() => files === 5, 10000)],
	["case", () => wait(cases++ % 2 ? 400 : 0)]])
	await page.route(new RegExp(`/api/${what}$`), async (route) => {
		const response = await route.fetch();
		await late();
		await route.fulfill({ response });
	});
await page.goto(address);
await main.waitFor();
for (const step of [dropFiles, correctSpeaker, settlePairs, rateMatrix, dragRating, takeReport])
	try {
		await step();
	} catch (e) {
		say(false, `${step.name} came to its end`, e.message);
		await picture(page, folder, `way-${step.name}-failed`);
	}
say(!told.length, "no error in the page", told.join("\n"));
await page.unrouteAll({ behavior: "ignoreErrors" });
await browser.close();
