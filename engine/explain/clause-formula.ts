import type { Clause, Obligation, RevisionModel } from "../procedure/model.ts";
import { sentence } from "./names.ts";
import { type Outline, outlineOf, valueOutline } from "./outline.ts";
import type { Scope } from "./scope.ts";
import { sayDerived, sayValue } from "./value-words.ts";

/** One part of what a clause says as a formula: what it is, and the formula in words. */
export interface FormulaPart {
  /** "Applies when", "Requires", the name of a derived value, or a duty. */
  readonly heading: string;
  readonly outline: Outline;
}

/** A formula of a clause, and the key of its entry under which it stands: `requires`, `derives.reader.is_child`. */
export interface ClauseStatement extends FormulaPart {
  readonly path: string;
}

/** A term of a duty: "where" it applies, "by" or "until" which day, "done on" or "done when". */
export interface DutyTerm {
  readonly term: "where" | "by" | "until" | "done on" | "done when";
  readonly outline: Outline;
}

/** What a clause of a revision says as formulas, in words and in the order of its entry. */
export function clauseFormula(clause: Clause, model: RevisionModel): readonly FormulaPart[] {
  const duties = clause.obligations.flatMap((id) => {
    const obligation = model.obligations.get(id);
    return obligation === undefined ? [] : [dutyPart(obligation, { model })];
  });
  return [...clauseStatements(clause, model).map(({ heading, outline }) => ({ heading, outline })), ...duties];
}

/** The formulas of a clause without its duties: when it applies, what it requires, and the values that it defines. */
export function clauseStatements(clause: Clause, model: RevisionModel): readonly ClauseStatement[] {
  const { appliesWhen, requires } = clause;
  const scope: Scope = { model };
  const parts: ClauseStatement[] = [];
  if (appliesWhen) {
    parts.push({ path: "appliesWhen", heading: "Applies when", outline: outlineOf(appliesWhen, scope) });
  }
  if (requires) parts.push({ path: "requires", heading: "Requires", outline: outlineOf(requires, scope) });
  for (const id of clause.derived) {
    const derived = model.derived.get(id);
    if (derived === undefined) continue;
    const isStatement = derived.value.type.kind === "boolean";
    parts.push({
      path: `derives.${id}`,
      heading: `${sentence(sayDerived(id, derived.value.type)).slice(0, -1)} ${isStatement ? "holds when" : "is"}`,
      outline: valueOutline(derived.value, scope),
    });
  }
  return parts;
}

/** When a duty applies, until when it is to be done, and how one sees that it was. */
export function dutyTerms(obligation: Obligation, model: RevisionModel): readonly DutyTerm[] {
  const { due, done, performedWhen, keepUntil, ownCondition } = obligation;
  const scope: Scope = { model };
  const terms: DutyTerm[] = [];
  if (ownCondition) terms.push({ term: "where", outline: outlineOf(ownCondition, scope) });
  if (due) terms.push({ term: "by", outline: valueOutline(due, scope) });
  if (keepUntil) terms.push({ term: "until", outline: valueOutline(keepUntil, scope) });
  if (done) terms.push({ term: "done on", outline: { text: sayValue(done, scope), parts: [] } });
  if (performedWhen) terms.push({ term: "done when", outline: outlineOf(performedWhen, scope) });
  return terms;
}

function dutyPart(obligation: Obligation, { model }: Scope): FormulaPart {
  const party = model.parties.get(obligation.bearer) ?? obligation.bearer;
  const parts = dutyTerms(obligation, model).map(
    ({ term, outline }): Outline => ({ ...outline, text: `${term} ${outline.text}` }),
  );
  return { heading: `Duty of ${party}`, outline: { text: sentence(obligation.entry.duty), parts } };
}
