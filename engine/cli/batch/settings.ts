/** The parts of a result that a batch can be asked for. */
export const parts = ["all", "decisions", "clauses"] as const;

/** The forms in which cases come, and results go. */
export const forms = ["ndjson", "csv"] as const;

/**
 * Everything that the rows of a batch depend on beside the rules and the cases. It is plain data: workers are sent it, and
 * it is kept beside an interrupted run.
 */
export interface Settings {
  /** The evaluation date of the cases without one, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly only: (typeof parts)[number];
  readonly input: (typeof forms)[number];
  readonly format: (typeof forms)[number];
  /** What stands between two cells of a line of CSV. */
  readonly delimiter: string;
  /** The names of the columns, for cases in CSV. */
  readonly columns: readonly string[];
  /** The second engine looks at the case on every line whose number, counted from 0, this divides; at none for 0. */
  readonly crossCheck: number;
  /** Whether it looks at a tenth of those once a good number of lines has been sampled. */
  readonly thinsOut: boolean;
  /** Whether outcomes are counted. */
  readonly summary: boolean;
  /** Whether the rows are compressed. */
  readonly compress: boolean;
}

/** Whether most rows can be made straight of the bytes of the lines: those that say the decisions of lines in JSON, in JSON. */
export function isOfBytes({ input, format, only, summary }: Settings): boolean {
  return input === "ndjson" && format === "ndjson" && only === "decisions" && !summary;
}
