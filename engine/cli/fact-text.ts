import type { FactType } from "../language/fact.ts";
import { keepsItsDigits } from "../language/written-number.ts";
import { misreadingIn } from "./json-misreading.ts";

/** A value that a person typed, as a case would hold it; `undefined` for "unknown". */
export type TypedValue = { readonly value: unknown } | { readonly notJson: string };

/**
 * Reads what a person typed for a fact of this type: `none`, `unknown`, yes or no, a number, a list as JSON, and anything
 * else as text. What doesn't fit the type stays text, so that reading the facts refuses it in its usual words.
 */
export function readFactText(type: FactType, text: string): TypedValue {
  const isOption = type.type === "choice" && Object.hasOwn(type.options, text);
  if (!isOption && text === "unknown") return { value: undefined };
  if (!isOption && (text === "none" || text === "null")) return { value: null };
  switch (type.type) {
    case "boolean":
      return { value: yesOrNo(text) ?? text };
    case "integer":
    case "number":
      return { value: /^[-+]?\d+(\.\d+)?$/.test(text) && keepsItsDigits(text) ? Number(text) : text };
    case "date":
    case "choice":
    case "text":
      return { value: text };
    case "list":
    case "record":
      return fromJson(text);
    default:
      return type satisfies never;
  }
}

function yesOrNo(text: string): boolean | undefined {
  if (/^(y|yes|true)$/i.test(text)) return true;
  return /^(n|no|false)$/i.test(text) ? false : undefined;
}

function fromJson(text: string): TypedValue {
  try {
    const value: unknown = JSON.parse(text);
    const misreading = misreadingIn(text);
    return misreading === undefined ? { value } : { notJson: misreading.message };
  } catch (error) {
    return { notJson: error instanceof Error ? error.message : String(error) };
  }
}
