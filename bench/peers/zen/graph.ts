import type { Step } from "../plan.ts";
import { type Scope, stepExpression } from "./expression.ts";

/** A decision graph of one expression node, a line for each step. */
export function graphOf(steps: readonly Step[], scope: Scope): object {
  const expressions = steps.map((step, at) => ({ id: `e${at}`, key: step.name, value: stepExpression(step, scope) }));
  const position = { x: 0, y: 0 };
  return {
    nodes: [
      { id: "in", type: "inputNode", name: "case", position, content: {} },
      {
        id: "rules",
        type: "expressionNode",
        name: "rules",
        position,
        content: { expressions, passThrough: false, inputField: null, outputPath: null, executionMode: "single" },
      },
      { id: "out", type: "outputNode", name: "result", position },
    ],
    edges: [
      { id: "in-rules", sourceId: "in", targetId: "rules", type: "edge" },
      { id: "rules-out", sourceId: "rules", targetId: "out", type: "edge" },
    ],
  };
}
