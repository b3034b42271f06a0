import type { OpenProcedure } from "../../procedure/open.ts";
import type { Part } from "../../procedure/origins.ts";
import type { Place } from "../../source/place.ts";

/** Where a part of a revision stands, as a finding says it: nothing where no line states it by itself. */
export function placedAt({ origins }: OpenProcedure, part: Part | undefined): { readonly place?: Place } {
  const place = placeOf(origins, part);
  return place === undefined ? {} : { place };
}

/** Another place that plays a part in a finding. */
export function relatedAt(
  { origins }: OpenProcedure,
  part: Part | undefined,
  message: string,
): { readonly related?: readonly { readonly place: Place; readonly message: string }[] } {
  const place = placeOf(origins, part);
  return place === undefined ? {} : { related: [{ place, message }] };
}

function placeOf(origins: OpenProcedure["origins"], part: Part | undefined): Place | undefined {
  const spot = part && origins.of(part);
  return spot?.document.valuePlace(spot.container, spot.key);
}
