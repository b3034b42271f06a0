import { loadProcedure } from "../../engine/index.ts";
import type { Decided } from "../../engine/language/result.ts";
import type { Contender } from "../contender.ts";
import type { Decisions } from "../hand-written/case.ts";
import { decideChecked, decideInFull, decideTrusted } from "../hand-written/index.ts";
import { firstRevision } from "./first-revision.ts";
import { outcomesOf } from "./library.ts";

/** Code written for this procedure alone, which checks what the library checks. */
export const handWritten: Contender<Decisions> = {
  id: "hand",
  title: "hand-written function",
  does: "takes the case as it is given, checks it, and gives the outcomes alone",
  load: async () => ({ prepare: (given) => () => decideChecked(given), outcomes: (made) => ({ ...made }) }),
};

/** The same with all that the library's decisions come with: what governs and why, what is possible, the warnings. */
export const handWrittenInFull: Contender<Decided> = {
  id: "hand-full",
  title: "hand-written function, same result",
  does: "takes the case as it is given, checks it, and gives what `decide` gives: decisions, what governs, warnings",
  load: async () => {
    const { procedure, entry, digest } = firstRevision(loadProcedure());
    const identity = { procedure, revision: entry.revision, digest };
    return { prepare: (given) => () => decideInFull(given, identity), outcomes: outcomesOf };
  },
};

/** The same without a look at whether anything is wrong with the case. */
export const unchecked: Contender<Decisions> = {
  id: "hand-unchecked",
  title: "hand-written function, input unchecked",
  does: "takes the case as it is given, trusts it, and gives the decisions",
  load: async () => ({ prepare: (given) => () => decideTrusted(given), outcomes: (made) => ({ ...made }) }),
};
