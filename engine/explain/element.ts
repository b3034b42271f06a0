import type { Operand } from "../language/known.ts";
import { valueType } from "../procedure/link/fact.ts";
import { sayKnown } from "./known.ts";
import { humanise } from "./names.ts";
import { elementType, inside, type Scope } from "./scope.ts";

/** An element of a list that is being looked at. */
export interface Element {
  readonly list: string;
  /** From 0. */
  readonly index: number;
  readonly value: Operand;
}

/** An element's name: its first field that is text or a choice, the element itself where it has no fields, or its number. */
export function sayElement({ list, index, value }: Element, scope: Scope): string {
  const type = elementType(inside(scope, list));
  if (type !== undefined && type.type !== "record" && type.type !== "list" && value !== undefined && value !== null) {
    return quoted(sayKnown(value, { type: valueType(type), declared: type }));
  }
  if (type?.type === "record" && Array.isArray(value)) {
    for (const [at, field] of Object.values(type.fields).entries()) {
      const part: Operand = value[at];
      if ((field.type === "text" || field.type === "choice") && part !== undefined && part !== null) {
        const words = sayKnown(part, { type: valueType(field), declared: field });
        // A name written like an id is read like one.
        return quoted(/^“[a-z0-9]+(_[a-z0-9]+)+”$/.test(words) ? humanise(words) : words);
      }
    }
  }
  return `number ${index + 1}`;
}

function quoted(words: string): string {
  return words.startsWith("“") ? words : `“${words}”`;
}
