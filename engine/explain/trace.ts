import { formatDay } from "../calendar/day.ts";
import type { Evaluation } from "../evaluate/procedure.ts";
import { statusOf } from "../evaluate/result.ts";
import { joined } from "../language/expressions/expression.ts";
import type { Operand } from "../language/known.ts";
import type { Truth } from "../language/truth.ts";
import type { Condition, Reference, Value } from "../procedure/model.ts";
import { sayClause, sayCondition, sayDecision, sayOutcome, sayStatus } from "./condition-words.ts";
import { type Element, sayElement } from "./element.ts";
import { sayKnown } from "./known.ts";
import { derivedPhrase } from "./names.ts";
import { outlineOf } from "./outline.ts";
import { Probe } from "./probe.ts";
import { declaredType, inside, type Scope } from "./scope.ts";
import type {
  BranchTrace,
  ClauseTrace,
  ConditionTrace,
  DecisionTrace,
  DerivedTrace,
  FoundValue,
  ObligationTrace,
  RowTrace,
  Trace,
  TraceTruth,
} from "./trace-tree.ts";
import { sayValue } from "./value-words.ts";

/**
 * The full trace of an evaluation, under the revision that was shown. Where the governing date is unknown and revisions
 * differ, the result may leave more open than the trace does.
 */
export function traceOf(evaluation: Evaluation): Trace {
  const { model } = evaluation.program;
  const tracer = new Tracer(new Probe(evaluation.program, evaluation.frame));
  return {
    decisions: [...model.decisions.keys()].map((id) => tracer.decision(id)),
    clauses: [...model.clauses.keys()].map((id) => tracer.clause(id)),
  };
}

/** The trace of one clause of an evaluation. */
export function traceOfClause(evaluation: Evaluation, id: string): ClauseTrace {
  return new Tracer(new Probe(evaluation.program, evaluation.frame)).clause(id);
}

function inTraceWords(truth: Truth): TraceTruth {
  return truth === undefined ? "unknown" : truth ? "true" : "false";
}

class Tracer {
  readonly #probe: Probe;

  constructor(probe: Probe) {
    this.#probe = probe;
  }

