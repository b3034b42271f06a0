import type { SealedParts } from "../language/seal.ts";
import { sealedUnder } from "../procedure/content.ts";

/** The parts of a revision that are not what they were, each in words. */
export function changedParts(before: SealedParts, now: SealedParts): readonly string[] {
  const ofFile = before.procedure === now.procedure ? [] : ["what procedure.yaml says of the revision was changed"];
  const others = Object.entries(sealedUnder).flatMap(([subject, kind]) => {
    const ids = new Set([...Object.keys(before[kind]), ...Object.keys(now[kind])]);
    return [...ids].flatMap((id) => {
      const [one, other] = [digestIn(before[kind], id), digestIn(now[kind], id)];
      if (one === other) return [];
      const what = one === undefined ? "was added" : other === undefined ? "is gone" : "was changed";
      return [`${subject === "clause" ? `clause ${id}` : `${subject} \`${id}\``} ${what}`];
    });
  });
  return [...ofFile, ...others];
}

function digestIn(digests: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(digests, id) ? digests[id] : undefined;
}
