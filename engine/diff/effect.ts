import { digestOf } from "../procedure/digest.ts";
import type { RevisionModel } from "../procedure/model.ts";
import type { Difference } from "./cases/direction.ts";
import { groundsOf } from "./needs.ts";
import { type ClausePart, type DecisionPart, thingsOf } from "./parts.ts";
import type { Effect, EffectName, Finding, StructureChange } from "./report.ts";

/** What was found in each direction. */
export type Findings = Readonly<Record<Difference["direction"], Finding>>;

/** The word for what was found in the three directions. */
export function effectOf({ worse, better, otherwise }: Findings): EffectName {
  if (worse.kind === "found") return better.kind === "found" ? "mixed" : "tightens";
  if (better.kind === "found") return "loosens";
  if (otherwise.kind === "found") return "mixed";
  return [worse, better, otherwise].every(({ kind }) => kind === "ruled-out") ? "none" : "unknown";
}

/**
 * The effect on one subject.
 *
 * @param causes what is written differently among that on which the subject rests
 */
export function effect(
  subject: { readonly subject: Effect["subject"]; readonly id: string; readonly title: string },
  findings: Findings,
  causes: readonly StructureChange[],
): Effect {
  const { subject: kind, id, title } = subject;
  const name = effectOf(findings);
  return { subject: kind, id, title, effect: name, ...findings, fingerprint: fingerprint(kind, id, name, causes) };
}

/** What is written differently among all that a decision or a clause rests on, on either side. */
export function causesOf(
  part: DecisionPart | ClausePart,
  models: readonly RevisionModel[],
  structure: readonly StructureChange[],
): readonly StructureChange[] {
  const grounds = new Set(models.flatMap((model) => thingsOf(part).flatMap((thing) => [...groundsOf(thing, model)])));
  return structure.filter(
    ({ subject, id, formerId, change }) =>
      change !== "reworded" && [id, formerId].some((one) => one !== undefined && grounds.has(`${subject} ${one}`)),
  );
}

/** Digits of a fingerprint: enough to tell the findings of one comparison apart, and few enough to type. */
const digits = 12;

/** Names a finding by what it says and by the changes that cause it, wherever they stand in their files. */
function fingerprint(kind: string, id: string, name: EffectName, causes: readonly StructureChange[]): string {
  const content = causes.map((change) => ({
    subject: change.subject,
    id: change.id,
    change: change.change,
    values: change.values.filter(({ wording }) => !wording).map(({ path, before, after }) => ({ path, before, after })),
  }));
  return digestOf([kind, id, name, content]).slice("sha256:".length, "sha256:".length + digits);
}
