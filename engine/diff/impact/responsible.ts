import type { Evaluation } from "../../evaluate/procedure.ts";
import type { RevisionModel } from "../../procedure/model.ts";
import { clauseDifferences } from "../cases/direction.ts";
import { causesOf } from "../effect.ts";
import { type ClausePart, clauseParts, decisionParts } from "../parts.ts";
import type { StructureChange } from "../report.ts";

/** What is written differently among all that a decision rests on. */
interface Causes {
  readonly clauses: readonly ClausePart[];
  /** Changed decisions, `decision ID`. */
  readonly decisions: readonly string[];
}

/** Names the clauses that make the difference where a decision comes out differently on a case. */
export class Responsible {
  readonly #causes: ReadonlyMap<string, Causes>;

  constructor(base: RevisionModel, head: RevisionModel, structure: readonly StructureChange[]) {
    const parts = clauseParts(base, head, structure);
    this.#causes = new Map(
      decisionParts(base, head).map((decision) => {
        const causes = causesOf(decision, [base, head], structure);
        const changed = (subject: StructureChange["subject"]) => causes.filter((change) => change.subject === subject);
        const clauses = new Set(changed("clause").map(({ id }) => id));
        return [
          decision.id,
          {
            clauses: parts.filter(({ id }) => clauses.has(id)),
            decisions: changed("decision").map(({ id }) => `decision ${id}`),
          },
        ];
      }),
    );
  }

  /**
   * The clauses that are written differently, that the decision rests on, and that themselves come out differently on
   * the case. Where there is none, the decisions so; where there is none either, the clauses that the outcome rests on
   * on one side alone.
   */
  forDecision(id: string, base: Evaluation, head: Evaluation): readonly string[] {
    const { clauses, decisions } = this.#causes.get(id) ?? { clauses: [], decisions: [] };
    const found = clauses.filter((clause) => clauseDifferences(clause, [base, head]).length > 0);
    if (found.length > 0) return found.map((clause) => clause.id);
    if (decisions.length > 0) return decisions;
    const before = base.result.decisions[id]?.because ?? [];
    const after = head.result.decisions[id]?.because ?? [];
    return [
      ...before.filter((clause) => !after.includes(clause)),
      ...after.filter((clause) => !before.includes(clause)),
    ];
  }
}
