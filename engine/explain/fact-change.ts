import type { Many, Operand } from "../language/known.ts";
import type { Fact } from "../procedure/model.ts";
import { changesOf } from "./changes.ts";
import { sayElement } from "./element.ts";
import { sayKnown } from "./known.ts";
import { fieldPhrase, indefinite } from "./names.ts";
import type { Probe } from "./probe.ts";
import { inside } from "./scope.ts";
import type { Change } from "./shortfall.ts";
import { sayValue } from "./value-words.ts";

/** The changes that make another value of the one that a fact has, in words; of a list, one for each element or field. */
export function factChanges(fact: Fact, to: Operand, probe: Probe): readonly Change[] {
  const reference = { kind: "fact", id: fact.id, type: fact.type } as const;
  const now = probe.value(reference);
  const asking = { probe, scope: probe.scope, element: undefined };
  if (fact.type.kind !== "list" || !Array.isArray(to)) return changesOf(reference, [to], asking);
  const before: Many = Array.isArray(now) ? now : [];
  const after: Many = to;
  const scope = inside(probe.scope, fact.id);
  const elementType = fact.type.of;
  if (after.length === before.length && elementType.kind === "record") {
    const names = [...elementType.fields];
    return before.flatMap((value, index) =>
      names.flatMap(([name, type], position): readonly Change[] => {
        const [from, other] = [part(value, position), part(after[index], position)];
        if (from === other) return [];
        const item = { kind: "item", name, position, type } as const;
        return changesOf(item, [other], { probe, scope, element: { list: fact.id, index, value } });
      }),
    );
  }
  const label = sayValue(reference, probe.scope);
  const gone = [...new Set(before)].filter((element) => !after.includes(element));
  const come = after.filter((element) => !before.includes(element));
  return [
    ...gone.map((value): Change => {
      const element = { list: fact.id, index: before.indexOf(value), value };
      return {
        fact: fact.id,
        edit: { kind: "without", element: value },
        subject: sayElement(element, scope),
        becomes: `is not part of ${label}`,
        from: undefined,
      };
    }),
    ...come.map((value): Change => {
      const change = { fact: fact.id, edit: { kind: "with", element: value }, from: undefined } as const;
      if (elementType.kind !== "record") {
        const name = sayElement({ list: fact.id, index: after.indexOf(value), value }, scope);
        return { ...change, subject: name, becomes: `is part of ${label}` };
      }
      const entry = fact.entry.type === "list" && fact.entry.of.type === "record" ? fact.entry.of.fields : {};
      const fields = [...elementType.fields].flatMap(([name, type], position) => {
        const known = part(value, position);
        if (known === undefined) return [];
        const words = sayKnown(known, { type, declared: entry[name], bare: true });
        const phrase = fieldPhrase(name, type);
        return type.kind === "number" ? [`${words} ${phrase}`] : [`${indefinite(phrase)} of ${words}`];
      });
      return { ...change, subject: `one of ${label}`, becomes: `has ${fields.join(" and ")}` };
    }),
  ];
}

function part(element: Operand, position: number): Operand {
  return Array.isArray(element) ? (element as Many)[position] : undefined;
}
