import { capital, humanise } from "../explain/names.ts";

/** What a key of an entry is called, where its own words don't say it. */
const called: Readonly<Record<string, string>> = {
  notEncoded: "why nothing is encoded",
  appliesWhen: "when it applies",
  performedWhen: "when it counts as done",
  keepUntil: "until when",
  interpretations: "readings",
  sectionTitle: "title of the section",
  effective: "effective date",
  knownBy: "who knows it",
  says: "words",
  when: "condition",
};

/** What an element of a list is called. */
const elements: Readonly<Record<string, string>> = {
  outcomes: "outcome",
  rows: "row",
  alternatives: "alternative",
  interpretations: "reading",
};

/** Where in a thing a value stands, in words: `outcomes.2.says` is "Outcome 2, words". */
export function pathWords(path: string): string {
  const keys = path.split(".");
  const words = keys.flatMap((key, at) => {
    const before = keys[at - 1] ?? "";
    if (/^\d+$/.test(key)) return [`${elements[before] ?? "part"} ${key}`];
    const isList = /^\d+$/.test(keys[at + 1] ?? "");
    if (isList && elements[key] !== undefined) return [];
    return [called[key] ?? humanise(key.replaceAll(/([a-z])([A-Z])/g, "$1 $2")).toLowerCase()];
  });
  return capital(words.join(", "));
}

/** The value that a line of YAML writes, as a reader wants to see it: a text without the quotes that YAML needs. */
export function valueWords(line: string): string {
  if (line.startsWith("'") && line.endsWith("'") && line.length > 1) return line.slice(1, -1).replaceAll("''", "'");
  if (!line.startsWith('"')) return line;
  try {
    const text: unknown = JSON.parse(line);
    return typeof text === "string" ? text : line;
  } catch {
    return line;
  }
}
