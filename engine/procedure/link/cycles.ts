import { type Parts, type Visitor, visitCondition, visitValue } from "../visit.ts";
import { deepest } from "./circle.ts";
import type { Name } from "./mention.ts";

/** Something worked out: "clause 2.1", "decision x", "value y". */
type Part = `${Name["kind"]} ${string}`;

/** What stands in the way of working out the parts of a revision one after the other. */
interface Findings {
  /** The circles among clauses, decisions and derived values, each thing once, in the order in which they ask. */
  readonly circles: readonly (readonly Name[])[];
  /** The things that rest on too many others, one on another. */
  readonly tooDeep: readonly Name[];
}

/** Follows what each clause, decision and derived value asks for. */
export function findCycles(parts: Parts): Findings {
  const needs = needsOf(parts);
  const depths = new Map<Part, number>();
  const path: Part[] = [];
  const circles: (readonly Name[])[] = [];
  const tooDeep: Name[] = [];
  const depthOf = (part: Part): number => {
    const start = path.indexOf(part);
    if (start !== -1) {
      circles.push(path.slice(start).map(nameOf));
      return 0;
    }
    const known = depths.get(part);
    if (known !== undefined) return known;
    // Far enough: what is deeper is met again when its own turn comes.
    if (path.length > deepest) return deepest;
    path.push(part);
    const depth = 1 + Math.max(0, ...[...(needs.get(part) ?? [])].map(depthOf));
    path.pop();
    depths.set(part, depth);
    if (depth > deepest) tooDeep.push(nameOf(part));
    return depth;
  };
  for (const part of needs.keys()) depthOf(part);
  return { circles, tooDeep };
}

function nameOf(part: Part): Name {
  const space = part.indexOf(" ");
  return { kind: part.slice(0, space) as Name["kind"], id: part.slice(space + 1) };
}

function needsOf(parts: Parts): ReadonlyMap<Part, ReadonlySet<Part>> {
  const needs = new Map<Part, Set<Part>>();
  const collector = (part: Part): Visitor => {
    const found = new Set<Part>();
    needs.set(part, found);
    return {
      reference: ({ kind, id }) => {
        if (kind === "derived") found.add(`value ${id}`);
      },
      clause: (id) => found.add(`clause ${id}`),
      decision: (id) => found.add(`decision ${id}`),
    };
  };
  for (const [id, { value }] of parts.derived) visitValue(value, collector(`value ${id}`));
  for (const [id, clause] of parts.clauses) {
    const visitor = collector(`clause ${id}`);
    const conditions = [clause.appliesWhen, clause.requires];
    // A clause without a demand of its own is judged by its obligations.
    const obligations = clause.requires ? [] : clause.obligations.flatMap((name) => parts.obligations.get(name) ?? []);
    for (const obligation of obligations) {
      conditions.push(obligation.appliesWhen, obligation.performedWhen);
      for (const value of [obligation.due, obligation.done, obligation.keepUntil]) {
        if (value) visitValue(value, visitor);
      }
    }
    for (const condition of conditions) if (condition) visitCondition(condition, visitor);
  }
  for (const [id, decision] of parts.decisions) {
    const visitor = collector(`decision ${id}`);
    for (const row of decision.rows) if (row.when) visitCondition(row.when, visitor);
  }
  return needs;
}
