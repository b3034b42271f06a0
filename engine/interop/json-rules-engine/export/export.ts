import { sentence } from "../../../explain/names.ts";
import { sayValue } from "../../../explain/value-words.ts";
import { describeType } from "../../../language/value-type.ts";
import type { RevisionModel } from "../../../procedure/model.ts";
import { clauseWords, factWords, obligationWords } from "../../schema/words.ts";
import { clauseRules } from "./clause.ts";
import { type CompanionPart, companionPart } from "./companion-part.ts";
import { exportedCondition } from "./condition.ts";
import { writeDecision } from "./decision.ts";
import { dutyRules } from "./duty.ts";
import { FactRegister, type RegisteredFact } from "./fact-register.ts";
import { clauseName, derivedName, dutyName } from "./names.ts";
import { type ExportedRule, RuleBook } from "./rule-book.ts";

/** A revision as rules for json-rules-engine 7, with what it takes to give them the facts of a case. */
export interface ExportedRules {
  readonly procedure: string;
  readonly title: string;
  readonly revision: string;
  /** A draft governs nothing; a case is decided by it only where it names it. */
  readonly status: "draft" | "approved";
  /** The fact whose date selects the revision of a case. */
  readonly governedBy: string;
  readonly effective: string;
  /** The first day on which the revision no longer governs; null where it has no end. */
  readonly until: string | null;
  readonly digest: string;
  /** What the rules ask for, in words. */
  readonly facts: readonly ExportedFact[];
  /** What `new Engine` takes. */
  readonly rules: readonly ExportedRule[];
  /** What the companion reads to give the facts of a case. */
  readonly companion: CompanionPart;
}

/** A fact that the rules ask for. A date is given as the number of days since 1970-01-01. */
export interface ExportedFact {
  readonly id: string;
  readonly type: string;
  readonly says: string;
  /** Whether it stands in the case, or has to be worked out from it. */
  readonly from: "case" | "worked out";
}

/**
 * A revision as rules.
 *
 * @param revisions all of the procedure, among them this one
 */
export function exportRules(model: RevisionModel, revisions: readonly RevisionModel[]): ExportedRules {
  const facts = new FactRegister(model);
  const book = new RuleBook();
  for (const { id, value } of model.derived.values()) {
    if (value.kind === "condition") book.shareBoth(derivedName(id), exportedCondition(value.of, model, facts));
  }
  writeClauses(model, facts, book);
  for (const decision of model.decisions.values()) writeDecision(decision, model, facts, book);
  for (const { id, when, says } of model.contradictions) {
    const name = `contradiction ${id}`;
    book.share(name, exportedCondition(when, model, facts).isTrue);
    book.says(name, "contradiction", { contradiction: id, says });
  }
  const { procedure, title, entry, governedBy, digest } = model;
  return {
    procedure,
    title,
    revision: entry.revision,
    status: entry.status,
    governedBy,
    effective: entry.effective,
    until: entry.until ?? null,
    digest,
    facts: facts.facts.map((fact) => describe(fact, model)),
    rules: book.rules(),
    companion: companionPart(facts.facts, model, revisions),
  };
}

/** Writes down the duties and the clauses, with a rule for each status that one can come to. */
function writeClauses(model: RevisionModel, facts: FactRegister, book: RuleBook): void {
  const duties = new Map([...model.obligations].map(([id, duty]) => [id, dutyRules(duty, model, facts)]));
  for (const [id, duty] of model.obligations) {
    for (const [status, condition] of duties.get(id) ?? []) {
      const name = dutyName(id, status);
      const { clause, bearer } = duty;
      book.share(name, condition);
      book.says(name, "obligation", { obligation: id, status, clause, bearer, says: obligationWords(duty, model) });
    }
  }
  for (const clause of model.clauses.values()) {
    const rules = clauseRules(clause, duties, model, facts);
    for (const status of ["met", "unmet", "not_applicable"] as const) {
      const name = clauseName(clause.id, status);
      book.shareBoth(name, rules[status]);
      book.says(name, "clause", { clause: clause.id, status, says: clauseWords(clause) });
    }
  }
}

function describe({ id, value }: RegisteredFact, model: RevisionModel): ExportedFact {
  const fact = value.kind === "fact" ? model.facts.get(value.id) : undefined;
  const says = fact === undefined ? sentence(sayValue(value, { model })) : factWords(fact);
  const isGiven = value.kind === "fact" || value.kind === "asOf";
  return { id, type: describeType(value.type), says, from: isGiven ? "case" : "worked out" };
}
