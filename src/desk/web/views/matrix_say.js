// Saying a fact or an answer anew, where it stands.
import { html } from "html";
import { useEffect, useRef } from "preact/hooks";
import { edit, useSeen } from "../state.js";
import { focusCell, saying } from "./matrix_model.js";

const PLACES = {
	fact: (id, say) => say === null ? { drop: "facts", id } : { merge: "facts", id, item: { say } },
	answer: (key, say) => {
		const [of, id] = key.split(".");
		return say === null ? { drop: "hypotheses", of, id } : { merge: "hypotheses", of, id, item: { say } };
	},
};

export function Say({ of, id, text }) {
	const input = useRef(), seen = useSeen();
	useEffect(() => { input.current.select(); }, []);
	const close = () => { saying.value = null; requestAnimationFrame(focusCell); };
	const save = async (say) => {
		if (say === text || await edit([PLACES[of](id, say)], say === null ? "dropped" : "said anew", seen))
			close();
	};
	return html`<form class="say" onSubmit=${(e) => { e.preventDefault(); save(input.current.value.trim()
		|| text); }}>
		<input ref=${input} aria-label=${`the ${of} in words`} defaultValue=${text} />
		<span><button>keep</button> <button type="button" onClick=${close}>leave it</button>
		<button type="button" onClick=${() => save(null)}>drop the ${of}</button></span></form>`;
}
