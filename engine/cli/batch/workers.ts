import { Worker } from "node:worker_threads";
import type { Chunk } from "./chunk.ts";
import type { Made } from "./rows.ts";
import type { Settings } from "./settings.ts";
import { newTray, onTray, type Tray } from "./tray.ts";

/** What a worker needs to know. */
export interface Order {
  /** The directory of the rules. */
  readonly rules: string;
  /** The digest of the rules, which a worker reads anew and must find the same. */
  readonly digest: string;
  readonly settings: Settings;
}

/** What a worker is sent: a chunk, whose lines are on the tray if there is room for them, and the tray for its rows. */
export interface Errand {
  readonly chunk: Chunk;
  readonly tray: Tray;
}

/** Rows that are to be given back. */
export interface Lent extends Made {
  /** Says that the rows are written, and what holds them can be used again. */
  readonly release: () => void;
}

/** A worker stops holding on to memory early: many small collections cost less than much memory for each of several. */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 };

/** Some threads that make rows. */
export class Workers {
  readonly #all: readonly OneWorker[];
  readonly #free: OneWorker[];
  /** Those who wait for a worker. */
  readonly #waiting: ((worker: OneWorker) => void)[] = [];
  /** The trays that are not in use. */
  readonly #trays: Tray[] = [];

  /** @param program the built file that a worker runs */
  constructor(count: number, program: URL, order: Order) {
    this.#all = Array.from({ length: count }, () => new OneWorker(program, order));
    this.#free = [...this.#all];
  }

  /**
   * The rows for a chunk, made by the next worker that is free.
   *
   * @throws Error where the worker has failed
   */
  async of(chunk: Chunk): Promise<Lent> {
    const tray = this.#trays.pop() ?? newTray();
    const errand = { chunk: onTray(chunk, tray), tray };
    const worker = this.#free.pop() ?? (await new Promise<OneWorker>((resolve) => this.#waiting.push(resolve)));
    try {
      return { ...(await worker.of(errand)), release: () => this.#trays.push(tray) };
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(worker);
      else next(worker);
    }
  }

  /** Ends the threads, whatever they are at. */
  async end(): Promise<void> {
    await Promise.all(this.#all.map((worker) => worker.end()));
  }
}

/** One thread, which works on one chunk at a time. */
class OneWorker {
  readonly #worker: Worker;
  #error: Error | undefined;
  #answer: { readonly resolve: (made: Made) => void; readonly reject: (error: Error) => void } | undefined;

  constructor(program: URL, order: Order) {
    this.#worker = new Worker(program, { workerData: order, resourceLimits });
    this.#worker.on("message", (made: Made) => this.#answer?.resolve(made));
    this.#worker.on("error", (error: Error) => this.#fail(error));
    this.#worker.on("exit", (code) => this.#fail(new Error(`a worker ended with ${code}`)));
  }

  of(errand: Errand): Promise<Made> {
    return new Promise((resolve, reject) => {
      if (this.#error !== undefined) return reject(this.#error);
      this.#answer = { resolve, reject };
      this.#worker.postMessage(errand);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#error ??= error;
    this.#answer?.reject(this.#error);
  }
}
