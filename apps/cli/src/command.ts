import type { Client } from '@myriad/contract';
import type { ExitName } from './exit-codes.ts';
import type { Language, Words } from './language.ts';
import type { Terminal } from './terminal.ts';

export interface Argument {
  /** As shown: `TICKET`. */
  readonly name: string;
  readonly words: Words;
  readonly optional?: boolean;
}

export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  /** Name of its value as shown; absent: a switch. */
  readonly value?: string;
  readonly words: Words;
  readonly repeat?: boolean;
}

/** What a command shows: the value for programs, text for people. */
export interface Shown {
  readonly value: unknown;
  readonly text: (language: Language) => string;
  /** Default: ok. */
  readonly exit?: ExitName;
}

export interface CommandCall {
  /** By name; an optional one may be absent. */
  readonly args: Readonly<Record<string, string>>;
  /** Values as given; a repeated flag gives all of them. */
  readonly flags: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly language: Language;
  readonly json: boolean;
  readonly terminal: Terminal;
  /** Made on first use; throws `SignInNeeded` where no address or token is known. */
  readonly server: () => Server;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
}

/** The platform, as this person reaches it. */
export interface Server {
  readonly url: string;
  readonly client: Client;
  readonly headers: Readonly<Record<string, string>>;
}

/** One `myriad <noun> <verb>`, as data: help, reference and parsing are made from it. */
export interface Command {
  readonly summary: Words;
  readonly args?: readonly Argument[];
  readonly flags?: readonly Flag[];
  /** Command lines worth copying. */
  readonly examples?: readonly string[];
  run(call: CommandCall): Promise<Shown>;
}

export const defineCommand = (command: Command): Command => command;

/** The command line itself is wrong: said with the usage, exit 2. */
export class UsageError extends Error {
  readonly words: Words;
  constructor(words: Words) {
    super(words.en);
    this.name = 'UsageError';
    this.words = words;
  }
}

/** No token is known for the server: exit 3 with the way to sign in. */
export class SignInNeeded extends Error {}

export const textFlag = ({ flags }: Pick<CommandCall, 'flags'>, name: string): string | undefined => {
  const value = flags[name];
  return typeof value === 'string' ? value : undefined;
};

export const listFlag = ({ flags }: Pick<CommandCall, 'flags'>, name: string): readonly string[] => {
  const value = flags[name];
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
};

/** A flag that counts something. @throws UsageError */
export function wholeFlag(call: Pick<CommandCall, 'flags'>, name: string): number | undefined {
  const text = textFlag(call, name);
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text))
    throw new UsageError({ en: `--${name} takes a whole number.`, zh: `--${name} 需要一个整数。` });
  return Number(text);
}

/** Arguments the parser has made sure of. */
export function argument({ args }: Pick<CommandCall, 'args'>, name: string): string {
  const value = args[name];
  if (value === undefined) throw new UsageError({ en: `${name} is missing.`, zh: `缺少参数 ${name}。` });
  return value;
}
