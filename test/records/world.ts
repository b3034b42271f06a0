import { loadRules, type Rules } from "../../engine/cli/rules.ts";
import type { EvaluationInput } from "../../engine/index.ts";
import type { RecordFile } from "../../engine/language/record.ts";
import { recordOf, recordText, type Standing, standingOf } from "../../engine/records/record.ts";
import { Replayer } from "../../engine/records/replay.ts";
import type { Replayed } from "../../engine/records/replayed.ts";

/** The version of the engine that the records of these tests are made by. */
export const engine = "1.2.3";

/** The record of a case by some rules, as the bytes of its file. */
export function recorded(rules: Rules, input: EvaluationInput, by = engine): Buffer {
  return Buffer.from(recordText(recordIn(rules, input, by)));
}

/** The record of a case by some rules. */
export function recordIn(rules: Rules, input: EvaluationInput, by = engine): RecordFile {
  const result = rules.procedure.evaluate(input);
  const standings = known.get(rules) ?? new Map<string, Standing>();
  known.set(rules, standings);
  const standing = standings.get(result.revision) ?? standingOf(result.revision, rules);
  standings.set(result.revision, standing);
  return recordOf(result, input, standing, by);
}

/** What has been worked out of each revision: it takes longer than a decision. */
const known = new Map<Rules, Map<string, Standing>>();

/** What becomes of a record by some rules, without the second engine. */
export function replayed(rules: Rules, bytes: Buffer, by = engine): Promise<Replayed> {
  return new Replayer({ rules, engine: by, confirm: async () => {} }).replay("the.json", bytes);
}

/** The codes of the reasons for which a record differs. */
export function codes({ reasons }: Replayed): readonly string[] {
  return [...new Set(reasons.map(({ code }) => code))];
}

/** The fields that differ. */
export function fields({ differences }: Replayed): readonly string[] {
  return differences.map(({ path }) => path.join("."));
}

export const library = loadRules("fixtures/procedures/library");

/** A case of the library that is governed by its first revision. */
export const lent: EvaluationInput = {
  case: "lent",
  asOf: "2020-03-01",
  facts: { loan: { applied_on: "2020-02-10", returned_on: null }, reader: { age: 30, fines: [] } },
};
