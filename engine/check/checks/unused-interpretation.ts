import type { Check } from "../check.ts";

/** Interpretations that nothing rests on. */
export const unusedInterpretation: Check = {
  code: "unused-interpretation",
  severity: "warning",
  finds: "an interpretation that no clause uses",
  why: "No result says that it relies on the interpretation, so that nobody who disputes it can tell what it decides.",
  run: ({ model, opened }) => {
    const used = new Set([
      ...model.interpretationsThroughout,
      ...model.switchable.keys(),
      ...[...model.clauses.values()].flatMap(({ interpretations }) => interpretations),
    ]);
    return [...model.interpretations].flatMap(([id, entry]) => {
      if (used.has(id)) return [];
      const document = opened.sources.interpretations.find((other) => other.entry === entry)?.document;
      return [
        {
          subject: `interpretation ${id}`,
          message: `no clause uses the interpretation \`${id}\``,
          ...(document === undefined ? {} : { place: document.valuePlace(entry, "id") }),
          expected: "a clause that names it in `interpretations:`, or `procedure.yaml` for all results",
          remedy: "name it in the clause that it reads, or take it out",
        },
      ];
    });
  },
};
