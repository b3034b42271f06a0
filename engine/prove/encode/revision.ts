import type { Known } from "../../language/known.ts";
import { literalDate } from "../../language/smt/date.ts";
import { literalNumber } from "../../language/smt/number.ts";
import { chooseValue, known, lessValue, none, type Symbolic } from "../../language/smt/symbolic.ts";
import { and, ite, less, not, or, same, type Term, whole } from "../../language/smt/term.ts";
import { unreachable, type ValueType } from "../../language/value-type.ts";
import type { Clause, Condition, Decision, Obligation, RevisionModel, Value } from "../../procedure/model.ts";
import type { Codes } from "./codes.ts";
import { namedValue } from "./named.ts";
import type { Script } from "./script.ts";
import { clauseCodes, obligationCodes } from "./statuses.ts";

/** What a revision is described in: the case, and what names stand for. */
export interface Case {
  readonly script: Script;
  readonly codes: Codes;
  readonly asOf: Symbolic;
  /** The facts by id. */
  readonly facts: ReadonlyMap<string, Symbolic>;
  /** Whether an alternative is switched on. */
  readonly reading: (interpretation: string, alternative: string) => Term;
}

/** An obligation: its status as one of `obligationCodes`, and its due day. */
export interface SymbolicObligation {
  readonly status: Term;
  readonly due: Symbolic;
}

/** The element that a question about a list is looking at. */
type Item = Symbolic | undefined;

/**
 * What a revision comes to in every case at once, given that every fact is known: to have a value, or to be none.
 * It says the same as the compiled evaluator, from the same model and the same tables of operators and expressions.
 */
export class SymbolicRevision {
  readonly model: RevisionModel;
  readonly #case: Case;
  readonly #derived = new Map<string, Symbolic>();
  readonly #clauses = new Map<string, Term>();
  readonly #obligations = new Map<string, SymbolicObligation>();
  readonly #decisions = new Map<string, Term>();

  constructor(model: RevisionModel, of: Case) {
    this.model = model;
    this.#case = of;
  }

  /** The description of another revision in the same cases. It must have the same facts. */
  beside(model: RevisionModel): SymbolicRevision {
    return new SymbolicRevision(model, this.#case);
  }

  /** A derived value. */
  derived(id: string): Symbolic {
    return memo(this.#derived, id, () => {
      const derived = this.model.derived.get(id);
      return derived === undefined ? none : namedValue(this.value(derived.value, undefined), this.#case.script);
    });
  }

  /** The status of a clause, as one of `clauseCodes`; not applicable where the revision has no such clause. */
  clause(id: string): Term {
    return memo(this.#clauses, id, () => {
      const clause = this.model.clauses.get(id);
      return clause === undefined ? clauseCodes.not_applicable : this.#name("Int", this.#statusOf(clause));
    });
  }

  /** An obligation; not applicable where the revision has none of that name. */
  obligation(id: string): SymbolicObligation {
    return memo(this.#obligations, id, () => {
      const obligation = this.model.obligations.get(id);
      if (obligation === undefined) return { status: obligationCodes.not_applicable, due: none };
      const { status, due } = this.#obligationOf(obligation);
      return { status: this.#name("Int", status), due: namedValue(due, this.#case.script) };
    });
  }

