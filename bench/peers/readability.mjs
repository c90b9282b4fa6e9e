// Pages a second of Readability.js on linkedom, the peer of bench-read: FILE... -> one line of CSV, same columns.
import { readFileSync } from "node:fs";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";

const ROUNDS = 3;
const paths = process.argv.slice(2);
let best = Infinity, pages = 0, bytes = 0;
for (let round = 0; round < ROUNDS; round++) {
  let spent = 0n;
  pages = bytes = 0;
  for (const path of paths) {
    const file = readFileSync(path);
    const start = process.hrtime.bigint();
    try {
      const { document } = parseHTML(file.toString("utf8"));
      const article = new Readability(document).parse();
      JSON.stringify({ title: article?.title, text: article?.textContent });
      pages++;
      bytes += file.length;
    } catch {
      // a page that it cannot read counts in neither
    }
    spent += process.hrtime.bigint() - start;
  }
  best = Math.min(best, Number(spent) / 1e9);
}
const peak = process.resourceUsage().maxRSS / 1024;
console.log("what,pages,seconds,pages_per_second,mb_per_second,peak_mb");
console.log(`readability+linkedom,${pages},${best.toFixed(3)},${(pages / best).toFixed(0)},` +
  `${(bytes / 1e6 / best).toFixed(1)},${peak.toFixed(1)}`);
