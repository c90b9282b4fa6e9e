// Where a place of the case ("facts.chatter.if.staged") is worked on: the view, and what is selected there.
import { go, questionId, theCase } from "../state.js";

const of = (list, id) => theCase.peek()[list]?.find((x) => x.id === id);

function ofReport(id) {
	const r = of("reports", id);
	return r?.document ? ["documents", { document: r.document, statement: r.statement }]
		: ["matrix", { fact: r?.fact, report: id }];
}

// [view, selection], or null where the place is the case itself.
export function whereIs(place) {
	const [list, id, ...rest] = place.replace(/\[\d+\]/g, "").split(".");
	if (list === "facts")
		return ["matrix", { fact: id, hypothesis: rest[0] === "if" ? rest[1] : undefined }];
	if (list === "questions")
		return rest[0] === "prior" ? ["matrix", { question: id, hypothesis: rest[1] }]
			: ["assessment", { question: id }];
	if (list === "sources")
		return ["origins", { source: id }];
	if (list === "reports")
		return ofReport(id);
	if (list === "statements")
		return ["documents", { document: of("statements", id)?.document, statement: id }];
	if (list === "documents")
		return ["documents", { document: id }];
	if (list === "pairs") {
		const [a, b] = of("pairs", id)?.documents ?? [];
		return ["origins", { a, b }];
	}
	return list === "assumptions" || list === "judgements" ? ["assessment", {}] : null;
}

export function goTo(to) {
	if (!to)
		return false;
	const [view, what] = to;
	if (what.question)
		questionId.value = what.question;
	go(view, what);
	return true;
}
