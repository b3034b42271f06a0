import { type Stats, statSync } from "node:fs";

/**
 * What there is under a path; undefined where there is nothing, or where the system can't even look: a name that is too
 * long, or that lies in a directory closed to the user, is to be reported like any other that is not there.
 */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
