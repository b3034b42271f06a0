import type { Run, TrialCase } from "../../cases/pair.ts";
import type { WitnessCase } from "../../cases/witness-case.ts";
import { compileCondition } from "../../evaluate/compile/condition.ts";
import { compileValue } from "../../evaluate/compile/value.ts";
import { sayCondition } from "../../explain/condition-words.ts";
import type { PlacedCondition } from "../../procedure/conditions.ts";
import type { Comparison, Condition } from "../../procedure/model.ts";
import type { Finding, Subject } from "../check.ts";
import type { Evidence } from "../evidence.ts";
import { limitsIn } from "./limits.ts";
import { placedAt } from "./place.ts";

/** The findings about conditions that come out the same in every case, each at the condition itself. */
export async function constantConditions(
  { opened, model, evidence }: Subject,
  truth: boolean,
): Promise<readonly Finding[]> {
  const faults = await evidence.faults();
  return faults.flatMap((fault): readonly Finding[] => {
    if (fault.kind !== "constant" || fault.truth !== truth) return [];
    const { condition, list } = fault.placed;
    const words = sayCondition(condition, list === undefined ? { model } : { model, list });
    const limits = limitsIn(condition, model);
    const example = exampleFor(fault.placed, truth, evidence);
    return [
      {
        message: `this is ${truth ? "always" : "never"} true${limits.length > 0 ? `, for ${limits.join(" and ")}` : ""}: ${words}`,
        ...placedAt(opened, condition),
        expected: `a condition that is ${truth ? "false" : "true"} in some case`,
        remedy: "correct it or, if it is right, take it out with whatever rests on it",
        ...(example === undefined ? {} : { example }),
      },
    ];
  });
}

/**
 * The case that comes nearest to the other truth: one in which whatever stands beside the condition in an `all` is true,
 * and a comparison's sides are as close to each other as in any case that was run.
 */
function exampleFor(placed: PlacedCondition, truth: boolean, evidence: Evidence): WitnessCase | undefined {
  const { sightings, examples } = evidence;
  const { condition } = placed;
  const beside = placed.list === undefined ? besideIn(placed) : [];
  const distance = ({ program, frame }: Run): number => {
    const tests = beside.map((other) => compileCondition(other, program.names).test(frame) === true);
    const off = tests.filter((holds) => !holds).length;
    return off * farther + (placed.list === undefined ? gapOf(condition, { program, frame }) : 0);
  };
  const known = [...examples.ordinary, ...[...sightings.isTrue.values(), ...sightings.isFalse.values()]];
  const measured = [...new Set(known)].flatMap((trial: TrialCase) => {
    const [run] = evidence.pair.startValid(trial) ?? [];
    return run === undefined ? [] : [{ trial, distance: distance(run) }];
  });
  const [first, ...others] = measured;
  if (first === undefined) return undefined;
  const nearest = others.reduce((best, one) => (one.distance < best.distance ? one : best), first);
  return examples.from(nearest.trial, ({ run }) => distance(run) <= nearest.distance && isSo(placed, truth, run));
}

/** What a condition beside the one in question counts for, more than any gap between two sides. */
const farther = 1e12;

function besideIn({ condition, inside }: PlacedCondition): readonly Condition[] {
  const around = inside.at(-1);
  return around?.kind === "all" ? around.of.filter((other) => other !== condition) : [];
}

/** How far apart the sides of a comparison are; nothing for what has no sides to measure. */
function gapOf(condition: Condition, { program, frame }: Run): number {
  if (condition.kind !== "compare" || condition.right === undefined) return 0;
  const { left, right }: Comparison = condition;
  const [one, other] = [left, right].map((side) => side && compileValue(side, program.names).get(frame));
  return typeof one === "number" && typeof other === "number" ? Math.abs(one - other) : farther / 2;
}

function isSo({ condition, list }: PlacedCondition, truth: boolean, { program, frame }: Run): boolean {
  return list !== undefined || compileCondition(condition, program.names).test(frame) === truth;
}
