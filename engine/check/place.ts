import type { Part } from "../procedure/origins.ts";
import type { Spot } from "../procedure/reporter.ts";
import type { Place } from "../source/place.ts";
import type { Subject } from "./check.ts";

/** What is written at a spot. */
export function writtenAt({ container, key }: Spot): unknown {
  return Reflect.get(container, key);
}

/** Where a part of a revision stands, shown at its key. */
export function keyPlaceOf(part: Part, { opened }: Subject): { readonly place?: Place } {
  const spot = opened.origins.of(part);
  return spot === undefined ? {} : { place: spot.document.keyPlace(spot.container, spot.key) };
}

/** Where a part of a revision stands, shown at what is written there. */
export function valuePlaceOf(part: Part, { opened }: Subject): { readonly place?: Place } {
  const spot = opened.origins.of(part);
  return spot === undefined ? {} : { place: spot.document.valuePlace(spot.container, spot.key) };
}

/** Where a key stands in what is written at a part; the part itself, where it has no such key. */
export function placeIn(part: Part, key: string, { opened }: Subject): { readonly place?: Place } {
  const spot = opened.origins.of(part);
  if (spot === undefined) return {};
  const written = writtenAt(spot);
  const isThere = typeof written === "object" && written !== null && Object.hasOwn(written, key);
  return { place: isThere ? spot.document.keyPlace(written, key) : spot.document.valuePlace(spot.container, spot.key) };
}
