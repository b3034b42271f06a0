import type { FactType } from "../../language/fact.ts";
import type { Check } from "../check.ts";
import { valuePlaceOf } from "../place.ts";

/** Numbers that may have any value at all. A date has no bound of its own: what can't be, contradictions say. */
export const factWithoutBounds: Check = {
  code: "fact-without-bounds",
  severity: "warning",
  finds: "a number among the facts with neither a smallest nor a largest value",
  why: "A slip of the pen, such as a minus or a digit too many, is taken for a fact and decides the case.",
  run: (subject) =>
    [...subject.model.facts.values()].flatMap((fact) => {
      const { id, entry } = fact;
      return boundless(entry).map((path) => ({
        subject: `fact ${id}`,
        message: `${path === "" ? `the fact \`${id}\`` : `\`${path}\` of the fact \`${id}\``} has neither \`min\` nor \`max\``,
        ...valuePlaceOf(fact, subject),
        expected: "the smallest value that makes sense, the largest, or both",
        remedy: "add `min: 0`, or whatever the smallest is",
      }));
    }),
};

/** The paths of fields (nothing for the fact itself, `each` for elements) that are numbers without bounds. */
function boundless(type: FactType): readonly string[] {
  switch (type.type) {
    case "integer":
    case "number":
      return type.min === undefined && type.max === undefined ? [""] : [];
    case "list":
      return boundless(type.of).map((path) => (path === "" ? "each element" : path));
    case "record":
      return Object.entries(type.fields).flatMap(([name, field]) =>
        boundless(field).map((path) => (path === "" ? name : `${name}.${path}`)),
      );
    case "boolean":
    case "date":
    case "choice":
    case "text":
      return [];
    default:
      return type satisfies never;
  }
}
