import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type OpenProcedure, openProcedure } from "../../engine/procedure/open.ts";

/** A text that breaks out of whatever puts it somewhere unescaped. */
export const hostile = `</style></title><script>alert(1)</script>"'><img src=x onerror=alert(2)>&lt; [x](javascript:y) | \`z\` {{$a$}}`;

/** The small procedure with hostile text in every place that takes words. */
export function hostileLibrary(): OpenProcedure {
  const directory = mkdtempSync(join(tmpdir(), "hostile-"));
  afterAll(() => rmSync(directory, { recursive: true }));
  cpSync("fixtures/procedures/library", directory, { recursive: true });
  const words =
    /^(\s*(?:- )?(?:title|publisher|description|note|summary|notEncoded|label|question|says|reading|why|duty|reader|library): )(?!\{)(.+)$/gm;
  for (const name of readdirSync(directory, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".yaml")) continue;
    const text = readFileSync(join(directory, name), "utf8");
    const changed = text
      .replaceAll(words, (_line, key: string, value: string) => `${key}${JSON.stringify(`${value} ${hostile}`)}`)
      .replaceAll(/(by|late|damage): ([A-Za-z ]+?)(?=[,} ]*[,}])/g, (_all, key: string, value: string) => {
        return `${key}: ${JSON.stringify(`${value} ${hostile}`)}`;
      });
    writeFileSync(join(directory, name), changed);
  }
  return openProcedure(directory);
}
