import { describe, expect, it } from "vitest";
import { Library } from "../found.ts";

const library = new Library("unused-interpretation");
const added = {
  file: "interpretations.yaml",
  from: "interpretations:\n",
  to: `interpretations:
  - id: closing-days
    question: Do closing days count?
    reading: Yes.
    why: The rule speaks of days.
    alternatives:
      - id: opening_days
        says: Only opening days count.
`,
};

describe("an unused interpretation", () => {
  it("is one that neither a clause nor the procedure names", async () => {
    expect(await library.found(added)).toEqual(["unused-interpretation interpretations.yaml: - id: closing-days"]);
  });

  it("is none where the procedure rests on it throughout", async () => {
    const throughout = { file: "procedure.yaml", from: "headline:", to: "interpretations: [closing-days]\nheadline:" };
    expect(await library.found(added, throughout)).toEqual([]);
  });

  it("is none where a condition asks for an alternative of it", async () => {
    const asked = {
      file: "decisions.yaml",
      from: '            when: { clause: "2.2", is: unmet }',
      to: '            when: { any: [{ clause: "2.2", is: unmet }, { reading: closing-days, is: opening_days }] }',
    };
    expect(await library.found(added, asked)).toEqual([]);
  });
});
