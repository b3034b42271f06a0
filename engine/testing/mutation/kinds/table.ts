import type { MutationKind } from "../kind.ts";
import { asked } from "./asked.ts";
import { branch } from "./branch.ts";
import { connective } from "./connective.ts";
import { expression } from "./expression.ts";
import { literal } from "./literal.ts";
import { operator } from "./operator.ts";
import { part } from "./part.ts";
import { quantifier } from "./quantifier.ts";
import { row } from "./row.ts";

/** The name of a kind of mutation; `contradiction` is the one that leaves out a whole contradiction. */
export type MutationName =
  | "literal"
  | "operator"
  | "connective"
  | "quantifier"
  | "expression"
  | "branch"
  | "asked"
  | "row"
  | "part"
  | "contradiction";

/** The table of mutations. Adding a kind is adding its file, its name above and its row here. */
export const mutationKinds: Readonly<Record<Exclude<MutationName, "contradiction">, MutationKind>> = {
  literal,
  operator,
  connective,
  quantifier,
  expression,
  branch,
  asked,
  row,
  part,
};
