import type { RecordFile } from "../language/record.ts";
import { canonicalJson } from "../procedure/digest.ts";
import type { OpenProcedure } from "../procedure/open.ts";
import { ProblemsError } from "../source/problem.ts";
import type { AsItWas, Origin } from "./as-it-was.ts";
import { type Difference, differencesBetween } from "./differences.ts";
import { revisionsFor } from "./record.ts";
import type { Reason } from "./replayed.ts";

/** What can be said of a record whose seal is not that of its content. */
export interface Tampering {
  /** Whether it is known what was sealed: the differences then are what was changed. */
  readonly isRestored: boolean;
  readonly reasons: readonly Reason[];
  readonly differences: readonly Difference[];
}

/**
 * Finds out what was changed in a record. Its seal tells more than that something was: if what the input comes to now has
 * that very seal, then it is what was sealed, and the fields in which the file departs from it are those that were changed.
 * What was changed in the facts can't be told from a digest; what they come to now can.
 */
export function tamperingOf(record: RecordFile, rules: OpenProcedure, engine: string, then: AsItWas): Tampering {
  for (const origin of origins(record, rules, engine)) {
    const made = madeOf(origin, then);
    if ("record" in made && made.record.seal === record.seal) {
      return {
        isRestored: true,
        reasons: [tampered("it was sealed with what its input comes to, and these fields were changed since")],
        differences: differencesBetween(record, made.record),
      };
    }
  }
  const made = madeOf(record, then);
  if ("refused" in made) return { isRestored: false, reasons: [tampered(unknown), ...made.refused], differences: [] };
  const differences = differencesBetween(record, made.record).filter(({ path }) => path[0] !== "seal");
  const isSealAlone = differences.length === 0;
  const what = isSealAlone
    ? "the rest of it is what its input comes to: the seal alone was changed, or the input and all that comes of it"
    : unknown;
  return { isRestored: false, reasons: [tampered(what)], differences };
}

const unknown = "its input may be what was changed, so what was sealed can't be restored";

function tampered(what: string): Reason {
  return { code: "tampered", message: `its seal is not that of its content; ${what}` };
}

/** What the record may have been made of, had something else in it been changed; what it says it was made of first. */
function origins(record: RecordFile, rules: OpenProcedure, engine: string): readonly Origin[] {
  const { input, result } = record;
  const engines = [record.engine, engine];
  const revisions = [record.revisions, revisionsFor(record.revision, rules.revisions)];
  // The result repeats the evaluation date and the name of the case.
  const repeated = {
    ...(typeof result.asOf === "string" ? { asOf: result.asOf } : {}),
    ...(typeof result.case === "string" ? { case: result.case } : {}),
  };
  const inputs = [input, { ...input, ...repeated }];
  return distinct(engines).flatMap((one) =>
    distinct(revisions).flatMap((some) =>
      distinct(inputs).map((given) => ({ engine: one, revisions: some, input: given })),
    ),
  );
}

function distinct<Thing>(things: readonly Thing[]): readonly Thing[] {
  return [...new Map(things.toReversed().map((thing) => [canonicalJson(thing), thing])).values()].toReversed();
}

function madeOf(
  origin: Origin,
  then: AsItWas,
): { readonly record: RecordFile } | { readonly refused: readonly Reason[] } {
  try {
    return { record: then.recordOf(origin) };
  } catch (error) {
    return { refused: refusals(error) };
  }
}

/** The most problems of a case that are said. */
const mostRefusals = 5;

/** Why a case is refused. @throws whatever else went wrong. */
export function refusals(error: unknown): readonly Reason[] {
  if (!(error instanceof ProblemsError)) throw error;
  return error.problems
    .slice(0, mostRefusals)
    .map(({ message }) => ({ code: "refused", message: `its case is refused: ${message}` }));
}
