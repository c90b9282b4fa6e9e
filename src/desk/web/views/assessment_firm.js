// Confidence: of the basis, never of the answer. Its points with what they are given for, the cap that outranks them,
// and the cheapest way up.
import { html } from "html";
import { Squares } from "../parts.js";
import { count } from "../words.js";
import { before, drawn, isTried } from "./assessment_data.js";
import { Num, Below, Columns } from "./assessment_number.js";

const GRADES = ["none", "E", "D or F", "C", "B", "A"];
const DECEPTION = ["no sign", "an interested party could gain", "unresolved signs", "fabrication found"];
const round = (x) => String(Math.round(10 * x) / 10);

// What each point is for: its name, its value in words, and how it is given.
const POINTS = [
	["origins", "Independent origins", (i) => `${round(i.n_eff)} in effect`,
		"An origin that supports the leader counts as one where it can be inspected and is graded C or " +
		"better, as half behind " +
		"an anonymous relay or graded D or F, as none graded E. From 1.5 it gives a point, " +
		"from 2.5 two, from 4 three."],
	["grades", "Second-best grade", (i) => GRADES[i.g2] ?? "none",
		"The grade of the second best origin that supports the leader: C gives a point, B two, A three."],
	["types", "Kinds of origin graded C or better", (i) => String(i.types),
		"How many kinds of origin support the leader: two give a point, three two, four three."],
	["width", "Width of the interval", (i) => `${Math.round(100 * (i.hi - i.lo))} points`,
		"Nine draws in ten of the leader: within 40 points gives a point, within 20 two, within 10 three."],
	["robustness", "Robustness", (i) => (i.loo_lead ? "the leader changes" : i.loo_band ? "the word changes"
		: "stable"),
		"Whether taking one origin away changes the leader, which gives nothing, or its word, " +
		"which gives a point."],
	["assumptions", "Key assumptions", (i) => (i.assumptions
		? `${i.assumptions} decide the word`.replace("1 decide ",
		"1 decides ") : "none decides the word"),
			"Those without whose facts the word is another: none or one gives three points, " +
		"two two, three one."],
	["deception", "Deception", (i) => DECEPTION[i.deception] ?? "",
		"As it was entered, and at least that an interested party " +
		"could gain where one carries the leader. No sign of it gives three points."],
];

const LOW = new Set(["single-origin", "one-origin-decides-leader", "fabrication", "very-wide", "no-fair-origin",
	"basis-withheld"]);
const CAPS = {
	"basis-withheld": "basis withheld", "deception": "signs of deception",
		"dissent": "an analyst has another leader",
	"fabrication": "fabrication", "far-horizon": "more than two years ahead",
		"few-origins": "fewer than three origins in effect",
	"half-withheld": "more than half of the basis withheld",
		"many-assumptions": "three or more key assumptions decide it",
	"no-alternative": "fewer than two alternatives rated", "no-fair-origin": "no origin graded C or better",
	"one-origin-decides-leader": "one origin decides the leader",
		"one-origin-decides-word": "one origin decides the word",
	"one-type": "origins of one kind only", "single-origin": "hardly any independent origin",
	"very-wide": "an interval wider than 50 points", "wide": "an interval wider than 20 points",
};
const LEVELS = ["low", "moderate", "high"];
const alone = (sum) => (sum >= 15 ? "high" : sum >= 8 ? "moderate" : "low");

function Point({ name, label, told, how, points }) {
	const at = `points ${name}`;
	return html`<tr data-id=${name}><th scope="row">${label}</th><td class="soft"><${Num} at=${at}
		about=${`said:${how}`}>${
		told}<//></td><td class="pips"><${Squares} n=${points} small label=${`${points} of 3 points`}
			/></td></tr>
		<${Below} at=${at} columns="3" />`;
}

function Cap({ of, level }) {
	const low = of.caps.filter((x) => LOW.has(x)), caps = level === "low" && low.length ? low : of.caps;
	const holds = caps.length > 0 && LEVELS.indexOf(alone(of.sum)) > LEVELS.indexOf(level);
	const hidden = Math.round(100 * of.inputs.withheld);
	if (!holds && !of.raise)
		return null;
	return html`<p class="cap">${holds && html`<b>Capped at ${level}: ${caps.map((x) =>
		CAPS[x] ?? x).join("; ")}.</b> `}
		${hidden >= 50 &&
			`${hidden}\u202f% of the positive weight comes from origins that outsiders cannot inspect. `}
		${of.raise && html`<b>Cheapest way up:</b> ${of.raise}.`}</p>`;
}

export function Firm() {
	const own = before.value.now.confidence, of = own ?? drawn.value?.confidence, old = isTried.value && !own;
	return html`<section aria-labelledby="firm"><div class="title"><h2 id="firm">Confidence</h2>
		<span class="soft">in the basis, not in the answer</span></div>
		${!of ? html`<p class="soft">It comes with the draws.</p>` : html`<div class=${old ? "stale" : ""}>
		<p class="level"><${Squares} level=${of.level} /> <b
			class="large">${of.level[0].toUpperCase()}${of.level.slice(1)}</b>
			<span class="soft small">${of.overridden ? "set by an analyst" : alone(of.sum) === of.level
				? `${of.sum} points of 21`
				: `${count(of.sum,
					"point")} of 21 would be ${alone(of.sum)}; a cap holds it`}</span></p>
		${of.overridden && of.because && html`<p>Because ${of.because}.</p>`}
		${old && html`<p class="soft small">Of the case as it is kept: what is only tried has no draws, and
			confidence needs their width.</p>`}
		<table class="points"><caption class="hidden">Points of confidence</caption>
			<${Columns} of=${["for", "rest", "pips"]} /><thead class="hidden"><tr>
			<th scope="col">For</th><th scope="col">Value</th>
			<th scope="col">Points</th></tr></thead><tbody>
			${POINTS.map(([name, label, told, how]) => html`<${Point} key=${name} name=${name}
				label=${label}
				told=${told(of.inputs)} how=${how} points=${of.points[name]} />`)}</tbody></table>
		<${Cap} of=${of} level=${of.level} /></div>`}</section>`;
}
