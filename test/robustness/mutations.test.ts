import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { textEdit } from "./edits.ts";
import { checkProblem } from "./problem.ts";
import { dataEdit } from "./structure.ts";
import {
  casesInJson,
  casesInYaml,
  linesOfBatches,
  rulesOfShippedProcedure,
  rulesOfSmallProcedure,
  type Subject,
} from "./subjects.ts";

/** The same documents in every run, unless another seed is given. */
const seed = Number(process.env.MUTATION_SEED ?? 20190101);
/** How many documents for each that a test run has. */
const times = Number(process.env.MUTATION_TIMES ?? 1);

/** A document changed in one to several ways: its data first, and then its text. */
interface Mutation {
  readonly subject: Subject;
  readonly text: string;
}

function mutations(subjects: readonly Subject[], write: (data: unknown, asYaml: boolean) => string) {
  return fc
    .tuple(
      fc.noBias(fc.nat(subjects.length - 1)),
      fc.array(dataEdit, { maxLength: 2 }),
      fc.array(textEdit, { maxLength: 3 }),
      fc.boolean(),
    )
    .filter(([, data, text]) => data.length + text.length > 0)
    .map(([index, dataEdits, textEdits, asYaml]): Mutation => {
      const subject = subjects[index] ?? fail();
      const changed = (): unknown => dataEdits.reduce((data, edit) => edit(data), structuredClone(subject.data));
      const start = dataEdits.length === 0 ? subject.text : write(changed(), asYaml);
      return { subject, text: textEdits.reduce((text, edit) => edit(text), start) };
    });
}

function fail(): never {
  throw new Error("there are no subjects");
}

/** Whatever a person or a broken disk makes of a document, it is taken or explained. */
function tryOut(
  subjects: readonly Subject[],
  runs: number,
  write: (data: unknown, asYaml: boolean) => string,
): { readonly taken: number; readonly refused: number } {
  let [taken, refused] = [0, 0];
  fc.assert(
    fc.property(
      mutations(subjects, write).map((mutation) =>
        Object.assign(mutation, { [fc.toStringMethod]: () => shown(mutation) }),
      ),
      ({ subject, text }) => {
        const problems = subject.read(text);
        for (const problem of problems) checkProblem(problem, subject.textOf(text));
        if (problems.length === 0) taken++;
        else refused++;
      },
    ),
    { numRuns: runs * times, seed },
  );
  return { taken, refused };
}

/** A document that fails, so that it can be made a case of the corpus. */
function shown({ subject, text }: Mutation): string {
  return `${subject.file}: ${JSON.stringify(text)}`;
}

const asJson = (data: unknown): string => JSON.stringify(data, null, 1) ?? "";
const asYamlOrJson = (data: unknown, asYaml: boolean): string => (asYaml ? stringify(data) : asJson(data));

describe(`damaged documents are taken or explained (seed ${seed})`, () => {
  const share = [
    ["rule files of a small procedure", rulesOfSmallProcedure, 5_000, asJson],
    ["rule files of the shipped procedure", rulesOfShippedProcedure, 1_000, asJson],
    ["case files in YAML", casesInYaml, 11_000, asYamlOrJson],
    ["case files in JSON", casesInJson, 20_000, asJson],
    ["lines of batches", linesOfBatches, 63_000, (data: unknown) => JSON.stringify(data) ?? ""],
  ] as const;

  it("100,000 in all", () => {
    expect(share.reduce((sum, [, , runs]) => sum + runs, 0)).toBe(100_000);
  });

  it.each(share)(
    "%s",
    (_what, subjects, runs, write) => {
      const { taken, refused } = tryOut(subjects(), runs, write);
      // Else the changes would have changed nothing, or left nothing of the document.
      expect(refused).toBeGreaterThan((taken + refused) / 4);
      expect(taken).toBeGreaterThan((taken + refused) / 100);
    },
    600_000,
  );
});
