// node desk_paint.mjs MODULES CHROMIUM ADDRESS RUNS: how long the page takes from a rating that is moved to numbers
// that are painted, in the matrix and in the assessment; and from the request for the page to its first paint. CSV, in
// milliseconds; see desk_paint.py.
import { launch } from "../test/web/browser.mjs";

const [address, runs] = process.argv.slice(4), base = new URL(address).origin;

// In the page: moves the slider there and back, and waits each time until the answer that is always in sight has
// changed and the frame with it is painted.
async function drag(runs) {
	const slider = document.querySelector("main input[type=range]"), answer = document.querySelector(".tally .now");
	const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
	const painted = () => new Promise((done) => requestAnimationFrame(() => {
		const channel = new MessageChannel();
		channel.port1.onmessage = () => done(performance.now());
		channel.port2.postMessage(null);
	}));
	const times = [], lo = Number(slider.min), hi = Number(slider.max);
	slider.focus();
	for (let i = 0; i < runs; i++) {
		const before = answer.textContent;
		const share = i % 2 ? 0.15 + 0.1 * (i * 0.618 % 1) : 0.75 + 0.2 * (i * 0.618 % 1);
		const began = performance.now();
		set.call(slider, String(lo + share * (hi - lo)));
		slider.dispatchEvent(new Event("input", { bubbles: true }));
		while (answer.textContent === before && performance.now() - began < 2000)
			await new Promise((done) => {
				const seen = new MutationObserver(() => { seen.disconnect(); done(); });
				seen.observe(answer, { subtree: true, childList: true, characterData: true });
				setTimeout(done, 2000);
			});
		times.push(await painted() - began);
		await new Promise((done) => setTimeout(done, 60));
	}
	return times;
}

// In the page: when the first numbers of the case are painted, from the request for the page on. What stands there when
// a frame begins is painted with it; a message sent then comes right behind.
function painted(numbers) {
	return new Promise((done) => {
		const channel = new MessageChannel();
		channel.port1.onmessage = () => done(performance.now());
		const look = () => {
			if (/\d/.test(document.querySelector(numbers)?.textContent ?? ""))
				channel.port2.postMessage(null);
			else
				requestAnimationFrame(look);
		};
		requestAnimationFrame(look);
	});
}

const NUMBERS = { matrix: "main [role=gridcell] .decibans", assessment: "main table.rulers" };
const browser = await launch(), context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
const page = await context.newPage();
const share = (times, q) => times.sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(q * times.length))];
const row = (what, times) => console.log([what, times.length, ...[0.5, 0.95, 1].map((q) => share(times, q).toFixed(1))]
	.join(","));
await page.goto(address);
console.log("what,n,p50_ms,p95_ms,max_ms");
for (const view of ["matrix", "assessment"]) {
	const first = [];
	for (let i = 0; i < 7; i++) {
		await page.goto(`${base}/${view}`, { waitUntil: "commit" });
		first.push(await page.evaluate(painted, NUMBERS[view]));
	}
	row(`${view}: first paint`, first);
	await page.waitForTimeout(1500);
	row(`${view}: drag`, await page.evaluate(drag, Number(runs)));
}
await browser.close();
