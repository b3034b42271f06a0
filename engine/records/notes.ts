import type { RecordFile } from "../language/record.ts";
import { canonicalJson } from "../procedure/digest.ts";
import { ProblemsError } from "../source/problem.ts";
import type { AsItWas } from "./as-it-was.ts";
import type { Bench } from "./bench.ts";
import type { Difference } from "./differences.ts";
import { revisionsFor } from "./record.ts";

/** Differences that count, and what is said of the others. */
interface Noted {
  readonly differences: readonly Difference[];
  readonly notes: readonly string[];
}

/** What a reader should know of a record beside whether it is what comes out. */
export function notesOn(
  record: RecordFile,
  found: readonly Difference[],
  { rules, engine }: Bench,
  then: AsItWas,
): Noted {
  const { revision, revisions } = record;
  const notes: string[] = [];
  const isOtherEngine = record.engine !== engine;
  // The words of a warning may change from one version to the next; its code may not.
  const differences = found.filter(({ path }) => !isOtherEngine || !isWording(path));
  if (isOtherEngine && differences.length === 0) {
    notes.push(`made by version ${record.engine} of the engine; version ${engine} comes to the same`);
  }
  if (differences.length < found.length) notes.push("a warning is put into other words by this version of the engine");
  const before = revisions.find((one) => one.revision === revision)?.status;
  const now = rules.revisions.find(({ entry }) => entry.revision === revision)?.entry.status;
  if (before !== now)
    notes.push(`revision ${revision} was ${inWords[before ?? "draft"]} then, and is ${inWords[now ?? "draft"]} now`);
  return { differences, notes: [...notes, ...nowOtherwise(record, rules, then)] };
}

const inWords = { draft: "a draft", approved: "approved" } as const;

function isWording([part, kind, , field]: readonly string[]): boolean {
  return part === "result" && kind === "warnings" && field === "message";
}

/** That the case would be decided by another revision, had it come up now: a later one governs its date. */
function nowOtherwise(
  { input, revision, revisions }: RecordFile,
  rules: Bench["rules"],
  then: AsItWas,
): readonly string[] {
  if (canonicalJson(revisionsFor(revision, rules.revisions)) === canonicalJson(revisions)) return [];
  try {
    const { result } = then.evaluateNow(input);
    if (result.revision === revision) return [];
    return [
      `recomputed by revision ${revision}, as recorded; by the revisions that there are now, revision ${result.revision} decides this case`,
    ];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    return [
      `recomputed by revision ${revision}, as recorded; by the revisions that there are now, this case is refused`,
    ];
  }
}
