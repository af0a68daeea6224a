import { parseArgs } from 'node:util';
import { InputFault } from '../review/input-fault.ts';

export interface IndexArguments {
  readonly inputs: readonly string[];
  readonly schema: string | undefined;
  readonly dsn: string | undefined;
  readonly dsnPasswordFile: string | undefined;
  readonly dialect: string | undefined;
  readonly proveOn: string | undefined;
  readonly provePasswordFile: string | undefined;
  readonly format: string;
}

const text = { type: 'string' } as const;
const options = {
  ...{ schema: text, dsn: text, 'dsn-password-file': text, dialect: text },
  ...{ 'prove-on': text, 'prove-password-file': text, format: text, lang: text },
};

/** @throws InputFault for another verb, an option there is not, one without its value, or no input */
export function readIndexArguments([verb, ...argv]: readonly string[]): IndexArguments {
  if (verb !== 'advise')
    throw new InputFault({
      en: `There is no myriad index ${verb ?? ''}. See: myriad index --help`,
      zh: `没有命令 myriad index ${verb ?? ''}。用法见：myriad index --help`,
    });
  const { values, positionals } = parsed(argv);
  const one = (name: string): string | undefined => {
    const value = (values as Readonly<Record<string, unknown>>)[name];
    return typeof value === 'string' ? value : undefined;
  };
  if (positionals.length === 0)
    throw new InputFault({
      en: 'There are no statements: name a file, a folder, or - for stdin. See: myriad index --help',
      zh: '没有语句：请给出文件、目录或 -（标准输入）。用法见：myriad index --help',
    });
  return {
    inputs: positionals,
    ...{ schema: one('schema'), dsn: one('dsn'), dsnPasswordFile: one('dsn-password-file'), dialect: one('dialect') },
    ...{ proveOn: one('prove-on'), provePasswordFile: one('prove-password-file'), format: one('format') ?? 'text' },
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new InputFault({ en: `${said}. See: myriad index --help`, zh: `${said}。用法见：myriad index --help` });
  }
}
