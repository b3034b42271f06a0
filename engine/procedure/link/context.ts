import type { Derivation } from "../../language/clause.ts";
import type { InterpretationEntry } from "../../language/interpretation.ts";
import type { ValueType } from "../../language/value-type.ts";
import type { Derived, Fact } from "../model.ts";
import type { Origins } from "../origins.ts";
import type { Reporter, Spot } from "../reporter.ts";
import type { Revision } from "../versions.ts";
import type { Timelines } from "./timeline.ts";

/** A derived value as a clause writes it. */
export interface DerivedSource {
  readonly derivation: Derivation;
  readonly clause: string;
  readonly spot: Spot;
}

/** Everything that a name in a revision can stand for, and where problems go. */
export interface LinkContext {
  readonly reporter: Reporter;
  /** Takes down where everything stands. */
  readonly origins: Origins;
  /** The revision being linked. */
  readonly revision: Revision;
  readonly timelines: Timelines;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly clauses: ReadonlySet<string>;
  /** Those of which nothing is encoded. */
  readonly notEncoded: ReadonlySet<string>;
  /** Decision to its outcomes. */
  readonly decisions: ReadonlyMap<string, readonly string[]>;
  readonly interpretations: ReadonlyMap<string, InterpretationEntry>;
  readonly derivedSources: ReadonlyMap<string, DerivedSource>;
  /** The derived values linked so far: each is linked when it is first asked for. */
  readonly derived: Map<string, Derived | undefined>;
  /** The derived values being linked, so that one that needs itself is found. */
  readonly underway: string[];
}

/** Where a condition or value stands: inside the question about a list, `item` has a type. */
export interface Scope {
  readonly item: ValueType | undefined;
}

/** Outside any list. */
export const outside: Scope = { item: undefined };
