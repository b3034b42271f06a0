import { Command, CommanderError } from "commander";
import { type Problem, ProblemsError } from "../source/problem.ts";
import { commands } from "./commands.ts";
import { internalProblem } from "./internal.ts";
import { type Io, isBrokenPipe } from "./io.ts";
import { readPackage } from "./package.ts";
import { exitCodes, Shell } from "./shell.ts";
import { unknownName, usageProblem } from "./usage.ts";

/**
 * Runs the program with the arguments that follow its name.
 *
 * @returns the exit code. It never throws: whatever goes wrong is said on standard error.
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  const shell = new Shell(io, readPackage());
  // An error of a stream also reaches whoever waits for the write; without a listener it would end the process at once.
  const ignore = (): void => {};
  io.stdout.on("error", ignore);
  io.stderr.on("error", ignore);
  try {
    await dispatch(args, shell);
    return shell.exitCode;
  } catch (error) {
    if (isBrokenPipe(error)) return exitCodes.done;
    await shell.tellProblems(problemsOf(error, shell)).catch(ignore);
    if (shell.io.env[stackVariable(shell)] === "1" && !(error instanceof ProblemsError)) {
      await shell.tell(`\n${error instanceof Error ? error.stack : String(error)}\n`).catch(ignore);
    }
    return exitCodes.failed;
  } finally {
    io.stdout.off("error", ignore);
    io.stderr.off("error", ignore);
  }
}

async function dispatch(args: readonly string[], shell: Shell): Promise<void> {
  let help = "";
  const program = new Command(shell.package.name);
  program
    .description(shell.package.description)
    .version(shell.package.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .usage("<command> [options]")
    .addHelpText("after", helpOnExits(shell))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        help += text;
      },
      writeErr: () => {},
      getOutHelpWidth: () => shell.io.stdout.columns ?? 100,
      getErrHelpWidth: () => shell.io.stderr.columns ?? 100,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const [first, second] = args.filter((arg) => !arg.startsWith("-"));
  const named = first === "help" ? second : first;
  if (first === "help" && second !== undefined && !commands.some(({ name }) => name === second)) {
    throw unknownName(
      "command",
      second,
      commands.map(({ name }) => name),
    );
  }
  for (const row of commands) {
    const command = program.command(row.name).summary(row.summary).helpOption("-h, --help", "show this help");
    if (row.name === named) (await row.load()).declare(command, shell);
  }
  try {
    if (args.length === 0) {
      await shell.tell(program.helpInformation());
      shell.exitCode = exitCodes.failed;
      return;
    }
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0 && error.code !== "commander.help") {
      const command = commands.some(({ name }) => name === named) ? ` ${named}` : "";
      const names = commands.map(({ name }) => name);
      throw new ProblemsError([usageProblem(error.message, `${shell.package.name}${command} --help`, names)]);
    }
    await shell.print(help);
  }
}

function helpOnExits(shell: Shell): string {
  return `
Results go to standard output, everything else to standard error. A file named \`-\` is standard input.
Exit codes: 0 done, whatever was decided; 1 findings (check, test, ledger, diff --fail-on, failed rows of batch,
records that differ); 2 wrong usage or input, or an internal error; 3 undetermined (evaluate --exit-status).
NO_COLOR=1 turns colours off. ${stackVariable(shell)}=1 shows where in the program an internal error arose.
`;
}

/** The environment variable that asks for the stack of an internal error. */
function stackVariable({ package: { name } }: Shell): string {
  return `${name.toUpperCase().replaceAll("-", "_")}_STACK`;
}

function problemsOf(error: unknown, shell: Shell): readonly Problem[] {
  if (error instanceof ProblemsError) return error.problems;
  if (error instanceof Error && "syscall" in error && error.syscall === "write" && "code" in error) {
    return [
      {
        code: "output-failed",
        severity: "error",
        message: `the output can't be written: the system says ${String(error.code)}`,
        remedy: "make room, or send the output elsewhere",
      },
    ];
  }
  const stack = `${stackVariable(shell)}=1 shows where in the program it arose`;
  return [internalProblem(error, `report it with the command and its input; ${stack}`)];
}
