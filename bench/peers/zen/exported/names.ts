/** The name of a fact; of one that is worked out and has only words, its number. */
export function factName(id: string): string {
  const [name = ""] = id.split(":");
  return plainName(name);
}

/** The name under which it is said that a fact is unknown. */
export function unknownName(id: string): string {
  return `${factName(id)}_is_unknown`;
}

/** The name of the line that says what a part came to. */
export function lineName(kind: "clause" | "obligation" | "decision", id: string): string {
  return plainName(`${kind} ${id}`);
}

/** A name that ZEN reads as one. */
export function plainName(words: string): string {
  return words.replaceAll(/[^A-Za-z0-9]+/g, "_");
}