  decision(id: string): DecisionTrace {
    const { decisions, model } = this.#probe.program;
    const decision = model.decisions.get(id);
    let decided = false;
    const rows = (decision?.rows ?? []).map(({ outcome, when }): RowTrace => {
      if (decided) return { outcome, tried: false, truth: "unknown", when: undefined };
      const truth = when === undefined ? true : this.#probe.truth(when);
      decided = truth === true;
      return {
        outcome,
        tried: true,
        truth: inTraceWords(truth),
        when: when && this.#condition(when, this.#probe.scope),
      };
    });
    return { id, title: decision?.title ?? id, possible: decisions.get(id)?.possible(this.#probe.frame) ?? [], rows };
  }

  clause(id: string): ClauseTrace {
    const { program, frame, scope } = this.#probe;
    const clause = program.model.clauses.get(id);
    const optional = (condition: Condition | undefined) => condition && this.#condition(condition, scope);
    return {
      id,
      title: clause?.title ?? id,
      status: statusOf(program.clauses.get(id)?.statuses(frame) ?? 0),
      notEncoded: clause?.notEncoded,
      appliesWhen: optional(clause?.appliesWhen),
      requires: optional(clause?.requires),
      derived: (clause?.derived ?? []).map((name) => this.#derived(name)),
      obligations: (clause?.obligations ?? []).map((name) => this.#obligation(name)),
    };
  }

  #derived(id: string): DerivedTrace {
    const { program, scope } = this.#probe;
    const value = program.model.derived.get(id)?.value;
    const shown = value === undefined ? "unknown" : this.#shown(value, scope);
    const name = derivedPhrase(id, value?.type.kind === "date");
    return {
      id,
      name,
      value: shown,
      formula:
        value === undefined || value.kind === "condition" || value.kind === "choose"
          ? undefined
          : sayValue(value, scope),
      from: value === undefined || value.kind === "choose" ? [] : this.#operands(value, scope),
      condition: value?.kind === "condition" ? this.#condition(value.of, scope) : undefined,
      branches: value?.kind === "choose" ? this.#branches(value, scope) : [],
    };
  }

  #branches(value: Value & { kind: "choose" }, scope: Scope): readonly BranchTrace[] {
    const tried: BranchTrace[] = [];
    for (const { when, value: branch } of value.branches) {
      const truth = when === undefined ? true : this.#probe.truth(when, scope);
      tried.push({
        when: when && this.#condition(when, scope),
        truth: inTraceWords(truth),
        says: sayValue(branch, scope, value),
        value: this.#shown(branch, scope),
      });
      if (truth === true) break;
    }
    return tried;
  }

  #obligation(id: string): ObligationTrace {
    const { program, frame, scope } = this.#probe;
    const obligation = program.model.obligations.get(id);
    const { status, due } = program.obligations.get(id)?.run(frame) ?? { status: "undetermined", due: undefined };
    const optional = (condition: Condition | undefined) => condition && this.#condition(condition, scope);
    const done = obligation?.done;
    return {
      id,
      status,
      duty: obligation?.entry.duty ?? id,
      due: typeof due === "number" ? formatDay(due) : null,
      done: done && this.#shown(done, scope),
      appliesWhen: optional(obligation?.ownCondition),
      performedWhen: optional(obligation?.performedWhen),
    };
  }

  #condition(condition: Condition, scope: Scope): ConditionTrace {
    const truth = inTraceWords(this.#probe.truth(condition, scope));
    const leaf = (found: readonly FoundValue[]): ConditionTrace => ({
      says: sayCondition(condition, scope),
      truth,
      found,
      parts: [],
    });
    switch (condition.kind) {
      case "all":
      case "any":
        return {
          says: outlineOf(condition, scope).text,
          truth,
          found: [],
          parts: condition.of.map((part) => this.#condition(part, scope)),
        };
      case "not":
        return { says: "not:", truth, found: [], parts: [this.#condition(condition.of, scope)] };
      case "compare": {
        const sides = condition.right === undefined ? [condition.left] : [condition.left, condition.right];
        return leaf(sides.flatMap((side) => this.#found(side, scope)));
      }
      case "some":
      case "every":
        return this.#quantified(condition, truth, scope);
      case "clause":
        return leaf([
          {
            says: sayClause(condition.clause, scope),
            value: sayStatus(
              statusOf(this.#probe.program.clauses.get(condition.clause)?.statuses(this.#probe.frame) ?? 0),
            ),
          },
        ]);
      case "decision": {
        const possible = this.#probe.program.decisions.get(condition.decision)?.possible(this.#probe.frame) ?? [];
        return leaf([{ says: sayDecision(condition.decision), value: joined(possible.map(sayOutcome), "or") }]);
      }
      case "reading":
        return leaf([]);
      default:
        return condition satisfies never;
    }
  }

  #quantified(condition: Condition & { kind: "some" | "every" }, truth: TraceTruth, scope: Scope): ConditionTrace {
    const within = inside(scope, condition.list.id);
    const elements = this.#probe.value(condition.list);
    const parts = Array.isArray(elements)
      ? (elements as readonly Operand[]).map((value, index) => {
          const element: Element = { list: condition.list.id, index, value };
          const trace = this.#probe.withElement(value, () => this.#condition(condition.where, within));
          return { ...trace, says: `${sayElement(element, within)}: ${trace.says}` };
        })
      : [];
    const found = Array.isArray(elements)
      ? [
          {
            says: sayValue(condition.list, scope),
            value: parts.length === 0 ? "an empty list" : elementCount(parts.length),
          },
        ]
      : [{ says: sayValue(condition.list, scope), value: elements === null ? "none" : "unknown" }];
    return { says: outlineOf(condition, scope).text, truth, found, parts };
  }

  /** What a value came to; a written value says that itself. */
  #found(value: Value, scope: Scope): readonly FoundValue[] {
    if (value.kind === "literal") return [];
    const whole: FoundValue = { says: sayValue(value, scope), value: this.#shown(value, scope) };
    return value.kind === "function" ? [whole, ...this.#operands(value, scope)] : [whole];
  }

  /** What an expression was worked out from. */
  #operands(value: Value, scope: Scope): readonly FoundValue[] {
    if (value.kind === "function") return value.operands.flatMap((operand) => this.#found(operand, scope));
    if (value.kind === "aggregate") return this.#found(value.list as Reference, scope);
    return [];
  }

  #shown(value: Value, scope: Scope): string {
    return sayKnown(this.#probe.value(value, scope), { type: value.type, declared: declaredType(value, scope) });
  }
}

function elementCount(count: number): string {
  return count === 1 ? "1 element" : `${count} elements`;
}
