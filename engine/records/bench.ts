import type { Evaluation } from "../evaluate/procedure.ts";
import type { OpenProcedure } from "../procedure/open.ts";

/** What a record is held against. */
export interface Bench {
  readonly rules: OpenProcedure;
  /** The version of this engine. */
  readonly engine: string;
  /** Lets an evaluation pass, or throws a ProblemsError where a second engine comes to something else. */
  readonly confirm: (evaluation: Evaluation) => Promise<void>;
}
