/** A case as a case file has it. */
export interface WitnessCase {
  readonly asOf: string;
  readonly readings?: Readonly<Record<string, string>>;
  /** The facts, nested by the dots of their ids. */
  readonly facts: Readonly<Record<string, unknown>>;
}
