import { availableParallelism } from "node:os";
import type { Staffing } from "./crew.ts";
import { isPackedName } from "./input.ts";

/** More workers are not called in by themselves: each takes some 50 MB, and a batch is to do with 300. */
const mostWorkers = 2;

/** From so many bytes of cases on, workers win back the time that they need to start. */
const worthwhile = 8 * 1024 * 1024;

/** How much larger packed cases are than their file, at the least. */
const packing = 5;

/**
 * How many workers there are to be, and when.
 *
 * @param asked how many are asked for; they start at once
 * @param size the bytes of the file, where they are known
 */
export function staffingFor(asked: number | undefined, path: string, size: number | undefined): Staffing {
  if (asked !== undefined) return { count: asked, from: 0, expected: 0 };
  const cores = availableParallelism();
  const expected = (size ?? 0) * (isPackedName(path) ? packing : 1);
  return { count: cores < 2 ? 0 : Math.min(cores, mostWorkers), from: worthwhile, expected };
}
