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

export const DEFAULT_LIMITS: SourceLimits = {
  maxBytes: 2 * 1024 * 1024,
  maxDepth: 64,
  maxAliases: 200,
  maxAliasedValues: 20_000,
  maxProblems: 50,
};
