import { type Parts, type Visitor, visitCondition, visitValue } from "../visit.ts";
import type { Name } from "./mention.ts";

/** Something worked out: "clause 2.1", "decision x", "value y". */
type Part = `${Name["kind"]} ${string}`;

/** The circles among clauses, decisions and derived values, each thing once, in the order in which they ask. */
export function findCycles(parts: Parts): readonly (readonly Name[])[] {
  const needs = needsOf(parts);
  const done = new Set<Part>();
  const path: Part[] = [];
  const cycles: (readonly Name[])[] = [];
  const visit = (part: Part): void => {
    const start = path.indexOf(part);
    if (start !== -1) {
      cycles.push(path.slice(start).map(nameOf));
      return;
    }
    if (done.has(part)) return;
    path.push(part);
    for (const needed of needs.get(part) ?? []) visit(needed);
    path.pop();
    done.add(part);
  };
  for (const part of needs.keys()) visit(part);
  return cycles;
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
