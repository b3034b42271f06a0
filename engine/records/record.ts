import type { EvaluationInput } from "../evaluate/procedure.ts";
import type { RecordedInput, RecordedRevision, RecordFile } from "../language/record.ts";
import type { Result } from "../language/result.ts";
import type { SealedParts } from "../language/seal.ts";
import { contentOf, sealedParts } from "../procedure/content.ts";
import { canonicalJson, digestOf } from "../procedure/digest.ts";
import type { RevisionModel } from "../procedure/model.ts";
import type { OpenProcedure } from "../procedure/open.ts";

/** A record before it has its seal. */
export type Unsealed = Omit<RecordFile, "seal">;

/** What a record says of the rules beside which revision decided. */
export type Standing = Pick<RecordFile, "revisions" | "parts">;

/**
 * The record of a decision.
 *
 * @param input what was given to decide about
 * @param engine the version of the engine that decided
 */
export function recordOf(result: Result, input: EvaluationInput, standing: Standing, engine: string): RecordFile {
  return sealed({
    record: 1,
    procedure: result.procedure,
    revision: result.revision,
    digest: result.digest,
    engine,
    input: recordedInput(input),
    revisions: standing.revisions,
    parts: standing.parts,
    result: { ...result },
  });
}

/** What a record of a decision by one of the revisions says of the rules. */
export function standingOf(revision: string, rules: OpenProcedure): Standing {
  return { revisions: revisionsFor(revision, rules.revisions), parts: partsOf(revision, rules) };
}

/** A record with its seal. */
export function sealed(unsealed: Unsealed): RecordFile {
  return { ...unsealed, seal: digestOf(unsealed) };
}

/** A record as the text of its file: one line. */
export function recordText(record: RecordFile): string {
  return `${canonicalJson(record)}\n`;
}

/** The digests of the parts of a revision that the rules have. */
export function partsOf(revision: string, { sources }: OpenProcedure): SealedParts {
  return sealedParts(contentOf(sources, revision));
}

/** The revisions that can have a say in what is decided: the approved ones, and the one that decided, which was named. */
export function revisionsFor(deciding: string, revisions: readonly RevisionModel[]): RecordedRevision[] {
  return revisions
    .filter(({ entry }) => entry.status === "approved" || entry.revision === deciding)
    .map(({ entry: { revision, status, until }, digest }) => ({
      revision,
      status,
      ...(until === undefined ? {} : { until }),
      digest,
    }));
}

function recordedInput({ case: name, asOf, revision, readings = {}, facts }: EvaluationInput): RecordedInput {
  return {
    ...(name === undefined ? {} : { case: name }),
    asOf,
    ...(revision === undefined ? {} : { revision }),
    ...(Object.keys(readings).length === 0 ? {} : { readings: { ...readings } }),
    facts: { ...facts },
  };
}
