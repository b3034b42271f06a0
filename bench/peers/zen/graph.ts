/** A line of an expression node. Later ones can ask for it. */
export interface Line {
  readonly key: string;
  readonly value: string;
}

/** A decision graph of one expression node. */
export function graphOf(lines: readonly Line[]): object {
  const expressions = lines.map(({ key, value }, at) => ({ id: `e${at}`, key, value }));
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
