import { NoAnswer, ProblemAnswer } from '@myriad/contract';
import { type Command, type CommandCall, SignInNeeded, UsageError } from './command.ts';
import { exitCodes, exitOfStatus } from './exit-codes.ts';
import { findServer } from './find-server.ts';
import { commandHelp } from './help.ts';
import type { Language } from './language.ts';
import { readLine } from './read-line.ts';
import type { Terminal } from './terminal.ts';
import { wordsOfProblem } from './words-of-problem.ts';

export interface Surroundings {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly language: Language;
  readonly signal: AbortSignal;
}

/** Reads the line, runs the command, shows what it gave, and says how it ended. */
export async function runCommand(
  path: string,
  command: Command,
  argv: readonly string[],
  { terminal, env, language, signal }: Surroundings,
): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    terminal.out(commandHelp(path, command, language));
    return 0;
  }
  const json = argv.includes('--json');
  try {
    const line = readLine(command, argv);
    const url = typeof line.flags.url === 'string' ? line.flags.url : undefined;
    const call: CommandCall = { ...line, language, json, terminal, signal, env, server: () => findServer(env, url) };
    const shown = await command.run(call);
    terminal.out(json ? `${JSON.stringify(shown.value, null, 2)}\n` : shown.text(language));
    return exitCodes[shown.exit ?? 'ok'].code;
  } catch (error) {
    if (signal.aborted) return exitCodes.interrupted.code;
    return explain(error, `myriad ${path} --help`, { terminal, language, json });
  }
}

function explain(
  error: unknown,
  help: string,
  { terminal, language, json }: Pick<CommandCall, 'terminal' | 'language' | 'json'>,
): number {
  if (error instanceof UsageError) {
    terminal.err(`${error.words[language]}\n${language === 'zh' ? '帮助：' : 'Help: '}${help}\n`);
    return exitCodes.usage.code;
  }
  if (error instanceof SignInNeeded) {
    terminal.err(
      language === 'zh'
        ? `尚未登录 ${error.message}。请执行 myriad login，或设置 MYRIAD_URL 与 MYRIAD_TOKEN。\n`
        : `Not signed in at ${error.message}. Run myriad login, or set MYRIAD_URL and MYRIAD_TOKEN.\n`,
    );
    return exitCodes.notAllowed.code;
  }
  if (error instanceof ProblemAnswer) {
    if (json) terminal.out(`${JSON.stringify(error.problem, null, 2)}\n`);
    terminal.err(wordsOfProblem(error.problem, language));
    return exitCodes[exitOfStatus(error.status)].code;
  }
  if (error instanceof NoAnswer) {
    terminal.err(
      language === 'zh' ? `无法连接服务器（${error.message}）。\n` : `The server gave no answer: ${error.message}.\n`,
    );
    return exitCodes.unreachable.code;
  }
  throw error;
}
