import { joined } from "../language/expressions/expression.ts";
import type { Warning } from "../language/result.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { sentence } from "./names.ts";

/** The warnings as sentences in which facts go by their labels; several plans are one sentence. */
export function sayWarnings(warnings: readonly Warning[], model: RevisionModel): readonly string[] {
  const plans = warnings.filter(({ code }) => code === "future-date");
  const others = warnings.filter((warning) => plans.length < 2 || !plans.includes(warning));
  return [
    ...others.map((warning) => sayWarning(warning, model)),
    ...(plans.length < 2 ? [] : [sayPlans(plans, model)]),
  ];
}

function sayWarning({ message }: Warning, model: RevisionModel): string {
  return sentence(message.replace(/`([^`]+)`/g, (quoted, id: string) => labelOf(id, model) ?? quoted));
}

function sayPlans(plans: readonly Warning[], model: RevisionModel): string {
  const dates = plans.map(({ facts: [id = ""], message }) => {
    const [day] = /\d{4}-\d{2}-\d{2}/.exec(message) ?? [];
    const label = labelOf(id, model) ?? id;
    return day === undefined ? label : `${label} (${day})`;
  });
  return sentence(`these dates lie after the evaluation date and are taken as plans: ${joined(dates, "and")}`);
}

function labelOf(id: string, model: RevisionModel): string | undefined {
  return model.facts.get(id)?.entry.label;
}
