import type { Place } from "../../source/place.ts";
import type { Problem } from "../../source/problem.ts";

/** Where in a line of NDJSON something stands: the text of the line, and the name of the file, all rows would repeat. */
interface CharacterSpot {
  readonly place: Omit<Place, "file" | "text">;
}

/** Where in a record of CSV something stands: the number of the cell, from 1, and what its column is called. */
interface CellSpot {
  readonly column: number;
  readonly columnName?: string;
}

/** Where in a row something stands. */
export type RowSpot = CharacterSpot | CellSpot;

/** A problem of a row. It stands nowhere where it is not about a part of the line. */
export type RowProblem = Omit<Problem, "place" | "related"> &
  Partial<CharacterSpot & CellSpot> & { readonly related?: readonly (RowSpot & { readonly message: string })[] };

/** A problem with its places as a row shows them. */
export function rowProblem({ place, related, ...problem }: Problem, spotOf: (place: Place) => RowSpot): RowProblem {
  return {
    ...problem,
    ...(place === undefined ? {} : spotOf(place)),
    ...(related === undefined
      ? {}
      : { related: related.map(({ place: other, message }) => ({ ...spotOf(other), message })) }),
  };
}

/** A place in a line of NDJSON. */
export function characterSpot({ line, column, length }: Place): CharacterSpot {
  return { place: { line, column, length } };
}

/** A place in a record of CSV, whose column is the number of the cell. */
export function cellSpot({ column }: Place, names: readonly string[]): CellSpot {
  const columnName = names[column - 1];
  return { column, ...(columnName === undefined ? {} : { columnName }) };
}
