import type { ClauseResult, Decided, DecisionResult, ObligationResult, Result, Settled } from "../language/result.ts";
import type { Locate } from "./facts.ts";
import type { EvaluationInput } from "./input.ts";
import type { LocateInput } from "./input-places.ts";
import type { Evaluation, Procedure } from "./procedure.ts";

/** What a compiler can know of a revision: a file with such a type can be made of any. At run time it is nothing. */
export interface ProcedureTypes {
  /** The facts that a case can give. */
  readonly facts: object;
  /** Each decision with its outcomes. */
  readonly outcomes: object;
  /** The ids of the clauses. */
  readonly clauses: string;
  /** Each duty with the one who bears it. */
  readonly obligations: object;
  /** Each value that a clause defines, with what it can be. */
  readonly derived: object;
  /** Each interpretation that can be switched, with its alternatives. */
  readonly readings: object;
}

/** A case to decide whose names the compiler knows. */
export interface TypedInput<Types extends ProcedureTypes> extends Omit<EvaluationInput, "facts" | "readings"> {
  /** The facts. A missing one is unknown, `null` is none. */
  readonly facts: Types["facts"];
  /** The alternatives to switch on: interpretation to alternative. */
  readonly readings?: Types["readings"];
}

/** A result whose names the compiler knows. Which revision decided is not checked: the types are those of one. */
export interface TypedResult<Types extends ProcedureTypes>
  extends Omit<Result, "decisions" | "clauses" | "obligations" | "derived"> {
  readonly decisions: {
    readonly [Id in keyof Types["outcomes"]]: Narrowed<DecisionResult, Types["outcomes"][Id]>;
  };
  readonly clauses: Readonly<Record<Types["clauses"], ClauseResult>>;
  readonly obligations: {
    readonly [Id in keyof Types["obligations"]]: Omit<ObligationResult, "clause" | "bearer"> & {
      readonly clause: Types["clauses"];
      readonly bearer: Types["obligations"][Id] & string;
    };
  };
  /** Derived values by id; an unknown one is left out, `null` is known to be none. */
  readonly derived: { readonly [Id in keyof Types["derived"]]?: Types["derived"][Id] | null };
}

/** The decisions about a case alone, with names that the compiler knows. */
export interface TypedDecided<Types extends ProcedureTypes> extends Omit<Decided, "decisions"> {
  readonly decisions: { readonly [Id in keyof Types["outcomes"]]: Narrowed<Settled, Types["outcomes"][Id]> };
}

/** What a decision came to, with the outcomes that it can have. */
type Narrowed<Part extends Settled, Outcome> = Omit<Part, "outcome" | "possible"> & {
  readonly outcome: (Outcome & string) | null;
  readonly possible: readonly (Outcome & string)[];
};

/** An evaluation with its workings, and names that the compiler knows. */
export interface TypedEvaluation<Types extends ProcedureTypes> extends Omit<Evaluation, "result"> {
  readonly result: Result & TypedResult<Types>;
}

/** A procedure of which the compiler knows every name: it does what a `Procedure` does. */
export interface TypedProcedure<Types extends ProcedureTypes>
  extends Omit<Procedure, "evaluate" | "decide" | "evaluateWithWorkings"> {
  /** Decides a case. @throws ProblemsError with every problem of the input */
  evaluate(input: TypedInput<Types>): TypedResult<Types>;
  /** Decides a case, and works out nothing but the decisions. @throws ProblemsError as `evaluate` does */
  decide(input: TypedInput<Types>): TypedDecided<Types>;
  /** Like `evaluate`, and gives the workings too. */
  evaluateWithWorkings(input: TypedInput<Types>, locate?: Locate, locateInput?: LocateInput): TypedEvaluation<Types>;
}

/** A procedure as the compiler is to know it: without types of a revision, any name is as good as another. */
export type ProcedureOf<Types extends ProcedureTypes> = ProcedureTypes extends Types
  ? Procedure
  : TypedProcedure<Types>;
