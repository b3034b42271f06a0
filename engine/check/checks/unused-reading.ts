import type { Value } from "../../procedure/model.ts";
import type { Place } from "../../source/place.ts";
import { canonical } from "../canonical.ts";
import type { Check, Finding, Subject } from "../check.ts";
import { writtenAt } from "../place.ts";
import { choicesIn } from "../values.ts";

/**
 * Readings that can be switched on to no effect, and readings that can no longer be switched on. An alternative that no
 * condition ever asked for is none: the register may say how else one could read without offering it.
 */
export const unusedReading: Check = {
  code: "unused-reading",
  severity: "warning",
  finds: "a reading that is asked for to no effect, or is no longer asked for",
  why: "Whoever switches the reading on believes that they see its results, and sees those of the ordinary reading.",
  run: (subject) => [...withoutEffect(subject), ...forgotten(subject)],
};

/** Choices by a reading whose branches come to the same. */
function withoutEffect({ model, opened: { origins } }: Subject): readonly Finding[] {
  const written = (value: Value): string | undefined => {
    const spot = origins.of(value);
    return spot && canonical(writtenAt(spot));
  };
  return choicesIn(model).flatMap(({ branches }) =>
    branches.flatMap(({ when, value }, at): readonly Finding[] => {
      if (when?.kind !== "reading") return [];
      const own = written(value);
      const others = branches.slice(at + 1).map((branch) => written(branch.value));
      if (own === undefined || others.some((other) => other !== own)) return [];
      const spot = origins.of(when);
      return [
        {
          subject: `interpretation ${when.reading}`,
          message: `\`${when.is}\` of \`${when.reading}\` makes no difference here: the value is the same without it`,
          ...(spot === undefined ? {} : { place: spot.document.valuePlace(spot.container, spot.key) }),
          expected: "another value than the one after `otherwise:`",
          remedy: "write the value that this reading comes to, or take the branch out",
        },
      ];
    }),
  );
}

/** Alternatives that the revision before let a caller switch on, and that are still in the register. */
function forgotten({ model, opened }: Subject): readonly Finding[] {
  const { revisions, sources } = opened;
  const before = revisions[revisions.indexOf(model) - 1];
  return [...(before?.switchable ?? [])].flatMap(([id, asked]) => {
    const entry = model.interpretations.get(id);
    const document = sources.interpretations.find((other) => other.entry === entry)?.document;
    return asked.flatMap((alternative): readonly Finding[] => {
      const listed = entry?.alternatives.find((other) => other.id === alternative);
      if (listed === undefined || model.switchable.get(id)?.includes(alternative)) return [];
      const place: Place | undefined = document?.valuePlace(listed, "id");
      return [
        {
          subject: `interpretation ${id}`,
          message: `since revision ${model.entry.revision} no condition asks for \`${alternative}\` of \`${id}\` any more`,
          ...(place === undefined ? {} : { place }),
          expected: `a condition with \`reading: ${id}\` in the clause that it reads, as in revision ${before?.entry.revision}`,
          remedy: "ask for it again, or write a version of the interpretation for that revision without it",
        },
      ];
    });
  });
}
