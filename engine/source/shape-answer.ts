/** Words that are easily taken for `true` and `false`; YAML 1.2 reads them as text. */
const answers: ReadonlyMap<string, boolean> = new Map([
  ["yes", true],
  ["on", true],
  ["true", true],
  ["no", false],
  ["off", false],
  ["false", false],
]);

/** The answer that a text was meant to give, if it is such a word. */
export function answerOf(text: unknown): boolean | undefined {
  return typeof text === "string" ? answers.get(text.trim().toLowerCase()) : undefined;
}
