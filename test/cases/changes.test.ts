import { describe, expect, it } from "vitest";
import { yearMonthDay } from "../../engine/calendar/day.ts";
import { amountsIn } from "../../engine/cases/amounts.ts";
import { boundsFor } from "../../engine/cases/bounds.ts";
import { Changes } from "../../engine/cases/changes.ts";
import { Pair, type TrialCase } from "../../engine/cases/pair.ts";
import { plainCase } from "../../engine/cases/plain.ts";
import { randomNumbers } from "../../engine/cases/random.ts";
import { openProcedure } from "../../engine/procedure/open.ts";

describe.each(["rules/secor", "fixtures/procedures/library"])("changes of a case of %s", (directory) => {
  const [model] = openProcedure(directory).revisions;
  if (model === undefined) throw new Error("there is a revision");
  const pair = new Pair(model, model);
  const bounds = boundsFor([model], undefined);
  const amounts = amountsIn([model]);
  const start = plainCase(pair, model.effective);

  function cases(seed: number): readonly TrialCase[] {
    const changes = new Changes(pair, amounts, bounds, randomNumbers(seed));
    const trials = [start];
    for (let done = 0; done < 3_000; done += 1) trials.push(changes.one(trials.at(-1) ?? start));
    return trials;
  }

  const trials = cases(7);

  it("leave every fact known, with a value that it allows, and dates within the bounds", () => {
    for (const trial of trials) {
      expect(pair.facts.filter((fact, at) => !pair.allows(fact, trial.values[at])).map(({ id }) => id)).toEqual([]);
      const { year } = yearMonthDay(trial.asOf);
      expect(year >= bounds.years.from && year <= bounds.years.to).toBe(true);
    }
  });

  it("come to every option, to none, to lists of every length and to every reading", () => {
    for (const [at, { entry }] of pair.facts.entries()) {
      const values = trials.map(({ values: all }) => all[at]);
      if (entry.orNone === true) expect(values).toContain(null);
      if (entry.type === "choice")
        expect(new Set(values)).toEqual(
          new Set([...Object.keys(entry.options), ...(entry.orNone === true ? [null] : [])]),
        );
      if (entry.type === "list") {
        const lengths = new Set(values.map((value) => (Array.isArray(value) ? value.length : 0)));
        expect(lengths).toEqual(new Set([0, 1, 2, 3]));
      }
    }
    const readings = new Set(trials.flatMap(({ readings: chosen }) => Object.entries(chosen).map((one) => one.join())));
    const known = [...model.switchable].flatMap(([id, alternatives]) => alternatives.map((one) => `${id},${one}`));
    expect(readings).toEqual(new Set(known));
  });

  it("are the same for the same numbers", () => {
    expect(cases(7)).toEqual(trials);
  });
});
