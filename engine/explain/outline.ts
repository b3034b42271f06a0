import type { Condition, Value } from "../procedure/model.ts";
import { sayCondition } from "./condition-words.ts";
import { inside, type Scope } from "./scope.ts";
import { sayValue } from "./value-words.ts";

/** A formula in words, broken up into the parts of which it consists. */
export interface Outline {
  readonly text: string;
  readonly parts: readonly Outline[];
}

/** A condition as an outline: nested `all` and `any` become headings with what they join below them. */
export function outlineOf(condition: Condition, scope: Scope): Outline {
  switch (condition.kind) {
    case "all":
    case "any":
      return headed(condition.kind === "all" ? "all of these" : "at least one of these", condition.of, scope);
    case "not":
      if (condition.of.kind !== "all" && condition.of.kind !== "any") break;
      return headed(condition.of.kind === "all" ? "not all of these" : "none of these", condition.of.of, scope);
    case "some":
    case "every": {
      const which = condition.kind === "some" ? "at least one of" : "each of";
      const part = outlineOf(condition.where, inside(scope, condition.list.id));
      return { text: `${which} ${sayValue(condition.list, scope)} is such that:`, parts: [part] };
    }
    default:
      break;
  }
  return { text: sayCondition(condition, scope), parts: [] };
}

/** A value as an outline: its branches below one another, the condition behind a yes or no broken up. */
export function valueOutline(value: Value, scope: Scope): Outline {
  if (value.kind === "condition") return outlineOf(value.of, scope);
  if (value.kind !== "choose") return { text: sayValue(value, scope), parts: [] };
  return {
    text: "the first of these that applies:",
    parts: value.branches.map(({ when, value: branch }): Outline => {
      const inner = valueOutline(branch, scope);
      const condition = when === undefined ? "otherwise" : `where ${sayCondition(when, scope)}`;
      return { text: `${condition}: ${inner.text}`, parts: inner.parts };
    }),
  };
}

/** An outline as lines, each part two spaces further in. */
export function outlineLines({ text, parts }: Outline, indent = ""): readonly string[] {
  return [`${indent}${text}`, ...parts.flatMap((part) => outlineLines(part, `${indent}  `))];
}

function headed(text: string, parts: readonly Condition[], scope: Scope): Outline {
  const [only] = parts;
  if (parts.length === 1 && only && !text.startsWith("no")) return outlineOf(only, scope);
  return { text: `${text}:`, parts: parts.map((part) => outlineOf(part, scope)) };
}
