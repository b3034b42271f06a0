import type { Operand } from "../language/known.ts";

/** Why a condition is not what it should be: what is wrong with single values, joined as the condition joins them. */
export type Shortfall = Lack | ShortfallGroup;

/** Shortfalls of which all have to be mended, or any one. */
export interface ShortfallGroup {
  readonly kind: "all" | "any";
  readonly of: readonly Shortfall[];
}

/** One value that is not what it should be: "<subject>: <wanted>, <was>". All three are words. */
export interface Lack {
  readonly kind: "lack";
  readonly subject: string;
  /** The nearest that would do: "at most 10 people". */
  readonly wanted: string;
  /** What it is instead, with its verb: "was 11". */
  readonly was: string;
  /** The facts that it is about. */
  readonly facts: readonly string[];
  /** Changes of the facts, each of which alone would mend it. */
  readonly changes: readonly Change[];
}

/** A change of one fact, in words and as a value. */
export interface Change {
  readonly fact: string;
  readonly edit: Edit;
  readonly subject: string;
  /** What it would have to be. */
  readonly to: string;
  /** What it is. */
  readonly from: string;
}

/** What is done to the value of a fact. */
export type Edit =
  | { readonly kind: "set"; readonly to: Operand }
  | { readonly kind: "field"; readonly index: number; readonly position: number; readonly to: Operand }
  | { readonly kind: "without"; readonly element: Operand }
  | { readonly kind: "with"; readonly element: Operand };

/** A lack as one line. */
export function sayLack({ subject, wanted, was }: Lack): string {
  return `${subject}: ${wanted}, ${was}`;
}

/** Shortfalls joined; a group of one is that one, and a group within a group of its own kind is part of it. */
export function group(kind: "all" | "any", parts: readonly (Shortfall | undefined)[]): Shortfall | undefined {
  const of = parts.flatMap((part): readonly Shortfall[] => {
    if (part === undefined) return [];
    return part.kind === kind ? part.of : [part];
  });
  const distinct = [...new Map(of.map((part) => [JSON.stringify(part), part])).values()];
  return distinct.length > 1 ? { kind, of: distinct } : distinct[0];
}

/** Every single lack in a shortfall. */
export function lacksIn(shortfall: Shortfall | undefined): readonly Lack[] {
  if (shortfall === undefined) return [];
  return shortfall.kind === "lack" ? [shortfall] : shortfall.of.flatMap(lacksIn);
}
