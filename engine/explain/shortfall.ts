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
  /** True where it is not for the case to mend: a matter of how the rules are read, or of what kind of case it is. */
  readonly given?: boolean;
  /** Changes of the facts, each of which alone would mend it. */
  readonly changes: readonly Change[];
}

/** A change of one fact, in words and as a value. */
export interface Change {
  readonly fact: string;
  readonly edit: Edit;
  /** What is changed: "the day of departure". */
  readonly subject: string;
  /** What becomes of it, with its verb: "is 2020-01-31", "includes one of at least 5 kilograms". */
  readonly becomes: string;
  /** What it is before any change, where it is replaced. */
  readonly from: string | undefined;
}

/** What is done to the value of a fact. */
export type Edit =
  | { readonly kind: "set"; readonly to: Operand }
  | { readonly kind: "field"; readonly index: number; readonly position: number; readonly to: Operand }
  | { readonly kind: "without"; readonly element: Operand }
  | { readonly kind: "with"; readonly element: Operand };

/** Shortfalls joined; a group of one is that one, and a group within a group of its own kind is part of it. */
export function group(kind: "all" | "any", parts: readonly (Shortfall | undefined)[]): Shortfall | undefined {
  const of = parts.flatMap((part): readonly Shortfall[] => {
    if (part === undefined) return [];
    return part.kind === kind ? part.of : [part];
  });
  const distinct = [...new Map(of.map((part) => [JSON.stringify(part), part])).values()];
  const telling = kind === "all" ? withoutImplied(distinct) : withoutHopeless(distinct);
  const [only] = telling;
  return telling.length > 1 ? { kind, of: telling } : only;
}

/** That something is needed goes without saying beside what it has to be. */
function withoutImplied(parts: readonly Shortfall[]): readonly Shortfall[] {
  const saysMore = (lack: Lack) =>
    parts.some((other) => other.kind === "lack" && other.subject === lack.subject && other.wanted !== needed);
  return parts.filter((part) => part.kind !== "lack" || part.wanted !== needed || !saysMore(part));
}

/** A way that a case is not free to go is none, as long as there is another. */
function withoutHopeless(parts: readonly Shortfall[]): readonly Shortfall[] {
  const hopeful = parts.filter((part) => !lacksIn(part).some(({ given }) => given === true) || part.kind === "any");
  return hopeful.length > 0 ? hopeful : parts;
}

/** What is wanted of a value that is none where nothing more can be said. */
export const needed = "needed";

/** Every single lack in a shortfall. */
export function lacksIn(shortfall: Shortfall | undefined): readonly Lack[] {
  if (shortfall === undefined) return [];
  return shortfall.kind === "lack" ? [shortfall] : shortfall.of.flatMap(lacksIn);
}
