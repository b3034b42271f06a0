import type { RecordFile } from "../language/record.ts";
import { digestOf } from "../procedure/digest.ts";
import type { Reason } from "./replayed.ts";

/**
 * Where a record contradicts itself although its seal holds, so that it can't have been written as it is: whoever wrote
 * it made the seal afterwards.
 */
export function contradictionsIn({
  procedure,
  revision,
  digest,
  parts,
  revisions,
  result,
}: RecordFile): readonly Reason[] {
  const said: readonly (readonly [string, unknown, unknown])[] = [
    ["`procedure` and `result.procedure`", procedure, result.procedure],
    ["`revision` and `result.revision`", revision, result.revision],
    ["`digest` and `result.digest`", digest, result.digest],
    ["`digest` and the digest of `parts`", digest, digestOf(parts)],
    ["`digest` and that in `revisions`", digest, revisions.find((one) => one.revision === revision)?.digest],
  ];
  return said.flatMap(([what, one, other]) => {
    if (one === other) return [];
    const message = `it contradicts itself: ${what} are not the same, so its seal was made for a record that was changed`;
    return [{ code: "tampered", message } as const];
  });
}
