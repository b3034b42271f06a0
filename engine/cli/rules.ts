import { Procedure } from "../evaluate/procedure.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { type OpenProcedure, openProcedure } from "../procedure/open.ts";
import { unknownName } from "./usage.ts";

/** A procedure, ready to decide cases, with the rule files that it comes from. */
export interface Rules extends OpenProcedure {
  readonly procedure: Procedure;
}

/** Loads the rules in a directory. @throws ProblemsError with everything that is wrong with them. */
export function loadRules(directory: string): Rules {
  const opened = openProcedure(directory);
  return { ...opened, procedure: new Procedure(opened.revisions) };
}

/** The revision with this number; without one, the newest approved revision, or the newest where none is approved. */
export function revisionFor(rules: Rules, number: string | undefined): RevisionModel {
  const { revisions } = rules;
  const found =
    number === undefined
      ? (revisions.findLast(({ entry }) => entry.status === "approved") ?? revisions.at(-1))
      : revisions.find(({ entry }) => entry.revision === number);
  if (found !== undefined) return found;
  throw unknownName(
    "revision",
    number ?? "",
    revisions.map(({ entry }) => entry.revision),
  );
}
