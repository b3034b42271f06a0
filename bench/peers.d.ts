// What the benchmark uses of the libraries that it measures. They are installed for a run of it alone, and everything
// else, the types among it, must do without them.

declare module "json-logic-engine" {
  export class LogicEngine {
    addMethod(
      name: string,
      method: (parts: readonly unknown[]) => unknown,
      options?: { readonly sync?: boolean; readonly deterministic?: boolean },
    ): void;
    build(logic: unknown): (data: unknown) => unknown;
  }
}

declare module "@gorules/zen-engine" {
  export class ZenDecisionContent {
    constructor(content: object);
  }
  export class ZenEngine {
    createDecision(content: ZenDecisionContent): ZenDecision;
  }
  export interface ZenEvaluateOptions {
    readonly trace?: boolean;
  }
  export interface ZenDecision {
    evaluate(context: unknown, options?: ZenEvaluateOptions): Promise<{ readonly result: unknown }>;
  }
}

declare module "publicodes" {
  export default class Engine {
    constructor(rules: object, options?: object);
    setSituation(situation: Readonly<Record<string, unknown>>, options?: object): this;
    evaluate(rule: string): { readonly nodeValue: unknown };
  }
}
