import { describe, expect, it } from "vitest";
import { Library } from "../found.ts";

const library = new Library("revision-gap");

describe("a gap between revisions", () => {
  it("is found at the later one", async () => {
    const { problems } = await library.inspected({
      file: "procedure.yaml",
      from: "until: 2023-07-01",
      to: "until: 2023-06-01",
    });
    expect(problems.map(({ code, message, place }) => [code, message, place?.text.trim()])).toEqual([
      ["revision-gap", "from 2023-06-01 up to, not including, 2023-07-01 no revision governs", "effective: 2023-07-01"],
    ]);
  });
});
