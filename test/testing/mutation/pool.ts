import { Procedure } from "../../../engine/evaluate/procedure.ts";
import type { RevisionModel } from "../../../engine/procedure/model.ts";
import { openProcedure } from "../../../engine/procedure/open.ts";
import { parseCase } from "../../../engine/testing/case-document.ts";
import { type Fixture, runFixture } from "../../../engine/testing/fixture.ts";
import type { MutationReport } from "../../../engine/testing/mutation/mutate.ts";
import { witnessLines } from "../../../engine/testing/mutation/witness.ts";

/** A small procedure with something of every kind that can be written wrong. */
export const opened = openProcedure("test/testing/mutation/pool");

/** The only revision of it. */
export const pool = ((): RevisionModel => {
  const [only] = opened.revisions;
  if (only === undefined) throw new Error("the small procedure has no revision");
  return only;
})();

/** A fixture from the text of its file. */
export function fixtureOf(text: string, file = "a.yaml"): Fixture {
  const document = parseCase(text, file);
  return "content" in document ? { file, document } : { file, problems: document };
}

/** The cases that a report shows, as they would be pasted. */
export function pasted({ mutants }: MutationReport): readonly Fixture[] {
  return mutants.flatMap((mutant, at) =>
    mutant.verdict === "survived" ? [fixtureOf(witnessLines(mutant.witness).join("\n"), `${at}.yaml`)] : [],
  );
}

/** Whether a fixture passes by a revision. */
export function passes(fixture: Fixture, model: RevisionModel): boolean {
  return runFixture(new Procedure([model]), fixture).passed;
}
