import type { JudgedMutant, MutationReport } from "./mutate.ts";
import { witnessLines } from "./witness.ts";

/** A report as JSON, every mutant listed. */
export function mutationJson({ revision, fixtures, bounds, mutants }: MutationReport): string {
  const count = (verdict: JudgedMutant["verdict"]) => mutants.filter((mutant) => mutant.verdict === verdict).length;
  const report = {
    revision,
    cases: fixtures,
    mutants: mutants.length,
    killed: count("killed"),
    equivalent: count("equivalent"),
    unknown: count("unknown"),
    survived: count("survived"),
    proved: {
      fromYear: bounds.years.from,
      toYear: bounds.years.to,
      longestList: bounds.longestList,
      everyFactKnown: true,
    },
    changes: mutants.map(ofMutant),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function ofMutant(mutant: JudgedMutant): object {
  const { kind, thing, clause, place, before, after, verdict } = mutant;
  return {
    kind,
    in: {
      kind: thing.kind === "derived" ? "value" : thing.kind,
      id: thing.id,
      ...(clause === undefined ? {} : { clause }),
    },
    ...(place === undefined ? {} : { file: place.file, line: place.line, column: place.column }),
    before,
    after,
    verdict,
    ...endOf(mutant),
  };
}

function endOf(mutant: JudgedMutant): object {
  switch (mutant.verdict) {
    case "killed":
      return { killedBy: mutant.by };
    case "equivalent":
      return { provedBy: mutant.by };
    case "survived": {
      const { case: written, ...witness } = mutant.witness;
      return { witness: { ...witness, ...written, text: `${witnessLines(mutant.witness).join("\n")}\n` } };
    }
    case "unknown":
      return {};
    default:
      return mutant satisfies never;
  }
}
