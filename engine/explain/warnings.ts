import type { Warning } from "../language/result.ts";
import type { RevisionModel } from "../procedure/model.ts";
import { sentence } from "./names.ts";

/** A warning as a sentence in which facts go by their labels. */
export function sayWarning({ message }: Warning, model: RevisionModel): string {
  return sentence(message.replace(/`([^`]+)`/g, (quoted, id: string) => model.facts.get(id)?.entry.label ?? quoted));
}
