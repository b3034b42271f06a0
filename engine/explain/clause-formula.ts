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

/** What a clause of a revision says as formulas, in words and in the order of its entry. */
export function clauseFormula(clause: Clause, model: RevisionModel): readonly FormulaPart[] {
  const scope: Scope = { model };
  const parts: FormulaPart[] = [];
  if (clause.appliesWhen) parts.push({ heading: "Applies when", outline: outlineOf(clause.appliesWhen, scope) });
  if (clause.requires) parts.push({ heading: "Requires", outline: outlineOf(clause.requires, scope) });
  for (const id of clause.derived) {
    const derived = model.derived.get(id);
    if (derived === undefined) continue;
    const isStatement = derived.value.type.kind === "boolean";
    parts.push({
      heading: `${sentence(sayDerived(id, derived.value.type)).slice(0, -1)} ${isStatement ? "holds when" : "is"}`,
      outline: valueOutline(derived.value, scope),
    });
  }
  for (const id of clause.obligations) {
    const obligation = model.obligations.get(id);
    if (obligation) parts.push(dutyPart(obligation, scope));
  }
  return parts;
}

function dutyPart(obligation: Obligation, scope: Scope): FormulaPart {
  const { bearer, entry, due, done, performedWhen, keepUntil } = obligation;
  const party = scope.model.parties.get(bearer) ?? bearer;
  const parts: Outline[] = [];
  const line = (text: string, outline: Outline) => parts.push({ ...outline, text: `${text} ${outline.text}` });
  const own = obligation.ownCondition;
  if (own) line("where", outlineOf(own, scope));
  if (due) line("by", valueOutline(due, scope));
  if (keepUntil) line("until", valueOutline(keepUntil, scope));
  if (done) line("done on", { text: sayValue(done, scope), parts: [] });
  if (performedWhen) line("done when", outlineOf(performedWhen, scope));
  return { heading: `Duty of ${party}`, outline: { text: sentence(entry.duty), parts } };
}
