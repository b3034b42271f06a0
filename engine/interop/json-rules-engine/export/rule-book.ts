import { type AllOf, type AnyOf, leaf, type RuleCondition, rootOf } from "../rule-condition.ts";
import type { TwoRules } from "../two-rules.ts";
import { falseName } from "./names.ts";

/** A rule as json-rules-engine takes it. */
export interface ExportedRule {
  readonly name: string;
  readonly conditions: AllOf | AnyOf;
  readonly event: ExportedEvent;
  /** Rules that others ask for come first, and have a higher priority. */
  readonly priority: number;
}

/** What a rule says when it holds. */
export interface ExportedEvent {
  readonly type: string;
  /** `holds` is the fact that is true from then on: other rules ask for it. */
  readonly params: Readonly<Record<string, string>> & { readonly holds: string };
}

/**
 * The rules of an export, as they are being written. Each makes a fact of its own name true, which others can ask for:
 * a condition that many need is then tried once, where the library's own shared conditions are tried anew for each.
 */
export class RuleBook {
  readonly #conditions = new Map<string, RuleCondition>();
  readonly #events = new Map<string, ExportedEvent>();

  /** Writes a condition down under a name. */
  share(name: string, condition: RuleCondition): void {
    this.#conditions.set(name, condition);
  }

  /** Writes a three-valued condition down, under two names. */
  shareBoth(name: string, { isTrue, isFalse }: TwoRules): TwoRules {
    this.share(name, isTrue);
    this.share(falseName(name), isFalse);
    return bothOf(name);
  }

  /** Says what it means when a condition that was written down holds. */
  says(name: string, type: string, params: Readonly<Record<string, string>>): void {
    this.#events.set(name, { type, params: { ...params, holds: name } });
  }

  /** All rules, those first that others ask for. */
  rules(): readonly ExportedRule[] {
    const depths = new Map<string, number>();
    const depthOf = (name: string): number => {
      const known = depths.get(name);
      if (known !== undefined) return known;
      const condition = this.#conditions.get(name);
      const asked = condition === undefined ? [] : factsIn(condition).filter((fact) => this.#conditions.has(fact));
      // This ends, for the linker has refused rules that go round in a circle.
      const depth = Math.max(0, ...asked.map((fact) => depthOf(fact) + 1));
      depths.set(name, depth);
      return depth;
    };
    const deepest = Math.max(0, ...[...this.#conditions.keys()].map(depthOf));
    const rules = [...this.#conditions].map(([name, condition]): ExportedRule => {
      const event = this.#events.get(name) ?? { type: "condition", params: { holds: name } };
      return { name, conditions: rootOf(condition), event, priority: deepest - depthOf(name) + 1 };
    });
    return rules.sort((a, b) => b.priority - a.priority);
  }
}

/** Asks for a condition that was, or will be, written down under a name. */
export function held(name: string): RuleCondition {
  return leaf(name, "equal", true);
}

/** Asks for a three-valued condition that was, or will be, written down. */
export function bothOf(name: string): TwoRules {
  return { isTrue: held(name), isFalse: held(falseName(name)) };
}

/** The facts that stand on the left: what a rule has made true stands nowhere else. */
function factsIn(condition: RuleCondition): readonly string[] {
  if ("all" in condition) return condition.all.flatMap(factsIn);
  return "any" in condition ? condition.any.flatMap(factsIn) : [condition.fact];
}
