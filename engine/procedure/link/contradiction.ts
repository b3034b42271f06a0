import type { Contradiction } from "../model.ts";
import { within } from "../reporter.ts";
import type { ProcedureSources } from "../sources.ts";
import { byId, type Newest } from "../versions.ts";
import { visitCondition } from "../visit.ts";
import { linkCondition } from "./condition.ts";
import { type LinkContext, outside } from "./context.ts";
import { mentionOf, type Name } from "./mention.ts";

/** The contradictions that a revision knows. Reports one that asks for anything but facts. */
export function linkContradictions(
  sources: ProcedureSources,
  context: LinkContext,
  newest: Newest,
): readonly Contradiction[] {
  return [...byId(sources.contradictions).values()].flatMap((versions): readonly Contradiction[] => {
    const version = newest(versions);
    if (version === undefined) return [];
    const { entry, spot } = version;
    const when = linkCondition(entry.when, within(spot, entry, "when"), context, outside);
    if (when === undefined) return [];
    const facts = new Set<string>();
    const others: Name[] = [];
    visitCondition(when, {
      reference: ({ kind, id }) => (kind === "fact" ? facts.add(id) : others.push({ kind: "value", id })),
      clause: (id) => others.push({ kind: "clause", id }),
      decision: (id) => others.push({ kind: "decision", id }),
      reading: (id) => others.push({ kind: "reading", id }),
    });
    for (const other of others) {
      const place = mentionOf(other, within(spot, entry, "when"));
      context.reporter.report("not-a-fact", place, `a contradiction can't ask for \`${other.id}\`, which is no fact`, {
        expected: "facts of the case alone",
        remedy: "ask for the facts that it rests on",
      });
    }
    return [context.origins.note({ id: entry.id, when, facts: [...facts], says: entry.says }, spot)];
  });
}
