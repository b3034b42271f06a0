import { createHash } from "node:crypto";

/**
 * The identifier of a duty's event: a UUID made of the procedure, the name of the case and the id of the duty, and of
 * nothing else. So a calendar that is imported anew moves the event it has, whatever became of the date.
 */
export function eventUid(procedure: string, caseName: string, obligation: string): string {
  const digest = createHash("sha256").update(JSON.stringify([procedure, caseName, obligation]));
  const hex = digest.digest("hex");
  // Version 8 is for identifiers that are made in a way of one's own; the variant is the ordinary one.
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const groups = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `${variant}${hex.slice(17, 20)}`];
  return [...groups, hex.slice(20, 32)].join("-");
}
