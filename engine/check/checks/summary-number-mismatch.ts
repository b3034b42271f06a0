import type { Clause } from "../../procedure/model.ts";
import { type Visitor, visitClause, visitValue } from "../../procedure/visit.ts";
import type { Check, Finding, Subject } from "../check.ts";
import { placeIn } from "../place.ts";
import { type FormulaNumber, numbersOfClause, numbersOfValue } from "../summary/in-formulas.ts";
import { numbersInWords } from "../summary/in-words.ts";
import { left, type StatedNumber, unmatched } from "../summary/number.ts";

/**
 * Numbers that a summary states otherwise than the formula. It is one only where both sides have a number that the other
 * lacks: a summary may leave out what a formula needs, and may mention what another clause decides.
 */
export const summaryNumberMismatch: Check = {
  code: "summary-number-mismatch",
  severity: "warning",
  finds: "a number in a summary that is another one in the formula",
  why: "People act by the summary, and cases are decided by the formula.",
  run: (subject) =>
    [...subject.model.clauses.values()].flatMap((clause): readonly Finding[] => {
      const [said, written] = mismatch(clause, subject);
      const [first] = written;
      if (said.length === 0 || first === undefined) return [];
      const { id } = clause;
      return [
        {
          subject: `clause ${id}`,
          message: `the summary of clause ${id} says ${listed(said)}, and the formula ${listed(written)}`,
          ...placeIn(clause, "summary", subject),
          remedy: "correct whichever of the two is wrong",
          ...(first.place === undefined
            ? {}
            : { related: [{ place: first.place, message: "the formula says it here" }] }),
        },
      ];
    }),
};

/** What only the summary says, and what only the formula says. */
function mismatch(clause: Clause, subject: Subject): readonly [readonly StatedNumber[], readonly FormulaNumber[]] {
  const { model, opened } = subject;
  const own = numbersOfClause(clause, model, opened.origins);
  const inSummary = numbersInWords(clause.summary);
  const said = inSummary.filter(({ isSure }) => isSure);
  const sure = own.filter(({ isSure }) => isSure);
  const { stated, all } = asked(clause, subject);
  if (said.length === sure.length) {
    const more = unmatched(left(said, sure), all);
    if (more.length > 0) return [more, left(sure, said)];
  }
  const unknown = unmatched(said, [...own, ...all]);
  if (sure.length > 0) return [unknown, unmatched(sure, inSummary)];
  // A date in a summary often is the end of a period, which no formula writes out.
  return [unknown.filter(({ isDate }) => !isDate), unmatched(stated, inSummary)];
}

/**
 * The numbers in what a clause asks for of other clauses: those of derived values that the summary there states too, and
 * all of them.
 */
function asked(
  clause: Clause,
  { model, opened: { origins } }: Subject,
): { readonly stated: readonly FormulaNumber[]; readonly all: readonly FormulaNumber[] } {
  const stated: FormulaNumber[] = [];
  const all: FormulaNumber[] = [];
  const seen = new Set<string>();
  const isNew = (name: string): boolean => seen.size < seen.add(name).size;
  const visitor: Visitor = {
    clause: (id) => {
      const other = model.clauses.get(id);
      if (other === undefined || !isNew(`clause ${id}`)) return;
      all.push(...numbersOfClause(other, model, origins));
      visitClause(other, model, visitor);
    },
    reference: ({ kind, id }) => {
      const derived = kind === "derived" ? model.derived.get(id) : undefined;
      if (derived === undefined || !isNew(`value ${id}`)) return;
      visitValue(derived.value, visitor);
      if (derived.clause === clause.id) return;
      const numbers = numbersOfValue(derived.value, origins);
      all.push(...numbers);
      // What its own clause does not state either is said there.
      const inItsSummary = numbersInWords(model.clauses.get(derived.clause)?.summary ?? "");
      const unsaid = new Set(unmatched(numbers, inItsSummary));
      stated.push(...numbers.filter((number) => number.isSure && !unsaid.has(number)));
    },
  };
  visitClause(clause, model, visitor);
  return { stated, all };
}

function listed(numbers: readonly StatedNumber[]): string {
  return [...new Set(numbers.map(({ text }) => `"${text}"`))].join(" and ");
}
