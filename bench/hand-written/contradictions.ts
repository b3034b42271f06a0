import type { Facts } from "./case.ts";
import { none } from "./dates.ts";

/** @throws RangeError where facts contradict each other. */
export function refuseContradictions(facts: Facts): void {
  const { started, lastDay, received, maintenance } = facts;
  if (lastDay !== none && lastDay < started) throw new RangeError("the last day on site is before the first day");
  if (received !== none && received < lastDay) throw new RangeError("received before the last day on site");
  if (maintenance && facts.certificationYear) throw new RangeError("maintenance in a certification year");
  if (maintenance && facts.anniversary === none) throw new RangeError("maintenance without an anniversary");
  if (facts.binder && facts.submitted !== none && lastDay === none) {
    throw new RangeError("a binder submitted without a last day on site");
  }
  if (facts.elements === null) return;
  let available = 0;
  for (const element of facts.elements) {
    if (element.earned > element.available) throw new RangeError("more points earned than available");
    available += element.available;
  }
  if (available === 0) throw new RangeError("no points are available");
}
