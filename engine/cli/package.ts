import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

/** What the package says about the program: the engine itself knows neither a name nor a procedure. */
export interface Package {
  /** The name of the command. */
  readonly name: string;
  readonly version: string;
  readonly description: string;
  /** The directory of the rules that the package ships. */
  readonly rules: string;
  /** The directory of their cases. */
  readonly cases: string;
  /** The directory of the published schemas. */
  readonly schemas: string;
  /** The built file that a worker of `batch` runs. */
  readonly batchWorker: URL;
  /** The built file that gives exported rules their facts. */
  readonly ruleCompanion: URL;
}

/** Reads `package.json`, which lies two directories up both from the source of this file and from what is built of it. */
export function readPackage(): Package {
  const url = new URL("../../package.json", import.meta.url);
  const { version, description, bin, procedure } = JSON.parse(readFileSync(url, "utf8")) as {
    readonly version: string;
    readonly description: string;
    readonly bin: Readonly<Record<string, string>>;
    readonly procedure: { readonly rules: string; readonly cases: string };
  };
  const path = (name: string) => short(fileURLToPath(new URL(name, url)));
  return {
    name: Object.keys(bin)[0] ?? "",
    version,
    description,
    rules: path(procedure.rules),
    cases: path(procedure.cases),
    schemas: fileURLToPath(new URL("schema", url)),
    batchWorker: new URL("dist/worker/batch.js", url),
    ruleCompanion: new URL("dist/companion/json-rules-engine.mjs", url),
  };
}

/** A path as a person would write it: relative where it lies in the current directory. */
function short(path: string): string {
  const fromHere = relative("", path);
  return fromHere === "" || fromHere.startsWith("..") ? path : fromHere;
}
