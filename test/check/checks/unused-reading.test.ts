import { describe, expect, it } from "vitest";
import { Library } from "../found.ts";

const library = new Library("unused-reading");
const allowed = {
  file: "interpretations.yaml",
  from: " # allow unused-reading: Since revision 2.0 all open fines count, whoever asks.",
  to: "",
};

describe("an unused reading", () => {
  it("is one that a later revision no longer asks for, although it still is in the register", async () => {
    expect(await library.found(allowed)).toEqual(["unused-reading interpretations.yaml: - id: late_only"]);
  });

  it("is none where the register has a version without it", async () => {
    const version = {
      file: "interpretations.yaml",
      from: "        says: Only fines for late returns count.\n",
      to: `        says: Only fines for late returns count.
  - id: fines-counted
    revision: "2.0"
    question: Do fines for damage count towards the limit?
    reading: All open fines count.
    why: The rule speaks of fines without saying which.
    alternatives:
      - id: none_count
        says: No fines count.
`,
    };
    expect(await library.found(allowed, version)).toEqual([]);
  });

  it("is a choice by it between two of the same", async () => {
    const same = {
      file: "clauses/all.yaml",
      from: `                  sum:
                    in: reader.fines
                    of: amount
                    where: { item: reason, operator: equal, value: late }
`,
      to: "                  sum: { of: amount, in: reader.fines }\n",
    };
    expect(await library.found(same)).toEqual([
      "unused-reading clauses/all.yaml: - when: { reading: fines-counted, is: late_only }",
    ]);
  });

  it("is not an alternative that no condition ever asked for", async () => {
    const another = {
      file: "interpretations.yaml",
      from: "        says: Only fines for late returns count.\n",
      to: "        says: Only fines for late returns count.\n      - id: old_only\n        says: Only old fines count.\n",
    };
    expect(await library.found(another)).toEqual([]);
  });
});
