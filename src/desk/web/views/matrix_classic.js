// The classic matrix: the same ratings as letters, with Heuer's scores, and where his order is another than the odds'.
import { html } from "html";
import { question, useDesk } from "../state.js";
import { percent } from "../words.js";
import { Empty } from "../parts.js";

const LETTERS = { CC: "very consistent", C: "consistent", N: "neither", I: "inconsistent", II: "very inconsistent",
	NA: "does not apply" };

function Item({ item, hypotheses }) {
	return html`<tr data-fact=${item.id}><th scope="row">${item.say}</th>${hypotheses.map((h) => {
		const cell = item.cells[h.id];
		return html`<td key=${h.id} class=${`letter ${cell?.rating ?? ""}`} title=${cell
			&& LETTERS[cell.rating]}>${
			cell?.rating ?? html`<span class="soft">unrated</span>`}</td>`;
	})}<td class="soft">${item.diagnosticity.toFixed(2)}</td></tr>`;
}

function Foot({ hypotheses, name, of }) {
	return html`<tr><th scope="row">${name}</th>${hypotheses.map((h) => html`<td
		key=${h.id}>${of(h)}</td>`)}<td></td></tr>`;
}

function Differ({ all, hypotheses }) {
	const say = (id) => hypotheses.find((h) => h.id === id)?.say ?? id;
	return html`<h2>Where the two orders differ</h2>${all.length ? html`<ul>${all.map((d) =>
		html`<li key=${`${d.ahead} ${d.behind}`}><b>${say(d.ahead)}</b> stands before <b>${say(d.behind)}</b> by
		the score, behind it by the odds. <span class="soft">${d.say}</span></li>`)}</ul>`
		: html`<p>Nowhere: the scores and the odds put the answers in the same order.</p>`}`;
}

export function Classic() {
	const q = question.value, { data, error } = useDesk(q && `/api/ach?question=${q.id}`);
	if (!data)
		return html`<${Empty}>${error ?? "The classic matrix is being made."}<//>`;
	const all = data.hypotheses;
	return html`<div class="scroll classic" tabindex="0" role="group" aria-label="the classic matrix"><table>
		<caption>The classic matrix, most diagnostic first: CC and C consistent, I and II inconsistent, N
		neither. The score counts what is inconsistent; the lowest stands first.</caption>
		<thead><tr><th scope="col">Fact</th>${all.map((h) => html`<th scope="col" key=${h.id}>${h.say
		?? h.id}</th>`)}
		<th scope="col">Diagnosticity</th></tr></thead>
		<tbody>${data.items.map((item) => html`<${Item} key=${item.id} item=${item}
		hypotheses=${all} />`)}</tbody>
		<tfoot><${Foot} hypotheses=${all} name="Inconsistent, by Heuer" of=${(h) => h.score ? h.score.value
		: "none"} />
		<${Foot} hypotheses=${all} name="Rank by the score" of=${(h) => h.rank ?? ""} />
		<${Foot} hypotheses=${all} name="The odds say" of=${(h) => percent(h.p)} />
		<${Foot} hypotheses=${all} name="Rank by the odds" of=${(h) => h.posterior_rank
		?? ""} /></tfoot></table>
		<${Differ} all=${data.differ} hypotheses=${all} /></div>`;
}
