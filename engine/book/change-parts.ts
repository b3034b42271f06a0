import type { StructureChange } from "../diff/report.ts";
import { clauseStatements, type DutyTerm, dutyTerms } from "../explain/clause-formula.ts";
import { humanise, sentence } from "../explain/names.ts";
import { type Outline, outlineOf } from "../explain/outline.ts";
import type { Clause, Decision, RevisionModel } from "../procedure/model.ts";
import { answerOf } from "./answer.ts";
import { oneLine } from "./words.ts";

/** A part of a thing that can be said in words. */
export interface Part {
  /** The same on both sides for what is the same part. */
  readonly key: string;
  /** What it is. */
  readonly what: string;
  /** The paths in the thing's entry that it says. */
  readonly paths: readonly string[];
  readonly words: string;
}

/** The parts of a thing of a revision that are formulas or types; none of a thing that the revision doesn't have. */
export function partsOf(subject: StructureChange["subject"], id: string, model: RevisionModel): readonly Part[] {
  switch (subject) {
    case "clause": {
      const clause = model.clauses.get(id);
      return clause ? [...statementParts(clause, model), ...dutyParts(clause, model)] : [];
    }
    case "decision": {
      const decision = model.decisions.get(id);
      return decision ? rowParts(decision, model) : [];
    }
    case "fact": {
      const fact = model.facts.get(id);
      const words = fact && flat(answerOf(fact.entry));
      return words === undefined ? [] : [{ key: "answer", what: "Possible answers", paths: ofType, words }];
    }
    case "contradiction": {
      const found = model.contradictions.find((one) => one.id === id);
      const words = found && flat(outlineOf(found.when, { model }));
      return words === undefined ? [] : [{ key: "when", what: "Can't be when", paths: ["when"], words }];
    }
    case "interpretation":
    case "procedure":
      return [];
    default:
      return subject satisfies never;
  }
}

/** What a fact says of its type. */
const ofType = ["type", "unit", "min", "max", "from", "to", "options", "of", "fields", "orNone"] as const;

function statementParts(clause: Clause, model: RevisionModel): readonly Part[] {
  return clauseStatements(clause, model).map(({ path, heading, outline }) => ({
    key: path,
    what: oneLine(heading),
    paths: [path],
    words: flat(outline),
  }));
}

/** The key under which a duty has each of its terms. */
const keyOf: Readonly<Record<DutyTerm["term"], string>> = {
  where: "appliesWhen",
  by: "due",
  until: "keepUntil",
  "done on": "done",
  "done when": "performedWhen",
};

function dutyParts({ obligations }: Clause, model: RevisionModel): readonly Part[] {
  return obligations.flatMap((id): readonly Part[] => {
    const obligation = model.obligations.get(id);
    if (obligation === undefined) return [];
    const { bearer, entry } = obligation;
    const path = `obligations.${id}`;
    const duty = oneLine(`${model.parties.get(bearer) ?? bearer}: ${sentence(entry.duty)}`);
    return [
      { key: path, what: "Duty", paths: [`${path}.duty`, `${path}.bearer`], words: duty },
      ...dutyTerms(obligation, model).map(({ term, outline }) => ({
        key: `${path} ${term}`,
        what: `Duty “${humanise(id)}”, ${term}`,
        paths: [`${path}.${keyOf[term]}`],
        words: flat(outline),
      })),
    ];
  });
}

/** The rows by their outcomes, for a row that is put between others moves all below it. */
function rowParts({ rows }: Decision, model: RevisionModel): readonly Part[] {
  return rows.map(({ outcome, when, clauses }, at) => {
    const nth = rows.slice(0, at).filter((row) => row.outcome === outcome).length;
    const condition = when === undefined ? "in every other case" : flat(outlineOf(when, { model }));
    return {
      key: `${outcome} ${nth}`,
      what: `“${humanise(outcome)}” when`,
      paths: [`rows.${at + 1}`],
      words: clauses.length === 0 ? condition : `${condition} (clauses ${clauses.join(", ")})`,
    };
  });
}

/** An outline on one line. */
function flat({ text, parts }: Outline): string {
  const said = oneLine(text);
  return parts.length === 0 ? said : `${said} ${parts.map(flat).join("; ")}`;
}
