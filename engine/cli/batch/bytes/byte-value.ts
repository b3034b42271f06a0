import { parseDay } from "../../../calendar/day.ts";
import { dateBounds, isPlainNumber, numberBounds } from "../../../evaluate/fact-bounds.ts";
import type { FactType } from "../../../language/fact.ts";
import type { Known, Operand } from "../../../language/known.ts";
import { INPUT_LIMITS } from "../../../source/limits.ts";
import { takeDay } from "./byte-day.ts";
import { takeNumber } from "./byte-number.ts";
import { ByteText } from "./byte-text.ts";
import { closeBrace, closeBracket, comma, openBrace, openBracket, type Scan } from "./scan.ts";

/** Stands for a value about which there may be something to say, which the thorough reader says. */
export const refused = Symbol("refused");

/** Reads a value, and passes over it. */
export type TakeValue = (scan: Scan) => Known | typeof refused;

const yes = new ByteText("true");
const no = new ByteText("false");

/** The reader of values of a type in which nothing is wrong. */
export function takerOf(type: FactType): TakeValue {
  switch (type.type) {
    case "boolean":
      return (scan) => (scan.takeText(yes) ? true : scan.takeText(no) ? false : refused);
    case "text":
      return takeWords;
    case "date": {
      const bounds = dateBounds(type);
      const [from, to] = [Number(parseDay(bounds.from)), Number(parseDay(bounds.to))];
      return (scan) => {
        const day = takeDay(scan);
        return day >= from && day <= to ? day : refused;
      };
    }
    case "integer": {
      const { min, max } = numberBounds(type);
      return (scan) => {
        const number = takeNumber(scan);
        return number >= min && number <= max && Number.isInteger(number) ? number : refused;
      };
    }
    case "number": {
      const { min, max } = numberBounds(type);
      return (scan) => {
        const number = takeNumber(scan);
        return number >= min && number <= max && isPlainNumber(number) ? number : refused;
      };
    }
    case "choice":
      return choiceTaker(Object.keys(type.options));
    case "list":
      return listTaker(takerOf(type.of));
    case "record":
      return recordTaker(type.fields);
    default:
      return type satisfies never;
  }
}

function takeWords(scan: Scan): string | typeof refused {
  const from = scan.at + 1;
  // No text has more characters than bytes.
  if (!scan.takeQuoted() || scan.at - 1 - from > INPUT_LIMITS.maxTextLength) return refused;
  return scan.text(from, scan.at - 1);
}

function choiceTaker(names: readonly string[]): TakeValue {
  const options = names.map((name) => ({ name, text: new ByteText(JSON.stringify(name)) }));
  return (scan) => {
    for (let at = 0; at < options.length; at++) {
      const option = options[at];
      if (option !== undefined && scan.takeText(option.text)) return option.name;
    }
    return refused;
  };
}

function listTaker(takeElement: TakeValue): TakeValue {
  return (scan) => {
    const elements: Known[] = [];
    if (!scan.take(openBracket)) return refused;
    if (scan.byte === closeBracket) {
      scan.at++;
      return elements;
    }
    do {
      const element = takeElement(scan);
      if (element === refused || elements.length === INPUT_LIMITS.maxEntries) return refused;
      elements.push(element);
      scan.skipSpaces();
    } while (scan.take(comma));
    if (scan.byte !== closeBracket) return refused;
    scan.at++;
    return elements;
  };
}

function recordTaker(types: Readonly<Record<string, FactType>>): TakeValue {
  const fields = Object.entries(types).map(([name, type]) => ({
    key: new ByteText(`${JSON.stringify(name)}:`),
    take: takerOf(type),
  }));
  const unknown: readonly Operand[] = fields.map(() => undefined);
  return (scan) => {
    const parts = unknown.slice();
    if (!scan.take(openBrace)) return refused;
    if (scan.byte === closeBrace) {
      scan.at++;
      return parts;
    }
    let expected = 0;
    do {
      // Elements mostly give their fields in the order of their declaration.
      let place = expected;
      if (fields[place]?.key.standsAt(scan.bytes, scan.view, scan.at) !== true) {
        place = fields.findIndex(({ key }) => key.standsAt(scan.bytes, scan.view, scan.at));
      }
      const field = fields[place];
      if (field === undefined || parts[place] !== undefined) return refused;
      scan.at += field.key.length;
      scan.skipSpaces();
      const part = field.take(scan);
      if (part === refused) return refused;
      parts[place] = part;
      expected = place + 1;
      scan.skipSpaces();
    } while (scan.take(comma));
    if (scan.byte !== closeBrace) return refused;
    scan.at++;
    return parts;
  };
}
