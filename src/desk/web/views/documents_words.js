// The closed vocabularies of statements as they are shown: acts, targets, levels, bases, kinds of debris.

export const ACTS = {
	accuses: { word: "accuses", line: "accuse" }, admits: { word: "admits", line: "accuse" },
	denies: { word: "denies", line: "deny" }, rules_out: { word: "rules out", line: "deny" },
	assesses: { word: "assesses", line: "assess" }, speculates: { word: "speculates", line: "speculate" },
	reports: { word: "reports", line: "report" }, not_ruled_out: { word: "not ruled out", line: "open" },
	no_conclusion: { word: "no conclusion", line: "open" }, declines: { word: "declines", line: "open" },
};
export const actOf = (s) => ACTS[s.stance] ?? { word: s.stance ?? "says", line: "report" };

export const KINDS = ["person", "official", "group", "outlet", "anonymous", "party", "intercept", "witness",
	"document"];

export const POLARITIES = { for: "says so", against: "says not", open: "leaves open" };

export const ROLES = {
	did: ["did it", "did not do it"], directed: ["ordered it", "did not order it"],
	knew: ["knew of it", "did not know of it"], staged: ["staged it", "did not stage it"],
	accident: ["caused it by accident", "did not cause it by accident"],
	no_event: ["it never happened", "it did happen"], purpose: ["did it on purpose", "did not do it on purpose"],
	unknown: ["it is not known who", "it is known who"],
};

// Without anybody who did it these say all.
const ALONE = { accident: ["it was an accident", "it was no accident"], no_event: ROLES.no_event, unknown:
	ROLES.unknown };

// "Brandt did it", "Brandt did not do it", "open whether Brandt did it".
export function target(t) {
	const words = (!t.actor && ALONE[t.role]) || ROLES[t.role] || [t.role, `not ${t.role}`];
	const actor = t.role === "unknown" || t.role === "no_event" ? "" : t.actor || (ALONE[t.role] ? "" : "somebody");
	const said = `${actor} ${words[t.polarity === "against" ? 1 : 0]}`.trim();
	return t.polarity === "open" ? `open whether ${said}` : said;
}

export const LEVELS = { remote: "remote", unlikely: "unlikely", possible: "possible", likely: "likely",
	near_certain: "nearly certain" };
export const SURENESS = { low: "low", moderate: "moderate", high: "high" };

export const BASES = { unstated: "not stated", intercept: "intercept", document: "document", imagery: "imagery",
	forensic: "forensic", witness: "witness", confession: "confession", investigation: "investigation",
	inference: "inference", public_statement: "public statement", anonymous: "anonymous" };

export const DEBRIS = { counter: "a counter", epoch_date: "an unset date", duplicate: "words that stand here already",
	tags: "tags", nav: "what leads around the site", ad: "an advertisement", byline: "who wrote it",
	caption: "a caption", credit: "a credit", pull_quote: "words pulled out of the text",
	boilerplate: "what stands on every page", dateline: "the line of place and date", subhead: "a heading between",
	quoted: "a message that is quoted", signature: "a signature" };
export const SHORT = { epoch_date: "date", pull_quote: "pulled out", nav: "navigation" };
