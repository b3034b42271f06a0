import type { Contender } from "../contender.ts";
import type { GivenCase } from "../hand-written/case.ts";
import { type Effort, type Measured, measure } from "../measure.ts";
import { exportedRules } from "./exported-rules.ts";
import { handWritten, handWrittenInFull, unchecked } from "./hand-written.ts";
import { jsonLogic, jsonLogicFromText } from "./json-logic.ts";
import { jsonRulesEngine } from "./json-rules-engine.ts";
import { jsonRulesEngineFull } from "./json-rules-engine-full.ts";
import { decisions, full } from "./library.ts";
import { publicodes } from "./publicodes.ts";
import { zen, zenFull, zenTraced } from "./zen.ts";
import { zenExported, zenExportedTraced } from "./zen-exported.ts";

/** A contender of which only its name and how it is measured is known. */
export interface Entrant {
  readonly id: string;
  readonly title: string;
  readonly does: string;
  measure(cases: readonly GivenCase[], effort: Effort): Promise<Measured>;
}

/** Every contender, in the order in which they take their turns. */
export const entrants: readonly Entrant[] = [
  entrant(full),
  entrant(decisions),
  entrant(handWrittenInFull),
  entrant(handWritten),
  entrant(unchecked),
  entrant(jsonRulesEngine),
  entrant(jsonRulesEngineFull),
  entrant(exportedRules),
  entrant(zen),
  entrant(zenFull),
  entrant(zenTraced),
  entrant(zenExported),
  entrant(zenExportedTraced),
  entrant(jsonLogic),
  entrant(jsonLogicFromText),
  entrant(publicodes),
];

function entrant<Made>(contender: Contender<Made>): Entrant {
  const { id, title, does } = contender;
  return { id, title, does, measure: (cases, effort) => measure(contender, cases, effort) };
}
