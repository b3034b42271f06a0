import { canonicalJson } from "../procedure/digest.ts";

/** A place at which two values of JSON differ. */
export interface Difference {
  /** The keys that lead there, from the outside in. */
  readonly path: readonly string[];
  /** What stands there in the one; nothing, where it has no such key. */
  readonly recorded?: unknown;
  /** What stands there in the other. */
  readonly recomputed?: unknown;
}

/**
 * Every place at which two values differ, in the order of the first, then what only the second has. Lists of as many
 * blocks are compared block by block; others are given whole, for an entry more or less moves all that follow.
 */
export function differencesBetween(
  recorded: unknown,
  recomputed: unknown,
  path: readonly string[] = [],
): readonly Difference[] {
  if (Object.is(recorded, recomputed)) return [];
  if (isBlock(recorded) && isBlock(recomputed)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(recomputed)]);
    return [...keys].flatMap((key) => {
      const [one, other] = [own(recorded, key), own(recomputed, key)];
      if (one !== undefined && other !== undefined) return differencesBetween(one, other, [...path, key]);
      if (one === undefined && other === undefined) return [];
      return [{ path: [...path, key], ...(one === undefined ? { recomputed: other } : { recorded: one }) }];
    });
  }
  if (isListOfBlocks(recorded) && isListOfBlocks(recomputed) && recorded.length === recomputed.length) {
    return recorded.flatMap((one, at) => differencesBetween(one, recomputed[at], [...path, String(at)]));
  }
  return canonicalJson(recorded) === canonicalJson(recomputed) ? [] : [{ path, recorded, recomputed }];
}

function isListOfBlocks(value: unknown): value is readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) && value.every(isBlock);
}

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function own(block: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(block, key) ? block[key] : undefined;
}
