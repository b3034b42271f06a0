import { counted } from "../../explain/names.ts";
import { wrap } from "../../explain/wrap.ts";
import { byPart } from "../coverage/by-part.ts";
import {
  type Count,
  type Coverage,
  type CoveredGoal,
  clausesIn,
  countOf,
  countsOf,
  isOpen,
  percentageOf,
} from "../coverage/coverage.ts";
import type { Example } from "../coverage/examples.ts";
import { kindNames, sayImpossible, sayOpen, sayPart } from "../coverage/words.ts";
import { sayPlace } from "./place.ts";
import type { TextLook } from "./text.ts";

/** Of the cases that would show what is open, these many: those that show most. */
const mostExamples = 3;

/** What cases show of the rules, as text: counts, then what they don't show, with cases that would. */
export function coverageText(coverage: Coverage, minimum: number | undefined, look: TextLook): string {
  const { goals, examples = [] } = coverage;
  const open = goals.filter(isOpen);
  const numbers = new Map(open.map((goal, at) => [goal, at + 1]));
  const parts = byPart(open).map(
    ({ part, goals: own }) =>
      `${look.paint.message(sayPart(part))}\n${own.map((goal) => openText(goal, numbers.get(goal) ?? 0, look)).join("")}`,
  );
  const best = examples.toSorted((a, b) => b.goals.length - a.goals.length).slice(0, mostExamples);
  const cases = best.map((example) => exampleText(example, numbers, look));
  const left = examples.length - best.length;
  const more = left === 0 ? [] : [`${counted(left, "more case")} for what is open, in the formats json and html\n`];
  return [summary(coverage, minimum, look), ...parts, ...cases, ...more].join("\n");
}

function summary(coverage: Coverage, minimum: number | undefined, { paint }: TextLook): string {
  const { goals } = coverage;
  const counts: readonly (readonly [string, Count])[] = [
    ["clauses", clausesIn(coverage)],
    ...[...countsOf(coverage)].map(([kind, count]) => [kindNames[kind], count] as const),
  ];
  const lines = counts.map(([name, { reached, goals: all }]) => {
    const line = `${name.padEnd(11)} ${`${reached}/${all}`.padStart(9)}`;
    return reached < all ? paint.warning(line) : line;
  });
  const total = countOf(goals);
  const impossible = sayImpossible(coverage);
  const beside = impossible === "" ? "" : `\n${impossible}`;
  const wanted = minimum === undefined ? "" : ` (at least ${minimum} % wanted)`;
  const percentage = `${percentageOf(total)} % of the rules covered${wanted}`;
  return `${lines.join("\n")}\n${paint.message(percentage)}: ${total.reached} of ${total.goals} goals${beside}\n`;
}

function openText(goal: CoveredGoal, number: number, { width }: TextLook): string {
  const lines = wrap(sayOpen(goal), width, `${`[${number}]`.padStart(6)} `);
  return `${[...lines, `       ${sayPlace(goal.place)}`].join("\n")}\n`;
}

function exampleText({ yaml, goals }: Example, numbers: ReadonlyMap<CoveredGoal, number>, { paint }: TextLook): string {
  const reached = goals.flatMap((goal) => numbers.get(goal) ?? []).map((number) => `[${number}]`);
  return `${paint.message(`a case that shows ${reached.join(" ")}`)}\n${yaml}`;
}
