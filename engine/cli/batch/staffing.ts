import { availableParallelism } from "node:os";
import type { Staffing } from "./crew.ts";
import { isPackedName } from "./input.ts";
import { isOfBytes, type Settings } from "./settings.ts";

/**
 * How many workers are called in by themselves, at the most: each takes some 40 MB, and 50 to 90 where rows say more than
 * decisions, and a batch is to do with 300. They are called in where there are so many cores, and from so many bytes of
 * cases on, from which they win back the time that they need to start. Rows that are made straight of bytes are soon made:
 * on two cores one thread was quicker than two workers and the thread that serves them.
 */
const usual = {
  ofBytes: { most: 3, cores: 3, from: 128 * 1024 * 1024 },
  other: { most: 2, cores: 2, from: 8 * 1024 * 1024 },
};

/** How much larger packed cases are than their file, at the least. */
const packing = 5;

/**
 * How many workers there are to be, and when.
 *
 * @param asked how many are asked for; they start at once
 * @param size the bytes of the file, where they are known
 * @param cores how many can work at once
 */
export function staffingFor(
  asked: number | undefined,
  path: string,
  size: number | undefined,
  settings: Settings,
  cores = availableParallelism(),
): Staffing {
  if (asked !== undefined) return { count: asked, from: 0, expected: 0 };
  const expected = (size ?? 0) * (isPackedName(path) ? packing : 1);
  const { most, cores: least, from } = isOfBytes(settings) ? usual.ofBytes : usual.other;
  return { count: cores < least ? 0 : Math.min(cores, most), from, expected };
}
