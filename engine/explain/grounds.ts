import type { Condition, Reference, Value } from "../procedure/model.ts";
import { sayCondition, yesOrNo } from "./condition-words.ts";
import { humanise, sentence } from "./names.ts";
import type { Probe } from "./probe.ts";
import { sayFound, takenBranch } from "./worked.ts";

/**
 * What a settled decision rests on beside clauses: the facts that made its row hold, and what other decisions came to,
 * each a sentence. None where the last row decided, which asks for nothing.
 */
export function groundsOf(decision: string, probe: Probe): readonly string[] {
  const rows = probe.program.model.decisions.get(decision)?.rows ?? [];
  const deciding = rows.find(({ when }) => when === undefined || probe.truth(when) === true);
  return deciding?.when === undefined ? [] : [...new Set(groundsIn(deciding.when, true, probe))];
}

/** The sentences for a condition that is known to be `is`. */
function groundsIn(condition: Condition, is: boolean, probe: Probe): readonly string[] {
  if (probe.truth(condition) !== is) return [];
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.of.flatMap((part) => groundsIn(part, is, probe));
    case "not":
      return groundsIn(condition.of, !is, probe);
    case "clause":
      return [];
    case "decision":
      return decisionGround(condition.decision, probe);
    case "compare": {
      const asked = yesOrNo(condition);
      const behind = asked === undefined ? undefined : conditionBehind(condition.left, probe);
      if (behind !== undefined) return groundsIn(behind, asked === is, probe);
      return plain(condition, is, probe);
    }
    case "some":
    case "every":
    case "reading":
      return plain(condition, is, probe);
    default:
      return condition satisfies never;
  }
}

function plain(condition: Condition, is: boolean, probe: Probe): readonly string[] {
  if (condition.kind === "compare" && condition.left.kind === "fact") {
    const answer = questionAndAnswer(condition.left, probe);
    if (answer !== undefined) return [answer];
  }
  return [sentence(sayCondition(is ? condition : { kind: "not", of: condition }, probe.scope))];
}

/** A fact that has no size to compare is best said as its question and the answer. */
function questionAndAnswer(fact: Reference, probe: Probe): string | undefined {
  const found = probe.value(fact);
  const question = probe.program.model.facts.get(fact.id)?.entry.question.replace(/ *\([^)]*\)/g, "");
  const kind = fact.type.kind;
  if (question === undefined || !(kind === "boolean" || kind === "choice" || found === null)) return undefined;
  return `${question.trim()} ${sentence(sayFound(fact, probe, probe.scope))}`;
}

function decisionGround(id: string, probe: Probe): readonly string[] {
  const [outcome, ...others] = probe.program.decisions.get(id)?.possible(probe.frame) ?? [];
  if (outcome === undefined || others.length > 0) return [];
  return [sentence(probe.program.model.decisions.get(id)?.outcomes.get(outcome) ?? humanise(outcome))];
}

/** The condition whose answer a yes-or-no value is, if it is one. */
function conditionBehind(value: Value, probe: Probe): Condition | undefined {
  if (value.kind === "condition") return value.of;
  if (value.kind === "derived") {
    const derived = probe.program.model.derived.get(value.id);
    return derived && conditionBehind(derived.value, probe);
  }
  if (value.kind !== "choose") return undefined;
  const branch = takenBranch(value, probe, probe.scope);
  return branch && conditionBehind(branch, probe);
}
