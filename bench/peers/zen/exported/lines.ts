import {
  clauseName,
  derivedName,
  dutyName,
  falseName,
  notPossible,
  rowName,
} from "../../../../engine/interop/json-rules-engine/export/names.ts";
import type { ExportedRule } from "../../../../engine/interop/json-rules-engine/export/rule-book.ts";
import type { RuleCondition } from "../../../../engine/interop/json-rules-engine/rule-condition.ts";
import type { Decision, RevisionModel } from "../../../../engine/procedure/model.ts";
import { literal } from "../expression.ts";
import type { Line } from "../graph.ts";
import { chain } from "./chain.ts";
import { atom, type Formula, failing, simplified, textOf } from "./formula.ts";
import type { Leaves } from "./leaf.ts";
import { lineName, plainName } from "./names.ts";
import { openRows, outcomeIn } from "./possible.ts";
import { usesIn } from "./uses.ts";

const clauseStatuses = ["met", "unmet", "not_applicable"] as const;
const dutyStatuses = ["fulfilled", "fulfilled_late", "pending", "overdue", "not_applicable"] as const;

/** A line that is one status in any case. */
const constantStatus = /^'([a-z_]+)'$/;

/** The lines of one expression node that come to what exported rules come to. */
export interface ExportedLines {
  readonly lines: readonly Line[];
  /** The statuses that are the same in any case, and for which no line is needed, by the name of their line. */
  readonly constants: ReadonlyMap<string, string>;
}

/**
 * Exported rules as lines, each after those that it asks for. A condition's two rules, known to be true and known to be
 * false, are one line of three values; those of a clause's statuses, a duty's or a decision's outcomes one line each,
 * which says of an open decision what is possible. What is asked once stands where it is asked.
 *
 * @param showsRows whether each row of a decision has a line of its own, for a trace to say which one held
 */
export function exportedLines(
  rules: readonly ExportedRule[],
  model: RevisionModel,
  leaves: Leaves,
  showsRows: boolean,
): ExportedLines {
  const writer = new LineWriter(rules, model, leaves, showsRows);
  for (const id of model.obligations.keys()) writer.status("obligation", id);
  for (const id of model.clauses.keys()) writer.status("clause", id);
  for (const decision of model.decisions.values()) writer.decision(decision);
  return { lines: writer.lines, constants: writer.constants };
}

class LineWriter {
  readonly lines: Line[] = [];
  readonly constants = new Map<string, string>();
  readonly #conditions: ReadonlyMap<string, RuleCondition>;
  readonly #leaves: Leaves;
  /** What a rule's name asks for, and how it is answered. */
  readonly #answers = new Map<string, () => Formula>();
  /** The decision and the outcome that a rule says is not possible. */
  readonly #impossible = new Map<string, { readonly decision: Decision; readonly outcome: string }>();
  readonly #written = new Set<string>();

