import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { corpus, malformed, shown } from "./malformed.ts";

const cases = malformed();
/** Set to write down what is shown now, for a person to read through before it is kept. */
const update = process.env.UPDATE_EXPECTED === "1";

describe("malformed rules", () => {
  it.each(cases.map((one) => [one.name, one] as const))("%s", (name, { changes, expect: expected }) => {
    const actual = shown(changes);
    if (update) keep(name, actual);
    else expect(actual).toBe(expected);
  });
});

function keep(name: string, output: string): void {
  const path = join(corpus, `${name}.yaml`);
  const [before = ""] = readFileSync(path, "utf8").split(/^expect: \|\n/m);
  const indented = output.replaceAll(/^(?=.)/gm, "  ");
  writeFileSync(path, `${before}expect: |\n${indented}`);
}
