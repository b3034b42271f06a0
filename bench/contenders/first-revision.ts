import type { Procedure } from "../../engine/index.ts";
import type { RevisionModel } from "../../engine/procedure/model.ts";

/** The revision by which all cases of the benchmark are decided. */
export function firstRevision({ revisions }: Procedure): RevisionModel {
  const [first] = revisions;
  if (first === undefined) throw new Error("the procedure has no revision");
  return first;
}
