import { declare as ics } from "../calendar.ts";
import type { Declare } from "../commands.ts";
import { declare as bundle } from "./bundle.ts";
import { declare as jsonRulesEngine } from "./json-rules-engine.ts";
import { declare as schema } from "./schema.ts";
import { declare as types } from "./types.ts";

/** A format of `export`: a command of its own, for each asks for something else. */
export interface ExportRow {
  readonly name: string;
  readonly summary: string;
  readonly declare: Declare;
}

/** The formats, in the order in which the help lists them. Adding one is adding its file, and its row here. */
export const formats: readonly ExportRow[] = [
  { name: "bundle", summary: "the resolved rules as one JSON file, for the evaluator in a browser", declare: bundle },
  { name: "schema", summary: "JSON Schemas of the rule files, of cases and of results", declare: schema },
  {
    name: "types",
    summary: "TypeScript types of a revision: its facts, its outcomes and every other name",
    declare: types,
  },
  {
    name: "json-rules-engine",
    summary: "a revision as rules for json-rules-engine, with what gives them their facts",
    declare: jsonRulesEngine,
  },
  { name: "ics", summary: "the deadlines of a case, as `calendar` writes them", declare: ics },
];
