import { type CommandCall, UsageError } from './command.ts';

/** A secret from stdin where the flag says so, else asked for unseen; never from the command line, which everybody can read. */
export async function readSecret(
  { flags, terminal }: Pick<CommandCall, 'flags' | 'terminal'>,
  stdinFlag: string,
  question: string,
): Promise<string> {
  const secret =
    flags[stdinFlag] === true
      ? (await terminal.readInput()).replace(/\r?\n$/, '')
      : terminal.canAsk
        ? await terminal.ask(question, 'hidden')
        : undefined;
  if (secret === undefined)
    throw new UsageError({
      en: `Nobody to ask here: use --${stdinFlag}.`,
      zh: `当前无法交互输入，请使用 --${stdinFlag}。`,
    });
  if (secret === '') throw new UsageError({ en: 'The password is empty.', zh: '密码为空。' });
  return secret;
}
