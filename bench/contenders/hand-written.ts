import type { Contender } from "../contender.ts";
import type { Decisions } from "../hand-written/case.ts";
import { decideChecked, decideTrusted } from "../hand-written/index.ts";

/** Code written for this procedure alone, which checks what the library checks. */
export const handWritten: Contender<Decisions> = {
  id: "hand",
  title: "hand-written function",
  does: "takes the case as it is given, checks it, and gives the decisions",
  load: async () => ({ prepare: (given) => () => decideChecked(given), outcomes: (made) => ({ ...made }) }),
};

/** The same without a look at whether anything is wrong with the case. */
export const unchecked: Contender<Decisions> = {
  id: "hand-unchecked",
  title: "hand-written function, input unchecked",
  does: "takes the case as it is given, trusts it, and gives the decisions",
  load: async () => ({ prepare: (given) => () => decideTrusted(given), outcomes: (made) => ({ ...made }) }),
};
