import { parseArgs } from 'node:util';
import { type Command, type CommandCall, UsageError } from './command.ts';

const everywhere = {
  json: { type: 'boolean' },
  lang: { type: 'string' },
  url: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Arguments and flags of one command out of what was typed. @throws UsageError */
export function readLine(command: Command, argv: readonly string[]): Pick<CommandCall, 'args' | 'flags'> {
  const own = (command.flags ?? []).map((flag) => [
    flag.name,
    { type: flag.value === undefined ? ('boolean' as const) : ('string' as const), multiple: flag.repeat ?? false },
  ]);
  const parsed = parse(argv, { ...everywhere, ...Object.fromEntries(own) });
  const wanted = command.args ?? [];
  const args: Record<string, string> = {};
  for (const [at, { name, optional }] of wanted.entries()) {
    const value = parsed.positionals[at];
    if (value !== undefined) args[name] = value;
    else if (!optional) throw new UsageError({ en: `${name} is missing.`, zh: `缺少参数 ${name}。` });
  }
  const extra = parsed.positionals[wanted.length];
  if (extra !== undefined) throw new UsageError({ en: `“${extra}” is one too many.`, zh: `多余的参数“${extra}”。` });
  return { args, flags: parsed.values };
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function parse(argv: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true }) as {
      values: CommandCall['flags'];
      positionals: string[];
    };
  } catch (error) {
    // node says which option it was; its sentence is English.
    const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE';
    throw new UsageError(
      missing
        ? { en: `${option} needs a value, or takes none.`, zh: `选项 ${option} 缺少值，或不应带值。` }
        : { en: `There is no option ${option} here.`, zh: `没有选项 ${option}。` },
    );
  }
}
