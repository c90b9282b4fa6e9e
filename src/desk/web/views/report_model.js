// The report as the desk walks it: its sentences numbered through, each with its notes and the question it speaks to.

// report: GET /api/report/json. Sections as they are, with sentences { n, kind, pieces, notes, question, section }.
export function modelOf(report, questions) {
	const notes = new Map(report.notes.map((note) => [note.number, note]));
	const sentences = [];
	const sections = report.sections.map((section) => {
		let question = questions.length === 1 ? questions[0] : null;
		const blocks = section.blocks.map((block) => {
			if (block.kind === "heading")
				question = questions.find((q) => q.ask === block.text) ??
					(questions.length === 1 ? questions[0] : null);
			if (!block.sentences)
				return { ...block, question };
			return { ...block, question, sentences: block.sentences.map((s) => {
				const sentence = { ...s, n: sentences.length, question, section: section.number,
					notes: s.notes.map((number) => notes.get(number)).filter(Boolean) };
				sentences.push(sentence);
				return sentence;
			}) };
		});
		return { ...section, blocks };
	});
	return { sections, sentences };
}

// "sources.cnn" of a note that speaks of a source, and so on: the places of the case that a note rests on.
function placesOf(note) {
	const places = (note.values ?? []).map((v) => v.split(": ")[0]).filter((v) => v.includes("."));
	const source = /^Source (\S+) in the case/.exec(note.text), assumed =
		/^Assumption (\S+) of the case/.exec(note.text);
	if (note.report)
		places.push(`reports.${note.report}`);
	if (source)
		places.push(`sources.${source[1]}`);
	if (assumed)
		places.push(`assumptions.${assumed[1]}`);
	return places;
}

export function sourceOf(note) {
	return placesOf(note).find((p) => p.startsWith("sources."))?.slice(8) ?? null;
}

// What can be edited behind a sentence: the first place of its notes, words before computed values.
export function editedAt(sentence) {
	const places = sentence.notes.flatMap(placesOf);
	return places.find((p) => p.startsWith("reports.")) ?? places[0] ??
		(sentence.question && `questions.${sentence.question.id}`) ?? null;
}

// The fact (and hypothesis) of a sentence, for its cell in the matrix.
export function cellOf(sentence, reports, lead) {
	for (const note of sentence.notes) {
		const fact = reports.find((r) => r.id === note.report)?.fact ??
			note.values?.map((v) => /^facts\.([^.[]+)/.exec(v)?.[1]).find(Boolean);
		if (fact)
			return { fact, hypothesis: lead };
	}
	return null;
}

// The sentence that a finding's place is about, or null.
export function sentenceAt(place, sentences, reports) {
	const [list, id] = place.split(".");
	if (!id)
		return null;
	const about = list === "facts"
		? (note) => reports.find((r) => r.id === note.report)?.fact === id ||
			placesOf(note).some((p) => p.replace("[", ".").startsWith(`facts.${id}.`))
		: (note) => placesOf(note).includes(`${list}.${id}`);
	if (list === "questions")
		return sentences.find((s) => s.question?.id === id) ?? null;
	return sentences.find((s) => s.notes.some(about)) ?? null;
}

// What carries a sentence: the origins of its reports with what the answer would lose without each, heaviest first. Of
// a sentence that names no report: those that carry the answer to its question.
export function carriers(sentence, assessment, theCase) {
	const result = assessment.questions.find((q) => q.id === sentence.question?.id) ?? assessment.questions[0];
	const found = new Map();
	const weightOf = (list, id) => result?.without?.[list]?.find((x) => x.id === id)?.decibans;
	const add = (key, row) => {
		if (row.weight !== undefined && !found.has(key))
			found.set(key, { ...row, key, weight: -row.weight });
	};
	const nameOf = (id) => theCase.sources?.find((s) => s.id === id)?.name ?? id;
	const addReport = (r) => r && add(r.from ?? r.id, r.from
		? { glyph: "origin", name: nameOf(r.from), to: `sources.${r.from}`,
			weight: weightOf("origins", r.from) ?? weightOf("reports", r.id) }
		: { glyph: "untraceable", name: `Unknown: ${theCase.facts?.find((f) => f.id === r.fact)?.say ?? r.id}`,
			to: `reports.${r.id}`, weight: weightOf("reports", r.id) });
	for (const note of sentence.notes) {
		const facts = new Set((note.values ?? []).map((v) => /^facts\.([^.[]+)/.exec(v)?.[1]).filter(Boolean));
		theCase.reports?.forEach((r) => (r.id === note.report || facts.has(r.fact)) && addReport(r));
		const source = sourceOf(note);
		if (source)
			add(source, { glyph: weightOf("origins", source) === undefined ? "relay" : "origin", name:
				nameOf(source),
				to: `sources.${source}`, weight: weightOf("sources", source) });
	}
	const own = found.size > 0;
	if (!own)
		theCase.reports?.forEach(addReport);
	const rows = [...found.values()].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
	return { rows: rows.slice(0, 8), more: Math.max(0, rows.length - 8), own, question: result };
}
