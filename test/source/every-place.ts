import type { SourceDocument } from "../../engine/source/document.ts";
import type { Place } from "../../engine/source/place.ts";

/** One answer of a document about one of its parts. */
export interface Answer {
  readonly path: string;
  readonly question: "start" | "place" | "key" | "value";
  readonly place: Place;
  readonly sourceText?: string | undefined;
}

/** All that a document knows about the places of its parts, each list and mapping once. */
export function everyPlace(document: SourceDocument): readonly Answer[] {
  const answers: Answer[] = [{ path: "", question: "start", place: document.start }];
  const seen = new Set<object>();
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    answers.push({ path, question: "place", place: document.place(value) });
    for (const [name, inner] of Object.entries(value)) {
      const key = Array.isArray(value) ? Number(name) : name;
      const innerPath = `${path}/${name}`;
      const sourceText = document.sourceText(value, key);
      answers.push({ path: innerPath, question: "key", place: document.keyPlace(value, key) });
      answers.push({ path: innerPath, question: "value", place: document.valuePlace(value, key), sourceText });
      visit(inner, innerPath);
    }
  };
  visit(document.value, "");
  return answers;
}
