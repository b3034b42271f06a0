import type { Term } from "../language/smt/term.ts";
import type { Assignment } from "./encode/variable.ts";

/** What the solver says of a question: a case in which it holds, that there is none, or that it gave up. */
export type Answer =
  | { readonly kind: "possible"; readonly assignment: Assignment }
  | { readonly kind: "impossible" }
  | { readonly kind: "gave-up" };

/**
 * How much work the solver may do on one question, in its own units, a million of which take about a second. Unlike a
 * time they give the same answer on every machine.
 */
export type Effort = number;

/** A Z3 solver that knows a growing description of all cases and answers questions about it. */
export class Solver {
  readonly #run: (text: string) => Promise<string>;
  readonly #end: () => void;

  private constructor(run: (text: string) => Promise<string>, end: () => void) {
    this.#run = run;
    this.#end = end;
  }

  /** Starts a solver. It is loaded when it is first needed: most commands never do. `stop` must be called at the end. */
  static async start(): Promise<Solver> {
    const { init } = await import("z3-solver");
    const { Z3, em } = await init();
    const config = Z3.mk_config();
    const context = Z3.mk_context(config);
    Z3.del_config(config);
    const machine = em as Machine;
    const solver = new Solver(
      (text) => evaluated(text, Number(context), machine),
      () => {
        Z3.del_context(context);
        // Its threads would keep the process from ending. What one of them said last is of no interest any more, and would
        // be complained about.
        const { PThread } = machine;
        const workers = [...PThread.runningWorkers, ...PThread.unusedWorkers];
        PThread.terminateAllThreads();
        for (const worker of workers) worker.onmessage = () => {};
      },
    );
    // Days and years are sums of many small numbers, at which the older of its two procedures is much the faster.
    await solver.tell("(set-option :smt.arith.solver 2)");
    return solver;
  }

  /**
   * Adds declarations, names and constraints.
   *
   * @throws Error where the solver does not understand them, which would be a mistake of the encoding.
   */
  async tell(text: string): Promise<void> {
    if (text === "") return;
    const complaint = await this.#run(text);
    if (complaint.includes("(error")) throw new Error(`the solver does not understand the encoding: ${complaint}`);
  }

  /**
   * Whether a condition can hold, and if so for which values of some constants.
   *
   * @param constants the constants to choose values for
   * @param effort after how much work the solver gives up
   */
  async ask(condition: Term, constants: readonly Term[], effort: Effort): Promise<Answer> {
    if (condition === "false") return { kind: "impossible" };
    const said = await this.#run(`(set-option :rlimit ${effort})\n(push)\n(assert ${condition})\n(check-sat)`);
    const verdict = said.trim();
    try {
      if (verdict === "unsat") return { kind: "impossible" };
      if (verdict === "sat") return { kind: "possible", assignment: await this.#values(constants) };
      if (verdict === "unknown") return { kind: "gave-up" };
      throw new Error(`the solver does not understand the question: ${verdict}`);
    } finally {
      await this.#run("(pop)");
    }
  }

  async #values(constants: readonly Term[]): Promise<Assignment> {
    if (constants.length === 0) return new Map();
    const said = await this.#run(`(get-value (${constants.join(" ")}))`);
    return readValues(said);
  }

  /** Ends the solver's threads. */
  stop(): void {
    this.#end();
  }
}

/** A thread of the solver, and what is done with what it says. */
interface SolverThread {
  onmessage: () => void;
}

/** What is used of the WebAssembly module beside its typed functions. */
interface Machine {
  readonly HEAPU32: Uint32Array;
  readonly PThread: {
    readonly runningWorkers: readonly SolverThread[];
    readonly unusedWorkers: readonly SolverThread[];
    terminateAllThreads(): void;
  };
  _malloc(bytes: number): number;
  _free(address: number): void;
  ccall(name: string, returns: string, types: readonly string[], values: readonly number[]): unknown;
  async_call(work: () => unknown): Promise<string>;
}

/**
 * Has the solver run some SMT-LIB text. The package's own function for that puts the text on the stack, where it can be
 * overwritten before the solver's thread reads it; here it stays until the answer is there.
 */
async function evaluated(text: string, context: number, machine: Machine): Promise<string> {
  const bytes = new TextEncoder().encode(`${text}\0`);
  const address = machine._malloc(bytes.length);
  try {
    new Uint8Array(machine.HEAPU32.buffer).set(bytes, address);
    const values = [context, address];
    return await machine.async_call(() =>
      machine.ccall("async_Z3_eval_smtlib2_string", "void", ["number", "number"], values),
    );
  } finally {
    machine._free(address);
  }
}

/** Reads `((v1 3) (v2 (/ 1 2)) (v3 (- 1)) (v4 true))`. */
function readValues(text: string): Assignment {
  const tokens = text.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const read = (): unknown => {
    const token = tokens[at];
    at += 1;
    if (token !== "(") return token;
    const parts: unknown[] = [];
    while (tokens[at] !== ")" && at < tokens.length) parts.push(read());
    at += 1;
    return parts;
  };
  const pairs = read();
  if (!Array.isArray(pairs)) return new Map();
  return new Map(
    pairs.map((pair: unknown) => {
      const [name, value] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
      return [String(name), chosen(value)] as const;
    }),
  );
}

function chosen(value: unknown): number | boolean {
  if (value === "true" || value === "false") return value === "true";
  if (!Array.isArray(value)) return Number(value);
  const [operator, first, second] = value as readonly unknown[];
  if (operator === "-") return -Number(chosen(first));
  return operator === "/" ? Number(chosen(first)) / Number(chosen(second)) : Number.NaN;
}
