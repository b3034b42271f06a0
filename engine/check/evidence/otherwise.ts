import type { Condition, Decision, RevisionModel } from "../../procedure/model.ts";
import { isWorst } from "./rank.ts";

/** A choice of the case, or another decision, of which the rows of a decision pick some of the possible answers. */
export interface Alternatives {
  readonly of: "fact" | "decision";
  readonly id: string;
  /** Those that no row names, in their order. */
  readonly unnamed: readonly string[];
}

/**
 * What the rows of a decision ask for by picking out answers, with the answers that are left to the last row. Where some
 * row asks the other way round, for anything but certain answers, the rest has been thought of. Where the last row has the
 * worst outcome, the rows list what is allowed, and nobody gains from what was forgotten.
 */
export function alternativesOf(decision: Decision, model: RevisionModel): readonly Alternatives[] {
  const { rows } = decision;
  if (isWorst(rows.at(-1)?.outcome ?? "", decision)) return [];
  const named = new Map<string, Set<string>>();
  const settled = new Set<string>();
  const name = (key: string, answers: readonly string[], isPlain: boolean): void => {
    const known = named.get(key) ?? new Set();
    named.set(key, known);
    for (const answer of answers) known.add(answer);
    if (!isPlain) settled.add(key);
  };
  for (const { when } of rows) if (when !== undefined) namesIn(when, true, name);
  return [...named].flatMap(([key, answers]): readonly Alternatives[] => {
    if (settled.has(key)) return [];
    const [kind, id = ""] = key.split(" ");
    const of = kind === "decision" ? "decision" : "fact";
    const unnamed = answersOf(of, id, model).filter((answer) => !answers.has(answer));
    return unnamed.length > 1 ? [{ of, id, unnamed }] : [];
  });
}

type Namer = (key: string, answers: readonly string[], isPlain: boolean) => void;

function namesIn(condition: Condition, isPlain: boolean, name: Namer): void {
  switch (condition.kind) {
    case "all":
    case "any":
      for (const part of condition.of) namesIn(part, isPlain, name);
      return;
    case "not":
      namesIn(condition.of, !isPlain, name);
      return;
    case "decision":
      name(`decision ${condition.decision}`, condition.is, isPlain);
      return;
    case "compare": {
      const { left, operator, right } = condition;
      if (left.kind !== "fact" || left.type.kind !== "choice" || right === undefined) return;
      const written = right.kind === "literal" ? [right.value].flat() : [];
      const answers = written.filter((answer) => typeof answer === "string");
      const picks = operator.name === "equal" || operator.name === "in";
      name(`fact ${left.id}`, answers, isPlain && picks && right.kind === "literal");
      return;
    }
    case "some":
    case "every":
    case "clause":
    case "reading":
      return;
    default:
      condition satisfies never;
  }
}

function answersOf(of: "fact" | "decision", id: string, model: RevisionModel): readonly string[] {
  if (of === "decision") return [...(model.decisions.get(id)?.outcomes.keys() ?? [])];
  const type = model.facts.get(id)?.type;
  return type?.kind === "choice" ? type.options : [];
}
