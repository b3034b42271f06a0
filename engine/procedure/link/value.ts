import type { Choose } from "../../language/expressions/choose.ts";
import { isComplaint } from "../../language/expressions/expression.ts";
import type { ListBody } from "../../language/expressions/list-body.ts";
import { expressions } from "../../language/expressions/table.ts";
import type { Value as ValueEntry } from "../../language/value.ts";
import { comparable, describeType, type ValueType } from "../../language/value-type.ts";
import type { Value } from "../model.ts";
import { type Spot, within } from "../reporter.ts";
import { linkCondition } from "./condition.ts";
import type { LinkContext, Scope } from "./context.ts";
import { linkLiteral } from "./literal.ts";
import { linkItem, linkList, linkReference } from "./reference.ts";

/**
 * A value with its names resolved and its type worked out. `wanted` is the type that its place asks for, where the
 * place does: a written value is read as that type.
 */
export function linkValue(
  entry: ValueEntry,
  spot: Spot,
  context: LinkContext,
  scope: Scope,
  wanted: ValueType | undefined,
): Value | undefined {
  const value = linked(entry, spot, context, scope, wanted);
  return value && context.origins.note(value, spot);
}

function linked(
  entry: ValueEntry,
  spot: Spot,
  context: LinkContext,
  scope: Scope,
  wanted: ValueType | undefined,
): Value | undefined {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
    return linkLiteral(entry, spot, context, wanted);
  }
  if ("fact" in entry) return linkReference(entry.fact, within(spot, entry, "fact"), context);
  if ("item" in entry) return linkItem(entry.item, within(spot, entry, "item"), context, scope);
  if ("choose" in entry) return linkChoose(entry, spot, context, scope, wanted);
  const [name] = Object.keys(entry) as (keyof typeof expressions)[];
  const row = name && expressions[name];
  if (row === undefined) return undefined;
  const body: unknown = Object.values(entry)[0];
  if (typeof body !== "object" || body === null) return undefined;
  if (row.family === "aggregate") return linkAggregate(row.name, body as Partial<ListBody>, spot, context, wanted);
  const operands: Value[] = [];
  const written = row.operands(body);
  for (const { key, value } of written) {
    const operand = linkValue(value, within(spot, body, key), context, scope, undefined);
    if (operand !== undefined) operands.push(operand);
  }
  if (operands.length < written.length) return undefined;
  const type = row.type(operands.map((operand) => operand.type));
  if (!isComplaint(type)) return { kind: "function", type, row, body, operands };
  const wrong = operands[type.operand];
  context.reporter.report(
    "wrong-type",
    within(spot, body, written[type.operand]?.key ?? 0),
    `\`${row.name}\` can't take ${wrong ? describeType(wrong.type) : "this"} here`,
    { expected: type.expected, remedy: `write ${type.expected}` },
  );
  return undefined;
}

function linkAggregate(
  name: string,
  body: Partial<ListBody>,
  spot: Spot,
  context: LinkContext,
  wanted: ValueType | undefined,
): Value | undefined {
  const row = expressions[name as keyof typeof expressions];
  const found = linkList(body.in ?? "", within(spot, body, "in"), context);
  if (found === undefined || row.family !== "aggregate") return undefined;
  const scope: Scope = { item: found.element };
  const field = body.of === undefined ? undefined : linkItem(body.of, within(spot, body, "of"), context, scope);
  const where = body.where && linkCondition(body.where, within(spot, body, "where"), context, scope);
  if ((body.of !== undefined && field === undefined) || (body.where !== undefined && where === undefined)) {
    return undefined;
  }
  if (field !== undefined && !row.takes.includes(field.type.kind)) {
    context.reporter.report(
      "wrong-type",
      within(spot, body, "of"),
      `\`${name}\` can't take \`${body.of}\`, which is ${describeType(field.type)}`,
      {
        expected: row.takes.map((kind) => `a ${kind}`).join(" or "),
        remedy: `name a field that is ${row.takes.map((kind) => `a ${kind}`).join(" or ")}`,
      },
    );
    return undefined;
  }
  const type = row.type(field?.type ?? wanted ?? found.element);
  return { kind: "aggregate", type, row, list: found.list, field, where };
}

function linkChoose(
  entry: Choose,
  spot: Spot,
  context: LinkContext,
  scope: Scope,
  wanted: ValueType | undefined,
): Value | undefined {
  const branches: { when: ReturnType<typeof linkCondition>; value: Value }[] = [];
  let type: ValueType | undefined = wanted;
  let failed = false;
  for (const [at, branch] of entry.choose.entries()) {
    const isLast = at === entry.choose.length - 1;
    if ("otherwise" in branch !== isLast) {
      context.reporter.report(
        "choose-order",
        within(spot, entry.choose, at),
        isLast ? "the last branch does not say what holds otherwise" : "no branch after `otherwise` can ever be taken",
        {
          expected: "branches with `when` and `then`, and a last one with `otherwise`",
          remedy: isLast ? "add a last branch, `- otherwise:` with a value" : "move this branch to the end",
        },
      );
      return undefined;
    }
    const key = "otherwise" in branch ? "otherwise" : "then";
    const when =
      "otherwise" in branch ? undefined : linkCondition(branch.when, within(spot, branch, "when"), context, scope);
    const written = "otherwise" in branch ? branch.otherwise : branch.then;
    const value = linkValue(written, within(spot, branch, key), context, scope, type);
    if (value === undefined || (when === undefined && !isLast)) {
      failed = true;
      continue;
    }
    if (type === undefined || type.kind === "none") type = value.type;
    else if (value.type.kind !== "none" && !comparable(type, value.type)) {
      const message = `this branch is ${describeType(value.type)}, and not ${describeType(type)} as the others`;
      context.reporter.report("wrong-type", within(spot, branch, key), message, {
        expected: describeType(type),
        remedy: "give all branches the same type",
      });
      failed = true;
    } else if (wanted === undefined) type = both(type, value.type);
    branches.push({ when, value });
  }
  return failed || type === undefined ? undefined : { kind: "choose", type, branches };
}

/** The type that covers two comparable ones: a number has the unit of either, and is whole where both are. */
function both(type: ValueType, other: ValueType): ValueType {
  if (type.kind !== "number" || other.kind !== "number") return type;
  return { kind: "number", unit: type.unit ?? other.unit, integer: type.integer && other.integer };
}
