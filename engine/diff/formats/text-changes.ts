import { displayWidth } from "../../source/visible.ts";
import type { StructureChange, ValueChange } from "../report.ts";
import { sayFate, sayPlaces, sayThing } from "./change-words.ts";
import { excerpts } from "./excerpt.ts";
import { type Line, paragraph } from "./text-lines.ts";
import { cut } from "./words.ts";

/** A longer value is shown only as far as it differs, and no longer than this. */
const longestValue = 240;

/** What is written differently, as text. */
export function changeLines(structure: readonly StructureChange[], width: number): readonly Line[] {
  return structure.flatMap((change): readonly Line[] => {
    const { title, values } = change;
    const fate = sayFate(change);
    const name = `${sayThing(change)}${title === "" ? "" : ` “${title}”`}${fate === "" ? "" : `: ${fate}`}`;
    return [
      ...paragraph(name, width, "  "),
      ...(values.length === 0 ? paragraph(sayPlaces(change), width, "      ", "frame") : []),
      ...values.flatMap((value) => valueLines(value, change.change === "reworded", width)),
    ];
  });
}

function valueLines(value: ValueChange, allWords: boolean, width: number): readonly Line[] {
  const words = value.wording && !allWords ? " (words only)" : "";
  const places = paragraph(sayPlaces(value), width, "      ", "frame");
  const { path, before, after } = value;
  if (before === undefined || after === undefined) {
    const verb = before === undefined ? "added" : "left out";
    return [
      ...paragraph(`${verb}: ${cut(before ?? after ?? "", longestValue)}`, width, `    ${path}${words} `),
      ...places,
    ];
  }
  const short = `    ${path}${words}: ${before} → ${after}`;
  if (displayWidth(short) <= width)
    return [...paragraph(`${before} → ${after}`, width, `    ${path}${words}: `), ...places];
  const [was, is] = excerpts(before, after, longestValue);
  return [
    ...paragraph(`${path}${words}:`, width, "    "),
    ...paragraph(was, width, "      - "),
    ...paragraph(is, width, "      + "),
    ...places,
  ];
}
