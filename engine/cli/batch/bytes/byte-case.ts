import type { Day } from "../../../calendar/day.ts";
import type { Operand } from "../../../language/known.ts";
import { INPUT_LIMITS } from "../../../source/limits.ts";
import { takeDay } from "./byte-day.ts";
import type { ByteFacts } from "./byte-facts.ts";
import { ByteText } from "./byte-text.ts";
import { carriageReturn, closeBrace, comma, lineFeed, openBrace, type Scan, space } from "./scan.ts";

/** A case as a line holds it. Places are those of bytes; a part that is not given has its end at its beginning. */
export interface ByteCase {
  /** The name, with its quotes. */
  readonly nameFrom: number;
  readonly nameTo: number;
  /** The evaluation date; nothing where the line has none. */
  readonly asOf: Day | undefined;
  /** The block of readings. */
  readonly readingsFrom: number;
  readonly readingsTo: number;
  /** The value of each fact, in the order of the revision's facts. */
  readonly values: readonly Operand[];
}

const keys = { name: new ByteText('"case":'), asOf: new ByteText('"asOf":'), facts: new ByteText('"facts":') };
const rare = { readings: new ByteText('"readings":'), title: new ByteText('"title":') };
const colon = 58;

/**
 * Reads a line in which nothing is wrong, and passes over it with its line break. A line that can be read so is one that
 * the thorough reader takes, too, and reads alike; most are such lines.
 *
 * @param values where the values of the facts go
 * @returns nothing where it is for the thorough reader to say what the line is
 */
export function takeCase(scan: Scan, facts: ByteFacts, values: Operand[]): ByteCase | undefined {
  let [nameFrom, nameTo, readingsFrom, readingsTo] = [0, 0, 0, 0];
  let asOf: Day | undefined;
  let hasFacts = false;
  let hasTitle = false;
  if (!scan.take(openBrace)) return undefined;
  do {
    if (scan.takeText(keys.facts)) {
      if (hasFacts) return undefined;
      scan.skipSpaces();
      if (!facts.read(scan, values)) return undefined;
      hasFacts = true;
    } else if (scan.takeText(keys.name)) {
      if (nameTo > 0) return undefined;
      scan.skipSpaces();
      nameFrom = scan.at;
      if (!scan.takeQuoted() || scan.at - nameFrom > INPUT_LIMITS.maxTextLength) return undefined;
      nameTo = scan.at;
    } else if (scan.takeText(keys.asOf)) {
      if (asOf !== undefined) return undefined;
      scan.skipSpaces();
      asOf = takeDay(scan);
      if (Number.isNaN(asOf)) return undefined;
    } else if (scan.takeText(rare.readings)) {
      if (readingsTo > 0) return undefined;
      scan.skipSpaces();
      readingsFrom = scan.at;
      if (!takeTexts(scan)) return undefined;
      readingsTo = scan.at;
    } else if (scan.takeText(rare.title)) {
      if (hasTitle) return undefined;
      scan.skipSpaces();
      if (!scan.takeQuoted()) return undefined;
      hasTitle = true;
    } else return undefined;
    scan.skipSpaces();
  } while (scan.take(comma));
  if (!hasFacts || !takeEnd(scan)) return undefined;
  return { nameFrom, nameTo, asOf, readingsFrom, readingsTo, values };
}

/** Passes over a block whose values are texts. */
function takeTexts(scan: Scan): boolean {
  if (!scan.take(openBrace)) return false;
  if (scan.byte !== closeBrace) {
    do {
      if (!scan.takeQuoted()) return false;
      scan.skipSpaces();
      if (!scan.take(colon) || !scan.takeQuoted()) return false;
      scan.skipSpaces();
    } while (scan.take(comma));
    if (scan.byte !== closeBrace) return false;
  }
  scan.at++;
  return true;
}

/** Passes over the end of the case and of the line. */
function takeEnd(scan: Scan): boolean {
  if (!scan.take(closeBrace)) return false;
  while (scan.byte === space || scan.byte === carriageReturn) scan.at++;
  if (scan.byte !== lineFeed) return false;
  scan.at++;
  return true;
}
