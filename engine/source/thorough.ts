import { type Composed, compose } from "./compose.ts";
import { Converter } from "./convert/convert.ts";
import { invisibleCharacters } from "./invisible.ts";
import { Layout } from "./layout.ts";
import type { SourceLimits } from "./limits.ts";
import type { Problem } from "./problem.ts";
import { ProblemList } from "./problem-list.ts";
import { PlacedDocument, type SourceDocument } from "./source-document.ts";
import type { SourceText } from "./source-text.ts";
import { explainSyntax } from "./syntax/explain.ts";
import type { Repair } from "./syntax/finding.ts";

/** How many mistakes that hide others are put aside, each at the price of reading the text again. */
const MOST_REPAIRS = 20;
/** How many characters are read again in all. */
const MOST_REREAD = 500_000;

/** Reads any YAML with the `yaml` library, and finds everything that is wrong with it. */
export function readThoroughly(source: SourceText, limits: SourceLimits): SourceDocument | readonly Problem[] {
  const problems = new ProblemList(limits);
  // One more than are listed, to know whether there are more.
  const most = limits.maxProblems + 1;
  problems.take(invisibleCharacters(source, most));
  let { text } = source;
  for (let repairs = Math.min(MOST_REPAIRS, MOST_REREAD / text.length); ; repairs--) {
    const composed = compose(text, limits);
    if ("stoppedAt" in composed) {
      const place = source.place(composed.stoppedAt, composed.stoppedAt + 1);
      if (composed.reason === "depth") {
        const message = `lists and blocks of keys are nested more than ${limits.maxDepth} deep`;
        problems.add("too-deep", message, place, "put fewer of them inside each other");
      } else {
        problems.add("yaml-syntax", "this part can't be understood", place, "write it in a simpler way");
      }
      return problems.list();
    }
    const { problems: found, repair } = explainSyntax(composed.errors, composed.document, source, most);
    if (repair === undefined || repairs < 1) {
      problems.take(found);
      return finish(source, composed, limits, problems);
    }
    problems.take([repair.problem]);
    text = repaired(text, repair);
  }
}

/** A text of the same length, so that all places stay right. */
function repaired(text: string, { start, end, filler }: Repair): string {
  return `${text.slice(0, start)}${filler.repeat(end - start)}${text.slice(end)}`;
}

/** Adds what is wrong beside the form, and makes the document if nothing is. */
function finish(
  source: SourceText,
  { document, directives, second }: Composed,
  limits: SourceLimits,
  problems: ProblemList,
): SourceDocument | readonly Problem[] {
  const isMisread = problems.count > 0;
  for (const [start, end] of directives) {
    const message = "a line that starts with % changes the rules of YAML";
    const remedy = "delete the line; if it is part of a text, indent it";
    problems.add("yaml-directive", message, source.place(start, end), remedy);
  }
  if (second !== undefined) {
    const at = second + (/^\s*/.exec(source.text.slice(second))?.[0].length ?? 0);
    const remedy = "keep one document in a file: delete the `---` or `...`, or move the second into a file of its own";
    problems.add("several-documents", "a second document starts here", source.place(at, at + 3), remedy);
  }
  const root = document?.contents;
  if (root === undefined || root === null || root.range[0] === root.range[1]) {
    if (problems.count === 0) {
      const remedy = "write its content; an empty list is [], an empty block of keys {}";
      problems.add("empty-file", `${source.file} has no content`, source.place(0, 0), remedy);
    }
    return problems.list();
  }
  const layout = new Layout(source);
  const converter = new Converter(source, layout, limits);
  const value = converter.root(root);
  problems.take(converter.problems.filter((problem) => !isMisread || !isBracketedKey(problem)));
  if (problems.count > 0) return problems.list();
  return new PlacedDocument(source, layout, value, [converter.startOf(root), root.range[1]]);
}

/** Where the form is wrong, what stands in brackets is easily taken for a key. */
function isBracketedKey({ code, place }: Problem): boolean {
  return code === "not-a-text-key" && /^[[{]/.test(place?.text.slice(place.column - 1) ?? "");
}
