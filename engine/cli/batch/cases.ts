import { statSync } from "node:fs";
import { extname } from "node:path";
import type { RevisionModel } from "../../procedure/model.ts";
import { ProblemsError } from "../../source/problem.ts";
import type { Io } from "../io.ts";
import { standardInput } from "../source.ts";
import type { Records } from "./chunk.ts";
import { isPackedName, openInput } from "./input.ts";
import { jsonRecords } from "./json-records.ts";
import type { Settings } from "./settings.ts";

/** The cases of a batch, before they are read. */
export interface Cases {
  readonly form: Settings["input"];
  /** The names of the columns, in CSV. */
  readonly columns: readonly string[];
  /** What stands before the first case. */
  readonly before: Buffer;
  /** The number of the line with which the cases begin. */
  readonly firstLine: number;
  readonly pieces: AsyncIterable<Buffer>;
  readonly records: Records;
  /** How many bytes of the file have been read. */
  readonly read: () => number;
}

/**
 * Opens the cases of a file, or of standard input for `-`.
 *
 * @param form the form that they are said to have; without it, the name tells
 * @throws ProblemsError where the columns of a file in CSV are not known
 */
export async function openCases(
  path: string,
  form: Settings["input"] | undefined,
  delimiter: string,
  revisions: readonly RevisionModel[],
  io: Io,
): Promise<Cases> {
  const { bytes, read } = openInput(path, io);
  if ((form ?? formOf(path)) === "ndjson") {
    const records = jsonRecords;
    return { form: "ndjson", columns: [], before: Buffer.alloc(0), firstLine: 1, pieces: bytes, records, read };
  }
  // Loaded here, so that nobody else waits for the library that reads CSV.
  const { takeHeader } = await import("./csv-header.ts");
  const { CsvRecords } = await import("./csv-records.ts");
  const name = path === standardInput.path ? standardInput.name : path;
  const header = await takeHeader(bytes, delimiter, revisions, name);
  return {
    form: "csv",
    columns: header.names,
    before: header.bytes,
    firstLine: 1 + header.lines,
    pieces: header.rest,
    records: new CsvRecords(delimiter),
    read,
  };
}

function formOf(path: string): Settings["input"] {
  const name = isPackedName(path) ? path.slice(0, -".gz".length) : path;
  return extname(name).toLowerCase() === ".csv" ? "csv" : "ndjson";
}

/** The bytes of a file; nothing where that can't be told before it is read. */
export function sizeOf(path: string): number | undefined {
  if (path === standardInput.path) return undefined;
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true ? stats.size : undefined;
}

/** @throws ProblemsError where the rows would be written over the cases. */
export function refuseSameFile(input: string, output: string): void {
  if (input === standardInput.path) return;
  const [one, other] = [input, output].map((path) => statSync(path, { throwIfNoEntry: false }));
  if (one === undefined || other === undefined || one.ino !== other.ino || one.dev !== other.dev) return;
  throw new ProblemsError([
    {
      code: "same-file",
      severity: "error",
      message: `${output} is the file of the cases`,
      remedy: "name another file with --output",
    },
  ]);
}