  /** The outcome of a decision, as the code of its name. */
  decision(id: string): Term {
    return memo(this.#decisions, id, () => {
      const decision = this.model.decisions.get(id);
      return decision === undefined ? this.#case.codes.of("") : this.#name("Int", this.#outcomeOf(decision));
    });
  }

  /** What makes a case impossible. */
  contradiction(): Term {
    return or(...this.model.contradictions.map(({ when }) => this.#name("Bool", this.condition(when, undefined))));
  }

  /** From here on, takes what another description says of one thing, which was proved to be the same. */
  adopt(
    kind: "derived" | "clause" | "obligation" | "decision",
    id: string,
    other: SymbolicRevision,
    otherId: string,
  ): void {
    switch (kind) {
      case "derived":
        this.#derived.set(id, other.derived(otherId));
        return;
      case "clause":
        this.#clauses.set(id, other.clause(otherId));
        return;
      case "obligation":
        this.#obligations.set(id, other.obligation(otherId));
        return;
      case "decision":
        this.#decisions.set(id, other.decision(otherId));
        return;
      default:
        unreachable(kind);
    }
  }

  /** A condition, of an element where it stands in a question about a list. */
  condition(condition: Condition, item: Item): Term {
    switch (condition.kind) {
      case "all":
        return and(...condition.of.map((part) => this.condition(part, item)));
      case "any":
        return or(...condition.of.map((part) => this.condition(part, item)));
      case "not":
        return not(this.condition(condition.of, item));
      case "compare": {
        const left = this.value(condition.left, item);
        return condition.operator.smt(left, condition.right === undefined ? none : this.value(condition.right, item));
      }
      case "some":
        return this.someElement(condition.list.id, condition.where);
      case "every":
        return this.#ofElements(this.value(condition.list, undefined), (elements) =>
          not(or(...elements({ kind: "not", of: condition.where }))),
        );
      case "clause":
        return same(this.clause(condition.clause), clauseCodes[condition.is]);
      case "decision":
        return or(
          ...condition.is.map((outcome) => same(this.decision(condition.decision), this.#case.codes.of(outcome))),
        );
      case "reading":
        return this.#case.reading(condition.reading, condition.is);
      default:
        return unreachable(condition);
    }
  }

  /** In which cases a list, by the id of its fact or value, has an element of which a condition is true. */
  someElement(list: string, where: Condition): Term {
    const value = this.#case.facts.get(list) ?? this.derived(list);
    return this.#ofElements(value, (elements) => or(...elements(where)));
  }

  /** A value, of an element where it stands in a question about a list. */
  value(value: Value, item: Item): Symbolic {
    switch (value.kind) {
      case "literal":
        return this.#literal(value.value, value.type);
      case "fact":
        return this.#case.facts.get(value.id) ?? none;
      case "derived":
        return this.derived(value.id);
      case "asOf":
        return this.#case.asOf;
      case "item":
        return itemAt(item, value.position);
      case "function": {
        const operands = value.operands.map((operand) => this.value(operand, item));
        const isNone = or(...operands.map((operand) => operand.none));
        if (isNone === "true") return none;
        const result = value.row.smt(operands, value.body, this.#case.script);
        return { ...result, none: or(isNone, result.none) };
      }
      case "aggregate": {
        const list = this.value(value.list, item);
        if (list.kind !== "list") return none;
        const result = value.row.smt(
          list.elements.map((element, at) => ({
            counts: and(
              less(whole(at), list.length),
              value.where === undefined ? "true" : this.condition(value.where, element),
            ),
            value: value.field === undefined ? element : this.value(value.field, element),
          })),
        );
        return { ...result, none: or(list.none, result.none) };
      }
      case "choose":
        return value.branches.reduceRight<Symbolic>((rest, branch) => {
          const then = this.value(branch.value, item);
          return branch.when === undefined ? then : chooseValue(this.condition(branch.when, item), then, rest);
        }, none);
      case "condition":
        return { kind: "boolean", none: "false", term: this.condition(value.of, item) };
      default:
        return unreachable(value);
    }
  }

  #ofElements(value: Symbolic, fold: (elements: (where: Condition) => readonly Term[]) => Term): Term {
    if (value.kind !== "list") return "false";
    const { elements, length } = value;
    const holds = fold((where) =>
      elements.map((element, at) => and(less(whole(at), length), this.condition(where, element))),
    );
    return and(not(value.none), holds);
  }

  #literal(value: Known | null, type: ValueType): Symbolic {
    if (value === null) return none;
    if (typeof value === "boolean") return { kind: "boolean", none: "false", term: value ? "true" : "false" };
    if (typeof value === "number") return type.kind === "date" ? literalDate(value) : literalNumber(value);
    if (typeof value === "string") return { kind: "code", none: "false", term: this.#case.codes.of(value) };
    const of: ValueType = type.kind === "list" ? type.of : { kind: "none" };
    const elements = value.map((element) => this.#literal(element ?? null, of));
    return { kind: "list", none: "false", length: whole(elements.length), elements };
  }

  #statusOf(clause: Clause): Term {
    if (clause.notEncoded !== undefined) return clauseCodes.not_applicable;
    const applies = clause.appliesWhen === undefined ? "true" : this.condition(clause.appliesWhen, undefined);
    return ite(applies, this.#judged(clause), clauseCodes.not_applicable);
  }

  #judged(clause: Clause): Term {
    if (clause.requires !== undefined) {
      return ite(this.condition(clause.requires, undefined), clauseCodes.met, clauseCodes.unmet);
    }
    if (clause.obligations.length === 0) return clauseCodes.met;
    const statuses = clause.obligations.map((id) => this.obligation(id).status);
    const some = (...codes: readonly Term[]): Term =>
      or(...statuses.flatMap((status) => codes.map((code) => same(status, code))));
    return ite(
      some(obligationCodes.overdue, obligationCodes.fulfilled_late),
      clauseCodes.unmet,
      ite(some(obligationCodes.fulfilled, obligationCodes.pending), clauseCodes.met, clauseCodes.not_applicable),
    );
  }

  #obligationOf(obligation: Obligation): SymbolicObligation {
    const applies = obligation.appliesWhen === undefined ? "true" : this.condition(obligation.appliesWhen, undefined);
    const limit = obligation.keepUntil ?? obligation.due;
    const due = limit === undefined ? none : this.value(limit, undefined);
    return {
      status: ite(applies, this.#progress(obligation, due), obligationCodes.not_applicable),
      due: { ...due, none: or(not(applies), due.none) },
    };
  }

  #progress(obligation: Obligation, due: Symbolic): Term {
    const { asOf } = this.#case;
    const isPast = known(due, asOf, () => lessValue(due, asOf));
    if (obligation.keepUntil !== undefined) {
      const isOver = known(due, asOf, () => not(lessValue(asOf, due)));
      return ite(isOver, obligationCodes.fulfilled, obligationCodes.pending);
    }
    if (obligation.performedWhen !== undefined) {
      const performed = this.condition(obligation.performedWhen, undefined);
      return ite(performed, obligationCodes.fulfilled, obligationCodes.pending);
    }
    if (obligation.done === undefined) return obligationCodes.pending;
    const done = this.value(obligation.done, undefined);
    const isLate = known(due, done, () => lessValue(due, done));
    return ite(
      done.none,
      ite(isPast, obligationCodes.overdue, obligationCodes.pending),
      ite(isLate, obligationCodes.fulfilled_late, obligationCodes.fulfilled),
    );
  }

  #outcomeOf(decision: Decision): Term {
    return decision.rows.reduceRight<Term>((rest, row) => {
      const outcome = this.#case.codes.of(row.outcome);
      return row.when === undefined ? outcome : ite(this.condition(row.when, undefined), outcome, rest);
    }, this.#case.codes.of(""));
  }

  #name(sort: "Int" | "Bool", term: Term): Term {
    return this.#case.script.name(sort, term);
  }
}

function itemAt(item: Item, position: number | undefined): Symbolic {
  if (item === undefined || position === undefined) return item ?? none;
  return item.kind === "record" ? (item.fields[position] ?? none) : none;
}

function memo<Thing>(made: Map<string, Thing>, id: string, make: () => Thing): Thing {
  const known = made.get(id);
  if (known !== undefined) return known;
  const thing = make();
  made.set(id, thing);
  return thing;
}
