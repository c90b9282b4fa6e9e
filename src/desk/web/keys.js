// Keys: every view has a table of them, from which the line at the foot, the page of all keys and what a key does are
// made. A row: { key: "n", shown: "n", label: "next unrated", run, hidden }.
import { signal } from "@preact/signals";

export const tables = signal({ everywhere: [] }); // by scope
export const scope = signal("documents");         // whose keys hold now, beside those everywhere

export function table(name, rows) {
	tables.value = { ...tables.value, [name]: rows };
}

// Where letters are typed, letters are letters.
function isTyping(target) {
	return target.isContentEditable || target.matches?.("textarea, select, " +
		"input:not([type=checkbox]):not([type=radio]):not([type=range]):not([type=button])");
}

function nameOf(event) {
	const alt = event.altKey ? "alt+" : "";
	return alt + (event.altKey && event.code.startsWith("Digit") ? event.code.slice(5) : event.key);
}

function press(event) {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing)
		return;
	const typing = isTyping(event.target), name = nameOf(event);
	if (typing && name !== "Escape")
		return;
	for (const of of [scope.value, "everywhere"])
		for (const row of tables.value[of] ?? [])
			if ([].concat(row.key).includes(name) && row.run(event) !== false) {
				event.preventDefault();
				return;
			}
}

export function listenToKeys() {
	document.addEventListener("keydown", press);
}
