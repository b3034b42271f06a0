import type { RevisionModel } from "../procedure/model.ts";
import { excerpt } from "../source/excerpt.ts";
import { nearest } from "../source/nearest.ts";
import type { Problem } from "../source/problem.ts";
import { at, type LocateInput } from "./input-places.ts";

/** Those of some readings that a revision can switch. */
export function readingsKnownTo(
  model: RevisionModel,
  readings: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(readings).filter(([id, alternative]) => model.switchable.get(id)?.includes(alternative)),
  );
}

/** The names that there are, where there are any. */
function expectedOf(names: readonly string[]): { readonly expected?: string } {
  const listed = names.map((name) => `\`${name}\``).join(", ");
  return names.length === 0 ? {} : { expected: names.length === 1 ? listed : `one of ${listed}` };
}

/** What is wrong with switching on an alternative, if anything. */
export function readingProblems(
  model: RevisionModel,
  id: string,
  alternative: string,
  locateInput: LocateInput | undefined,
): readonly Problem[] {
  const interpretation = model.interpretations.get(id);
  const place = (part: "key" | "value") => at(locateInput?.("readings", id, part));
  const unknown = (what: string, where: string, name: string, known: readonly string[]): Problem => {
    const near = nearest(name, known);
    return {
      code: `unknown-${what}`,
      severity: "error",
      message: `there is no ${what} \`${excerpt(name)}\` ${where}`,
      ...place(what === "alternative" ? "value" : "key"),
      ...expectedOf(known),
      ...(near === undefined ? {} : { nearest: near }),
      remedy: near !== undefined ? `write \`${near}\`` : known.length === 0 ? "take it out" : "name one of those",
    };
  };
  const switchable = model.switchable;
  if (interpretation === undefined) {
    return [unknown("interpretation", `in revision ${model.entry.revision}`, id, [...switchable.keys()])];
  }
  const alternatives = switchable.get(id);
  if (alternatives === undefined) {
    return [
      {
        code: "reading-not-switchable",
        severity: "error",
        message: `\`${id}\` has no alternative that can be switched on: ${interpretation.reading}`,
        ...place("key"),
        ...expectedOf([...switchable.keys()]),
        remedy: "leave it out, or have the alternative written into the rules",
      },
    ];
  }
  return alternatives.includes(alternative) ? [] : [unknown("alternative", `of \`${id}\``, alternative, alternatives)];
}
