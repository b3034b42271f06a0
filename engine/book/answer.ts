import { humanise } from "../explain/names.ts";
import { digits } from "../explain/numbers.ts";
import type { Outline } from "../explain/outline.ts";
import type { FactEntry, FactType } from "../language/fact.ts";

/** What can be answered to the question for a fact: its type, its bounds or options, and whether none is an answer. */
export function answerOf(entry: FactEntry): Outline {
  const { text, parts } = typeWords(entry);
  if (entry.orNone !== true) return { text, parts };
  return parts.length === 0 ? { text: `${text}; or none`, parts } : { text: `none, or ${text}`, parts };
}

function typeWords(type: FactType): Outline {
  switch (type.type) {
    case "boolean":
      return leaf("yes or no");
    case "date":
      return leaf(`a date${range(type.from, type.to, "later", "earlier")}`);
    case "integer":
      return leaf(`a whole number of ${humanise(type.unit)}${bounds(type)}`);
    case "number":
      return leaf(
        type.unit === "percent" ? `a percentage${bounds(type)}` : `a number of ${humanise(type.unit)}${bounds(type)}`,
      );
    case "choice":
      return { text: "one of:", parts: Object.values(type.options).map(leaf) };
    case "text":
      return leaf("a name or other text");
    case "list":
      return listWords(type.of);
    case "record":
      return { text: "with:", parts: fieldsOf(type) };
    default:
      return type satisfies never;
  }
}

function listWords(of: FactType): Outline {
  if (of.type === "choice") return { text: "any number of:", parts: typeWords(of).parts };
  if (of.type === "record") return { text: "any number of elements, each with:", parts: fieldsOf(of) };
  const { text, parts } = typeWords(of);
  return { text: `a list, each element ${text}`, parts };
}

function fieldsOf(type: FactType & { type: "record" }): readonly Outline[] {
  return Object.entries(type.fields).map(([name, field]) => {
    const { text, parts } = typeWords(field);
    return { text: `${humanise(name)}: ${text}`, parts };
  });
}

function leaf(text: string): Outline {
  return { text, parts: [] };
}

function bounds({ min, max }: { readonly min?: number; readonly max?: number }): string {
  const said = (bound: number | undefined) => (bound === undefined ? undefined : digits(bound));
  return range(said(min), said(max), "more", "less");
}

function range(from: string | undefined, to: string | undefined, beyond: string, before: string): string {
  if (from !== undefined && to !== undefined) return ` from ${from} to ${to}`;
  if (from !== undefined) return `, ${from} or ${beyond}`;
  return to === undefined ? "" : `, ${to} or ${before}`;
}
