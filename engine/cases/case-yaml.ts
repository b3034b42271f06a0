import type { WitnessCase } from "./witness-case.ts";

/** A line of a case file, and the id of the fact that it gives, if it gives one. */
export interface CaseLine {
  readonly text: string;
  readonly fact: string | undefined;
}

/** Whatever a terminal or a page would not show, or would show as something else. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]|(?! )\p{Zs}/gu;
/** Text that YAML takes for text without quotes, and for nothing else. */
const bare = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z](?:[a-z0-9_-]*[a-z0-9_])?$|^\d{4}-\d\d-\d\d$/i;

/** A case as a case file has it, one fact a line. */
export function caseLines({ asOf, readings, facts }: WitnessCase): readonly CaseLine[] {
  const chosen = Object.entries(readings ?? {});
  return [
    { text: `asOf: ${inline(asOf)}`, fact: "evaluation.as_of" },
    ...(chosen.length > 0 ? [{ text: "readings:", fact: undefined }] : []),
    ...chosen.map(([id, alternative]) => ({ text: `  ${key(id)}: ${inline(alternative)}`, fact: `reading ${id}` })),
    ...factLines(facts, "", "facts"),
  ];
}

/** Anything that a case file can hold under a name, one value a line. */
export function blockLines(name: string, value: unknown): readonly string[] {
  return factLines(value, "", name).map(({ text }) => text);
}

/** Names can nest to any depth, so that a fact is whatever is no mapping with something in it. */
function factLines(value: unknown, id: string, name: string, indent = ""): readonly CaseLine[] {
  const isGroup = typeof value === "object" && value !== null && !Array.isArray(value);
  const parts = isGroup ? Object.entries(value) : [];
  if (parts.length === 0)
    return [{ text: `${indent}${key(name)}: ${inline(value)}`, fact: id === "" ? undefined : id }];
  return [
    { text: `${indent}${key(name)}:`, fact: undefined },
    ...parts.flatMap(([part, inside]) => factLines(inside, id === "" ? part : `${id}.${part}`, part, `${indent}  `)),
  ];
}

function key(name: string): string {
  return /^[a-z][a-z0-9_-]*$/i.test(name) && bare.test(name.replaceAll("-", "_")) ? name : quoted(name);
}

/** A value on one line. */
function inline(value: unknown): string {
  if (typeof value === "string") return bare.test(value) ? value : quoted(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const parts = Object.entries(value).map(([name, part]) => `${key(name)}: ${inline(part)}`);
  return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(INVISIBLE, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16);
    return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
}
