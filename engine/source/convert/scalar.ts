import type { Alias, ParsedNode, Scalar } from "yaml";
import { keepsItsDigits } from "../../language/written-number.ts";
import type { Reports } from "./reports.ts";

/** A continued line that begins like the item of a list, which YAML silently takes as text. */
const LOST_ITEM = /\n[ ]*-(?=\s)/;
const LOST_ITEMS_WITHOUT_SPACE = /^-[^\s\d][^\n]*\n\s*-\S/;

/** The plain value of a scalar. */
export function scalarOf(node: Scalar.Parsed | Exclude<ParsedNode, Alias.Parsed>, reports: Reports): unknown {
  const value: unknown = "value" in node ? node.value : null;
  const [start, end] = node.range;
  if (typeof value === "number") {
    const fits = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
    const exact = fits && keepsItsDigits(reports.source.text.slice(start, end).trim());
    return exact ? value : reportNumber(value, start, end, reports);
  }
  if (typeof value === "string") {
    if ("type" in node && node.type === "PLAIN") checkContinuation(start, end, reports);
    return value;
  }
  return typeof value === "boolean" ? value : null;
}

/** Reports the items of a list that YAML takes as text, since their dashes are not where those of items are. */
function checkContinuation(start: number, end: number, reports: Reports): void {
  const text = reports.source.text.slice(start, end);
  if (!text.includes("\n")) return;
  const glued = LOST_ITEMS_WITHOUT_SPACE.test(text);
  const lost = LOST_ITEM.exec(text);
  if (!glued && lost === null) return;
  if (glued) {
    reports.add(
      "yaml-syntax",
      "this dash does not start a list item: there is no space after it",
      reports.source.place(start, start + 1),
      "write a space after the dash of every item; if it is part of the text, put the text in quotes",
    );
    return;
  }
  const dash = start + (lost?.index ?? 0) + (lost?.[0].length ?? 0) - 1;
  const name = /^([\w.-]+):\S+\s*$/m.exec(text)?.[1];
  const isItem = /-[ ]+$/.test(reports.source.text.slice(Math.max(0, start - 20), start));
  reports.add(
    "yaml-syntax",
    "this dash does not start a list item: the line continues the text above it",
    reports.source.place(dash, dash + 1),
    name !== undefined
      ? `write a space after the colon of \`${name}\``
      : isItem
        ? "indent the dash like that of the item above; if it is part of the text, put the text in quotes"
        : "delete the text above to make this a list; if the dash is part of the text, put the text in quotes",
    [{ place: reports.source.place(start, end), message: "the text above" }],
  );
}

function reportNumber(value: number, start: number, end: number, reports: Reports): null {
  const written = reports.source.text.slice(start, end);
  const finite = Number.isFinite(value);
  reports.add(
    "number-out-of-range",
    finite
      ? `\`${written}\` has more digits than a number can hold: it would become ${value}`
      : `\`${written}\` is not a number that can be counted with`,
    reports.source.place(start, end),
    finite ? `round it; if it is a name or an identifier, write "${written}" with quotes` : "write a number in digits",
  );
  return null;
}
