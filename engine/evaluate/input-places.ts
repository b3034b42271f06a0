import type { Place } from "../source/place.ts";

/**
 * Where something of a case stands that is not one of its facts: the evaluation date, the revision, all facts together,
 * the readings as a whole, or one of them, by the id of its interpretation. Nothing where it was not written in the file.
 */
export type LocateInput = (
  key: "asOf" | "revision" | "readings" | "facts",
  id?: string,
  part?: "key" | "value",
) => Place | undefined;

/** A place as a detail of a problem, which has none where it is not known. */
export function at(place: Place | undefined): { readonly place?: Place } {
  return place === undefined ? {} : { place };
}
