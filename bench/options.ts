/** How a run of the benchmark was asked for. */
export interface Options {
  /** A small run, to see that everything works: its numbers say little. */
  readonly quick: boolean;
  /** The contenders asked for, and `batch`; empty for all, and for the other measurements too. */
  readonly only: readonly string[];
}

/** Reads the command line. @throws RangeError for anything but `--quick` and `--only ID` */
export function readOptions(args: readonly string[], known: readonly string[]): Options {
  const only: string[] = [];
  let quick = false;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? "";
    if (arg === "--quick") {
      quick = true;
    } else if (arg === "--only") {
      at += 1;
      const id = args[at] ?? "";
      if (!known.includes(id)) throw new RangeError(`--only takes one of ${known.join(", ")}`);
      only.push(id);
    } else {
      throw new RangeError(`${arg} is no option: there are --quick and --only ID`);
    }
  }
  return { quick, only };
}
