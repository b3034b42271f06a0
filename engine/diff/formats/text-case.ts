import { displayWidth } from "../../source/visible.ts";
import { directionWords } from "./effect-groups.ts";
import { sayFactLabel, sayFactValue } from "./fact-words.ts";
import type { ShownCase } from "./shown-cases.ts";
import { type Line, paragraph } from "./text-lines.ts";
import { cut, sayCauses } from "./words.ts";

/** A value longer than this is cut; the whole is in the complete case. */
const longestValue = 160;

/**
 * A case as text: what is unusual about it, what makes the difference, and what comes out differently beside the
 * effects that it is shown for.
 */
export function caseLinesOf(shown: ShownCase, width: number): readonly Line[] {
  const { number, direction, responsible, unusual } = shown;
  const because = responsible === undefined || responsible.length === 0 ? "" : `, because of ${sayCauses(responsible)}`;
  const way = direction === undefined ? "" : `: ${direction}`;
  // Where all is said of the case as a whole, what the effects have said already is not said again.
  const isUniform = direction !== undefined && responsible !== undefined;
  const rows = isUniform ? shown.rows.filter((row) => row.direction === undefined) : shown.rows;
  const column = Math.max(0, ...rows.map(({ shows }) => displayWidth(shows)));
  return [
    ...paragraph(`Case ${number}, as of ${shown.case.asOf}${way}${because}`, width, "", "message"),
    ...unusual.flatMap((fact) => {
      const [value, ordinary] = [fact.value, fact.ordinary].map((each) => cut(sayFactValue(each), longestValue));
      return paragraph(`${value} (ordinarily ${ordinary})`, width, `  ${sayFactLabel(fact)}: `);
    }),
    ...(unusual.length === 0 ? paragraph("An ordinary case: no fact sets it apart.", width, "  ") : []),
    ...rows.flatMap((row) => {
      const own = [
        ...(direction === undefined && row.direction !== undefined ? [directionWords[row.direction]] : []),
        ...(responsible === undefined && row.responsible.length > 0
          ? [`because of ${sayCauses(row.responsible)}`]
          : []),
      ];
      const text = `${row.before} → ${row.after}${own.length > 0 ? ` (${own.join(", ")})` : ""}`;
      return paragraph(text, width, `  ${isUniform ? "Also " : ""}${row.shows.padEnd(column)}  `);
    }),
  ];
}
