import type { RulesOption } from "../options.ts";
import type { Settings } from "./settings.ts";

/** The options of `batch`, read and checked one by one. */
export interface BatchOptions extends RulesOption {
  readonly asOf?: string;
  readonly only: Settings["only"];
  readonly format: Settings["format"];
  readonly input?: Settings["input"];
  readonly delimiter: string;
  /** Without it, a sample. */
  readonly crossCheck?: number;
  readonly output?: string;
  readonly resume?: true;
  readonly force?: true;
  readonly workers?: number;
  readonly summary?: true;
}
