import { Procedure } from "./evaluate/procedure.ts";
import { openProcedure } from "./procedure/open.ts";

/**
 * Loads a procedure from a directory of rule files. After loading nothing is read any more.
 *
 * @throws ProblemsError with every problem of the rule files, each with its place.
 */
export function loadProcedure(directory: string): Procedure {
  return new Procedure(openProcedure(directory).revisions);
}
