import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { carryOut } from "../process.ts";
import type { Scaled } from "./measure.ts";
import { syntheticRules } from "./synthetic.ts";

/** The sizes measured, in clauses. */
export const sizes = [50, 500, 5000] as const;

/** Writes a procedure of every size and measures each in every round. */
export function runScaling(
  folder: string,
  count: number,
  least: number,
  say: (words: string) => void,
): readonly (readonly Scaled[])[] {
  for (const clauses of sizes) {
    for (const [name, text] of syntheticRules(clauses)) {
      const path = join(folder, String(clauses), name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
  return Array.from({ length: count }, (_, round) =>
    sizes.map((clauses) => {
      say(`round ${round + 1} of ${count}: ${clauses} clauses`);
      const rules = join(folder, String(clauses));
      return carryOut<Scaled>({ kind: "scaling", rules, clauses, out: join(folder, "scaled.json"), least });
    }),
  );
}
