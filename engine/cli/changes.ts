import { FileWatch } from "./file-watch.ts";

/** How long nothing more may happen before a change counts as complete, in milliseconds: a save is several events. */
const quiet = 50;
/** How long a change may go on before it is acted on anyway, in milliseconds. */
const longest = 500;

/** Waits for files to change. */
export class Changes {
  readonly #watch: FileWatch;
  readonly #paths = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #since = 0;
  #waiting: ((paths: readonly string[]) => void) | undefined;
  #isOver = false;

  /** @param roots the files and directories to watch */
  constructor(roots: readonly string[]) {
    this.#watch = new FileWatch(roots, (path) => this.#notice(path));
  }

  /**
   * The paths that were changed since the last time, as soon as there are any and nothing more happens for a moment;
   * nothing once it is over.
   */
  async next(): Promise<readonly string[] | undefined> {
    const paths = await new Promise<readonly string[]>((resolve) => {
      this.#waiting = resolve;
      if (this.#isOver) resolve([]);
      else if (this.#paths.size > 0 && this.#timer === undefined) this.#give();
    });
    if (this.#isOver) return undefined;
    this.#watch.refresh();
    return paths;
  }

  /** Ends watching, and whoever waits. */
  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#watch.close();
    this.#waiting?.([]);
  }

  #notice(path: string): void {
    if (this.#isOver) return;
    const now = performance.now();
    if (this.#paths.size === 0) this.#since = now;
    this.#paths.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#give(), Math.max(0, Math.min(quiet, this.#since + longest - now)));
  }

  #give(): void {
    this.#timer = undefined;
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#waiting = undefined;
    const paths = [...this.#paths];
    this.#paths.clear();
    waiting(paths);
  }
}
