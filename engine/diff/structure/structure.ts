import type { Place } from "../../source/place.ts";
import type { StructureChange, Subject, ValueChange } from "../report.ts";
import type { DiffSide } from "../side.ts";
import { type Counterparts, counterparts } from "./counterparts.ts";
import { Differ, type Edit } from "./edits.ts";
import { isWording } from "./naming.ts";
import { keysInOrder } from "./order.ts";
import { isContainer, type Slot, valueAt } from "./slot.ts";
import { type Thing, thingsOf } from "./things.ts";
import { yamlLine } from "./yaml-line.ts";

/** The kinds of thing in the order in which they are reported. */
const subjects: readonly Subject[] = ["procedure", "clause", "fact", "contradiction", "decision", "interpretation"];

/**
 * What is written differently in the head revision: of the procedure itself, and of the clauses, facts, contradictions,
 * decisions and interpretations that are in force in the one or the other. The two may stand in one directory or in two.
 *
 * Formatting, comments, the order of keys and of the things themselves are no change, nor is which revision brought a
 * version. The effective date of a clause is one only where both sides say that the same revision brought it. What the
 * revisions' own entries say is left to `SideView`. The order within lists counts: what is inserted is added, what is
 * moved is removed and added.
 *
 * The path of a value counts the positions in lists from 1, on the head side, or on the base side for what was removed:
 * `outcomes.2.says` is the sentence of the second outcome.
 *
 * @returns the changes, kind by kind, in the order of the head side; what was retired stands where it stood. The two
 *   sides the other way round give the same changes with base and head, added and retired exchanged
 */
export function structureOf(base: DiffSide, head: DiffSide): readonly StructureChange[] {
  const [before, after] = [thingsOf(base), thingsOf(head)];
  return subjects.flatMap((subject) => counterparts(before[subject], after[subject]).flatMap(changeOf));
}

function changeOf({ base, head }: Counterparts): readonly StructureChange[] {
  if (base !== undefined && head !== undefined) return changed(base, head);
  if (head !== undefined) return [{ ...named(head), change: "added", values: [], headPlace: placeOf(head, head.slot) }];
  if (base === undefined) return [];
  return [{ ...named(base), change: "retired", values: [], basePlace: placeOf(base, base.slot) }];
}

function changed(base: Thing, head: Thing): readonly StructureChange[] {
  const values = valuesOf(base, head);
  // The id of a procedure is one of the things that it says.
  const isRenumbered = base.subject !== "procedure" && base.id !== head.id;
  if (values.length === 0 && !isRenumbered) return [];
  const isReworded = values.every(({ wording }) => wording);
  return [
    {
      ...named(head),
      change: isRenumbered ? "renumbered" : isReworded ? "reworded" : "changed",
      ...(isRenumbered ? { formerId: base.id } : {}),
      values,
      basePlace: placeOf(base, base.slot),
      headPlace: placeOf(head, head.slot),
    },
  ];
}

function named({ subject, id, title }: Thing): Pick<StructureChange, "subject" | "id" | "title"> {
  return { subject, id, title };
}

function valuesOf(base: Thing, head: Thing): readonly ValueChange[] {
  const differ = new Differ();
  return keysInOrder([...base.parts.keys()], [...head.parts.keys()]).flatMap(({ key: name }) => {
    // A version that another revision brought takes effect on another day, as the entry of that revision says.
    if (name === "effective" && base.revision !== head.revision) return [];
    const edits = differ.editsOf(name, base.parts.get(name), head.parts.get(name));
    return edits.map((edit) => valueChange(edit, base, head));
  });
}

function valueChange({ keys, before, after }: Edit, base: Thing, head: Thing): ValueChange {
  return {
    path: keys.join("."),
    ...(before === undefined ? {} : { before: yamlLine(valueAt(before)), basePlace: placeOf(base, before) }),
    ...(after === undefined ? {} : { after: yamlLine(valueAt(after)), headPlace: placeOf(head, after) }),
    // What is new or gone can be a choice that a case has, or the reason for which a clause asks for nothing.
    wording: isScalar(before) && isScalar(after) && isWording(keys),
  };
}

function isScalar(slot: Slot | undefined): boolean {
  return slot !== undefined && !isContainer(valueAt(slot));
}

function placeOf({ document }: Thing, { container, key }: Slot): Place {
  return document.valuePlace(container, key);
}
