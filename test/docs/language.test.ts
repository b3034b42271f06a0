import { describe, expect, it } from "vitest";
import { operators } from "../../engine/language/operators/table.ts";

describe("docs/language.md", () => {
  it("is in step with the schemas and the operator table (npx vitest run test/docs -u writes it)", async () => {
    const script = new URL("../../scripts/language.mjs", import.meta.url).href;
    const { languagePage } = (await import(script)) as { languagePage: (table: unknown) => string };
    await expect(languagePage(operators)).toMatchFileSnapshot("../../docs/language.md");
  });
});
