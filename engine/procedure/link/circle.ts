import type { Reporter, Spot } from "../reporter.ts";
import { mentionOf, type Name } from "./mention.ts";

/** How many things may rest on one another in a row; far more than anyone can follow. */
export const deepest = 200;

/** Reports a thing that rests on too many others, one on another; once, however many of them there are. */
export function reportTooDeep(spot: Spot, reporter: Reporter): void {
  reporter.report("too-deep", spot, `more than ${deepest} values, clauses or decisions rest on one another here`, {
    atKey: true,
    once: true,
    remedy: "let some of them ask for facts directly",
  });
}

/**
 * Reports things that need one another in a circle, at every place where one of them asks for the next.
 *
 * @param circle each thing once, in the order in which they ask for one another
 * @param spotOf where a thing is defined
 */
export function reportCircle(
  circle: readonly Name[],
  spotOf: (name: Name) => Spot | undefined,
  reporter: Reporter,
): void {
  const names = fromLeast(circle);
  const steps = names.flatMap((from, at) => {
    const to = names[at + 1] ?? names[0] ?? from;
    const spot = spotOf(from);
    return spot === undefined ? [] : [{ spot: mentionOf(to, spot), message: `${say(from)} asks for ${say(to)} here` }];
  });
  const [first, ...rest] = steps;
  const [start] = names;
  if (first === undefined || start === undefined) return;
  const path = names.length === 1 ? "" : `: ${[...names, start].map(say).join(" → ")}`;
  reporter.report("cycle", first.spot, `${say(start)} needs itself${path}`, {
    expected: "clauses, decisions and values that can be worked out one after the other",
    remedy: names.length === 1 ? "take this reference out" : "take one of these references out",
    related: rest,
  });
}

/** The circle from the name that comes first by spelling, so that it reads alike wherever it was entered. */
function fromLeast(circle: readonly Name[]): readonly Name[] {
  const spelled = circle.map(say);
  const start = spelled.indexOf(spelled.toSorted()[0] ?? "");
  return [...circle.slice(start), ...circle.slice(0, start)];
}

function say({ kind, id }: Name): string {
  if (kind === "value") return `\`${id}\``;
  return kind === "clause" ? `clause ${id}` : `decision \`${id}\``;
}
