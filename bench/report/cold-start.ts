import type { ColdStart } from "../cold-start.ts";
import { ratios, spreadOf } from "../statistics.ts";
import { shown } from "./numbers.ts";

/** How long a process takes for one case, from its start to its end. */
export function coldStartText({ node, evaluate }: ColdStart): string {
  return (
    `\`secor evaluate\` on one case, the second engine and the report with it: ${shown(spreadOf(evaluate))} ms; ` +
    `\`node -e 0\`: ${shown(spreadOf(node))} ms; ${shown(ratios(evaluate, node))} times, in ${node.length} pairs.`
  );
}