  constructor(rules: readonly ExportedRule[], model: RevisionModel, leaves: Leaves, showsRows: boolean) {
    this.#conditions = new Map(rules.map(({ name, conditions }) => [name, conditions]));
    this.#leaves = leaves;
    const uses = usesIn(this.#conditions);
    const often = (name: string) => (uses.get(name) ?? 0) + (uses.get(falseName(name)) ?? 0) > 1;
    for (const id of model.derived.keys()) this.#answerTruth(derivedName(id), often(derivedName(id)));
    for (const decision of model.decisions.values()) {
      for (const at of decision.rows.keys()) this.#answerTruth(rowName(decision.id, at), showsRows);
      for (const outcome of decision.outcomes.keys()) {
        this.#impossible.set(notPossible(decision.id, outcome), { decision, outcome });
      }
    }
    for (const id of model.obligations.keys()) {
      for (const is of dutyStatuses) this.#answers.set(dutyName(id, is), () => this.#isStatus("obligation", id, is));
    }
    for (const id of model.clauses.keys()) {
      for (const is of clauseStatuses) {
        this.#answers.set(clauseName(id, is), () => this.#isStatus("clause", id, is));
        this.#answers.set(falseName(clauseName(id, is)), () => this.#isNotStatus(id, is));
      }
    }
  }

  /** Writes the line of a clause or a duty, unless it is the same in any case. @returns its name */
  status(kind: "clause" | "obligation", id: string): string {
    const name = lineName(kind, id);
    return this.#once(name, () => {
      const named =
        kind === "clause"
          ? clauseStatuses.map((is) => [is, clauseName(id, is)] as const)
          : dutyStatuses.map((is) => [is, dutyName(id, is)] as const);
      const found = named.map(([is, rule]) => ({ then: literal(is), when: this.#rule(rule) }));
      return chain(found, literal("undetermined"));
    });
  }

  /** Writes the line of a decision: its outcome, or the list of what is possible. @returns its name */
  decision({ id, outcomes, rows }: Decision): string {
    return this.#once(lineName("decision", id), () => {
      const answer = (name: string) => simplified(this.#named(name));
      const quick = openRows(
        rows.map(({ outcome, when }, at) => {
          const row = rowName(id, at);
          return when === undefined ? { outcome } : { outcome, isTrue: answer(row), isFalse: answer(falseName(row)) };
        }),
      );
      const possible = [...outcomes.keys()].map((outcome) => {
        const impossible = textOf(simplified(this.#rule(notPossible(id, outcome))));
        return `${impossible} ? null : ${literal(outcome)}`;
      });
      return `(${quick}) ?? filter([${possible.join(", ")}], # != null)`;
    });
  }

  #once(name: string, expression: () => string): string {
    if (this.#written.has(name)) return name;
    this.#written.add(name);
    const value = expression();
    const constant = constantStatus.exec(value)?.[1];
    if (constant === undefined) this.lines.push({ key: name, value });
    else this.constants.set(name, constant);
    return name;
  }

  #answerTruth(name: string, hasLine: boolean): void {
    for (const holds of [true, false]) {
      const rule = holds ? name : falseName(name);
      if (!this.#conditions.has(rule)) continue;
      this.#answers.set(rule, () => (hasLine ? this.#truth(name, holds) : this.#rule(rule)));
    }
  }

  /** Asks for a line of three values. */
  #truth(name: string, holds: boolean): Formula {
    const line = this.#once(plainName(name), () => {
      const truths = [true, false].map((one) => ({
        then: String(one),
        when: this.#rule(one ? name : falseName(name)),
      }));
      return chain(truths, "null");
    });
    return atom(`$.${line} == ${holds}`, { implies: [failing(`$.${line} == ${!holds}`)] });
  }

  #isStatus(kind: "clause" | "obligation", id: string, is: string): Formula {
    const name = this.status(kind, id);
    const constant = this.constants.get(name);
    return constant === undefined ? atom(`$.${name} == ${literal(is)}`) : constant === is;
  }

  /** Whether a clause is known not to have a status, which it can be while its own is open. */
  #isNotStatus(id: string, is: (typeof clauseStatuses)[number]): Formula {
    const name = this.status("clause", id);
    const denied = simplified(this.#rule(falseName(clauseName(id, is))));
    if (typeof denied === "boolean" || denied.kind === "atom") return denied;
    const others = clauseStatuses.filter((other) => other !== is);
    const same = others.find((other) => textOf(simplified(this.#rule(clauseName(id, other)))) === textOf(denied));
    if (same !== undefined) return this.#isStatus("clause", id, same);
    const open = { kind: "all", of: [atom(`$.${name} == 'undetermined'`), denied] } as const;
    return { kind: "any", of: [atom(`$.${name} in ${literal(others)}`), open] };
  }

  #rule(name: string): Formula {
    const condition = this.#conditions.get(name);
    return condition === undefined ? false : this.#formula(condition);
  }

  #named(name: string): Formula {
    const answer = this.#answers.get(name);
    if (answer === undefined) throw new Error(`no rule is named ${name}`);
    return answer();
  }

  #formula(condition: RuleCondition): Formula {
    const parts = "all" in condition ? condition.all : "any" in condition ? condition.any : [condition];
    const outcomes = "any" in condition ? undefined : this.#outcomesLeft(parts);
    if (outcomes !== undefined) return outcomes;
    if (!("fact" in condition)) {
      return { kind: "all" in condition ? "all" : "any", of: parts.map((part) => this.#formula(part)) };
    }
    return this.#conditions.has(condition.fact) ? this.#named(condition.fact) : this.#leaves.formula(condition);
  }

  /** What asks that outcomes of a decision be impossible asks whether only the others are left. */
  #outcomesLeft(parts: readonly RuleCondition[]): Formula | undefined {
    const asked = parts.flatMap((part) => ("fact" in part ? (this.#impossible.get(part.fact) ?? []) : []));
    const [first] = asked;
    if (first === undefined) return undefined;
    const { decision } = first;
    if (asked.length < parts.length || asked.some((one) => one.decision !== decision)) return undefined;
    const left = [...decision.outcomes.keys()].filter((one) => !asked.some(({ outcome }) => outcome === one));
    return outcomeIn(this.decision(decision), left);
  }
}
