import type { SourceDocument } from "../source/document.ts";
import type { Place } from "../source/place.ts";

/** A comment that silences findings of one code on one line, and says why: `# allow CODE: reason`. */
export interface Allow {
  readonly code: string;
  /** Empty where none is given. */
  readonly reason: string;
  /** Where the code stands. */
  readonly place: Place;
  /** The line on which it silences. */
  readonly line: number;
}

/** A code is followed by a colon or by nothing; an ordinary remark may begin with the same word. */
const form = /^#+\s*allow\s+(?<code>[\w-]+)(?<rest>\s*:.*|\s*$|(?<=-\w*)\s.*)/;
/** A reason that goes on is indented. */
const goingOn = /^#+(?: {2,}|\t)(?<more>\S.*)$/;

/**
 * The comments of a file that silence something. One behind a value is about its line; those on lines of their own are
 * about the first line below them, several above the same line included.
 */
export function allowsIn(document: SourceDocument): readonly Allow[] {
  const comments = document.comments("allow");
  const alone = new Set(comments.flatMap(({ isAlone, place }) => (isAlone ? [place.line] : [])));
  return comments.flatMap(({ text, place, isAlone }, at): readonly Allow[] => {
    const { code, rest } = form.exec(text)?.groups ?? {};
    if (code === undefined) return [];
    const reason = [/^\s*:\s*(.*)$/.exec(rest ?? "")?.[1] ?? ""];
    let { line } = place;
    for (const next of isAlone ? comments.slice(at + 1) : []) {
      const more = next.place.line === place.line + reason.length ? goingOn.exec(next.text)?.groups?.more : undefined;
      if (more === undefined || !next.isAlone) break;
      reason.push(more);
    }
    if (isAlone) while (alone.has(line)) line++;
    const column = place.column + text.indexOf(code, text.indexOf("allow") + "allow".length);
    return [{ code, reason: reason.join(" ").trim(), place: { ...place, column, length: code.length }, line }];
  });
}
