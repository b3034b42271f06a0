import { type Book, bookOf } from "../../engine/book/book.ts";
import { approvedBefore } from "../../engine/book/standing.ts";
import type { StructureChange } from "../../engine/diff/report.ts";
import type { RevisionModel } from "../../engine/procedure/model.ts";
import { type OpenProcedure, openProcedure } from "../../engine/procedure/open.ts";

/** The small procedure with three revisions, the last a draft. */
export const library = openProcedure("fixtures/procedures/library");

/** The procedure that the package ships with. */
export const shipped = openProcedure("rules/secor");

/** A revision of a procedure by its number. */
export function revision({ revisions }: OpenProcedure, number: string): RevisionModel {
  const found = revisions.find(({ entry }) => entry.revision === number);
  if (found === undefined) throw new Error(`no revision ${number}`);
  return found;
}

/** The book of a revision, as if these were the changes since the approved one before it. */
export function bookWith(opened: OpenProcedure, number: string, changes: readonly StructureChange[] = []): Book {
  const model = revision(opened, number);
  const base = approvedBefore(model, opened.revisions);
  return bookOf(model, opened.sources, base && { base, changes });
}

/** What revision 2.0 of the small procedure changes in 1.0. */
export const changesOfSecond: readonly StructureChange[] = [
  {
    subject: "clause",
    id: "2",
    title: "Who may borrow",
    change: "changed",
    values: [
      { path: "summary", before: "What counts.", after: '"What counts: now"', wording: true },
      { path: "derives.reader.is_child.value", before: "14", after: "12", wording: false },
      { path: "derives.reader.owed", before: "{ choose: [] }", after: "{ sum: {} }", wording: false },
    ],
  },
  {
    subject: "clause",
    id: "3",
    title: "Return",
    change: "changed",
    values: [{ path: "obligations.return_book.due.addDays.days", before: "28", after: "42", wording: false }],
  },
];
