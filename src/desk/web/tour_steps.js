// What the tour tells, one step after the other: the view, what is selected there, the thing that is outlined (the
// first of the selectors that is on the page), the words, and what to press.
import { theCase } from "./state.js";

const paper = (name) => theCase.peek().documents?.find((d) => d.path?.endsWith(name))?.id;

const CELL = () => ({ question: "who", fact: "same-solvent", hypothesis: "lorry" });

export const STEPS = [
	{
		title: "A case on one page", view: "documents", at: () => ({ document: paper("1-agency.txt") }),
		outline: [".tally"],
		words: `Dead fish in a river: who let the solvent in? Four pages are read. The line on top always says
			how many reports and documents there are, from how many origins, and what the answer is. Four
			documents are not four witnesses: the Evening Post printed what the agency wrote.`,
	},
	{
		title: "What somebody said", view: "documents",
		at: () => ({ document: paper("2-company.txt"), statement: "737c68fe-s2" }),
		outline: ["main [data-id='737c68fe-s2']", "main [data-statement='737c68fe-s2']", "main article",
			"main"],
		words: `Statements are underlined by what they do: accuse, deny, assess, report. The program proposed
			them; every part can be corrected, and what you touch is yours from then on.`,
		press: [["Tab", "the next statement"], ["e", "correct it"], ["a", "accept it"]],
	},
	{
		title: "Through whom it came", view: "origins", at: () => ({ document: paper("3-reprint.txt") }),
		outline: [".origins .graph", ".origins .list"],
		words: `Left who said it, in the middle through whom, right the pages in time. Where many lines pass
			through one mark, the answer hangs on it. The reprint is selected, and its path is bold.`,
		press: [["\u2190 \u2192 \u2191 \u2193", "walk"], ["enter", "select"], ["l", "the same in words"]],
	},
	{
		title: "One origin or two", view: "origins",
		at: () => ({ a: paper("1-agency.txt"), b: paper("3-reprint.txt") }),
		outline: [".origins .below"],
		words: `Two pages side by side; what stands in both is tinted. Whether they have one origin is yours to
			settle, with a reason. Each choice says beforehand which tally it gives and whether the answer
			moves.`,
		press: [["=", "one origin"], ["i", "independent"], ["u", "not established"],
			["n", "the next unsettled pair"]],
	},
	{
		title: "Facts by answers", view: "matrix", at: CELL,
		outline: ["main [role=grid]", "main"],
		words: `Each row is a fact, each column an answer. A cell says how likely the fact would be if that
			answer were true. It is the difference along a row that moves the odds; a fact that fits every
			answer tells nothing.`,
		press: [["\u2190 \u2192 \u2191 \u2193", "move"]],
	},
	{
		title: "What a word would do", view: "matrix", at: CELL,
		outline: ["main .dock", "main [role=grid]", "main"],
		words: `Below the matrix stand the words of the reports, and seven words for the cell, each with the
			answer that it would give. Rate this one otherwise and look at the line on top; then take it
			back.`,
		press: [["1 \u2026 7", "rate the cell"], ["z", "take it back"]],
	},
	{
		title: "How likely, and how sure", view: "assessment", at: () => ({ question: "who" }),
		outline: ["main .main-pane", "main"],
		words: `How likely an answer is and how sound the ground is that it stands on are two things. The first
			is a ruler with its interval; the second three squares, with the cheapest way up.`,
		press: [["w", "the words behind a number"]],
	},
	{
		title: "What it hangs on", view: "assessment", at: () => ({ question: "who" }),
		outline: ["main section[aria-labelledby=hangs]", "main .side-pane", "main"],
		words: `The answer weighed again without each origin, and the values that would turn it. A rating can be
			dragged, and everything follows at once; letting go restores it.`,
		press: [["space", "take hold of a rating"], ["esc", "let go"]],
	},
	{
		title: "Every sentence has its words", view: "report", at: () => ({}),
		outline: [".report .sentence", "main"],
		words: `The report as it will be exported: judgement, assumption and information told apart, and each
			sentence with the words that carry it. Right of it stands what a careful reviewer would say.`,
		press: [["\u2191 \u2193", "the next sentence"], ["w", "its words, in place"], ["x", "export"]],
	},
	{
		title: "Nothing is lost", view: "report", at: () => ({}), outline: [".head .tools"],
		words: `Every change is in the journal, with who made it and why, and can be undone. That was the tour:
			all keys are behind the question mark, and your own case is as you left it.`,
		press: [["j", "the journal"], ["/", "search everything"], ["?", "all keys"]],
	},
];
