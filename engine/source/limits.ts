/** How much a file may ask of the reader. Each limit is far above what a person writes and far below what hurts. */
export interface SourceLimits {
  /** The largest file, in bytes. */
  readonly maxBytes: number;
  /** How deep lists and mappings may be nested, counting those that an alias brings in. */
  readonly maxDepth: number;
  /** How many aliases (`*name`) a file may hold. */
  readonly maxAliases: number;
  /** How many values all aliases of a file may stand for together. */
  readonly maxAliasedValues: number;
  /** How many problems of one file are reported; the rest is counted. */
  readonly maxProblems: number;
}

/** How much a case may ask that is given as an object, or read from a file that keeps the limits above. */
export interface InputLimits {
  /** How many entries a list may have. */
  readonly maxEntries: number;
  /** How many characters (UTF-16 units) a text may have. */
  readonly maxTextLength: number;
  /** How many problems of one case are reported; more are not looked for. */
  readonly maxProblems: number;
  /** How many sets of readings are kept compiled; the oldest is then compiled anew when it is asked for. */
  readonly maxPrograms: number;
}

export const INPUT_LIMITS: InputLimits = {
  maxEntries: 10_000,
  maxTextLength: 100_000,
  maxProblems: 50,
  maxPrograms: 256,
};

export const DEFAULT_LIMITS: SourceLimits = {
  maxBytes: 2 * 1024 * 1024,
  maxDepth: 64,
  maxAliases: 200,
  maxAliasedValues: 20_000,
  maxProblems: 50,
};
