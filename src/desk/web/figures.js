// Figures that the desk draws: their text, and once for the page the rules of their colours, which stand on its own.
import { get } from "./api.js";
import { useDesk } from "./state.js";

let styled = null;

async function style() {
	const { data } = await get("/api/figures/style");
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(data);
	document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

// { svg, error, loading } of a figure by its name; svg is null until it is there, and where there is nothing to see.
export function useFigure(name, { question, width } = {}) {
	const asked = new URLSearchParams(Object.entries({ question, width }).filter(([, v]) => v)).toString();
	const { data, error, loading } = useDesk(name ? `/api/figures/${name}${asked ? `?${asked}` : ""}` : null);
	const svg = typeof data === "string" && data.startsWith("<svg") ? data : null;
	if (svg)
		styled ??= style().catch(() => { styled = null; });
	return { svg, error, loading };
}
