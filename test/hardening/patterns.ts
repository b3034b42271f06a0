import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A regular expression of the engine, and where it stands. */
export interface Pattern {
  readonly expression: RegExp;
  readonly place: string;
}

/** Every regular expression that is written in the engine. */
export function patterns(): readonly Pattern[] {
  const names = readdirSync("engine", { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  return names.sort().flatMap((name) => patternsIn(readFileSync(join("engine", name), "utf8"), join("engine", name)));
}

const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/[^\n]*/gm;
const literal =
  /(?<=(?:[=(,:;!&|?{}[\n]|return)\s*)\/(?![*/])((?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+)\/([dgimsuvy]*)/g;

/** The regular expressions in a text. A global or sticky one would begin where the last search ended, so it is neither here. */
export function patternsIn(text: string, place: string): readonly Pattern[] {
  return [...text.replaceAll(comment, "").matchAll(literal)].map(([, source = "", flags = ""]) => ({
    expression: new RegExp(source, flags.replaceAll(/[gy]/g, "")),
    place: `${place}: /${source}/${flags}`,
  }));
}

/** What is repeated in the texts: characters that the classes of many patterns share, alone and in pairs. */
const pieces = [
  ..." a1.-\n\"'`[]()_\\:#0~,\t{}@?",
  ..."a |a.|a-|1.|[1|].|](|a[|a_|aA| a|a\n|``|: | #|- |1,|0-|a1|\\n|a,|?a|~@|~^".split("|"),
];

/** Texts on which a pattern with two ways to match the same thing tries all of them, before it fails at the end. */
export function adversaries({ expression }: Pattern, length: number): readonly string[] {
  const own = expression.source.match(/[^\\()[\]{}?*+|^$.]{2,}/g) ?? [];
  return [...pieces, ...own].flatMap((piece) => {
    const many = piece.repeat(Math.ceil(length / piece.length));
    return ["", "a", "1", '"'].flatMap((first) => ["\u0000", "!", "\n"].map((last) => first + many + last));
  });
}
