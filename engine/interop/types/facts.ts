import { sentence } from "../../explain/names.ts";
import type { FactType } from "../../language/fact.ts";
import type { Fact } from "../../procedure/model.ts";
import { questionWords } from "../schema/words.ts";
import { blockText, interfaceText, type Member, unionText } from "./text.ts";

/** The facts by their ids, and nested by the dots in them: a case can give them either way. */
export function factTypes(facts: readonly Fact[]): string {
  const byId = facts.map(
    (fact): Member => ({ key: fact.id, optional: true, type: `${answerType(fact)} | undefined`, says: saysOf(fact) }),
  );
  return [
    interfaceText("FactsById", "The facts of a case by their ids. One that is left out is unknown.", byId),
    `${interfaceText(
      "Facts",
      "The facts of a case, nested by the dots of their ids or with the dots in the keys. One that is left out is unknown; `null` is known to be none.",
      nestedMembers(facts.map((fact) => ({ fact, path: fact.id.split(".") }))),
    ).replace("export interface Facts ", "export interface Facts extends FactsById ")}`,
  ].join("\n");
}

interface Placed {
  readonly fact: Fact;
  readonly path: readonly string[];
}

/** The members of a group: its facts, and the groups within it. */
function nestedMembers(facts: readonly Placed[]): readonly Member[] {
  const members: Member[] = [];
  const groups = new Map<string, Placed[]>();
  for (const { fact, path } of facts) {
    const [key = "", ...rest] = path;
    if (rest.length === 0) {
      members.push({ key, optional: true, type: `FactsById[${JSON.stringify(fact.id)}]`, says: saysOf(fact) });
      continue;
    }
    const group = groups.get(key) ?? [];
    if (group.length === 0) groups.set(key, group);
    group.push({ fact, path: rest });
  }
  const nested = [...groups].map(
    ([key, inside]): Member => ({ key, optional: true, type: `${blockText(nestedMembers(inside))} | undefined` }),
  );
  return [...members, ...nested];
}

function saysOf(fact: Fact): readonly string[] {
  return [sentence(fact.entry.label), questionWords(fact)];
}

/** What a case can give for a fact. */
function answerType({ entry }: Fact): string {
  return entry.orNone === true ? `${factType(entry)} | null` : factType(entry);
}

function factType(type: FactType): string {
  switch (type.type) {
    case "boolean":
      return "boolean";
    case "date":
      return "IsoDate";
    case "integer":
    case "number":
      return "number";
    case "choice":
      return unionText(Object.keys(type.options));
    case "text":
      return "string | number";
    case "list": {
      const of = factType(type.of);
      return `readonly ${/ \| /.test(of) && !of.startsWith("{") ? `(${of})` : of}[]`;
    }
    case "record":
      return blockText(
        Object.entries(type.fields).map(
          ([key, field]): Member => ({ key, optional: true, type: `${factType(field)} | undefined` }),
        ),
      );
    default:
      return type satisfies never;
  }
}
