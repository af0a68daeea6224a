import { parseArgs } from 'node:util';
import type { Words } from '../language.ts';
import { InputFault } from './input-fault.ts';

export interface ReviewArguments {
  readonly inputs: readonly string[];
  readonly dialect: string | undefined;
  readonly format: string;
  readonly schema: string | undefined;
  /** 0–100. */
  readonly minScore: number | undefined;
  readonly off: readonly string[];
  readonly only: readonly string[];
  readonly policy: string | undefined;
  readonly environment: string | undefined;
  readonly application: string | undefined;
  readonly baseline: string | undefined;
  readonly writeBaseline: boolean;
  readonly dsn: string | undefined;
  readonly dsnPasswordFile: string | undefined;
  /** Indexes for all statements together, behind the report. */
  readonly advise: boolean;
  /** What would undo each statement, in place of the review. */
  readonly undo: boolean;
}

const options = {
  dialect: { type: 'string' },
  format: { type: 'string' },
  schema: { type: 'string' },
  'min-score': { type: 'string' },
  off: { type: 'string', multiple: true },
  only: { type: 'string', multiple: true },
  policy: { type: 'string' },
  environment: { type: 'string' },
  application: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'boolean' },
  dsn: { type: 'string' },
  'dsn-password-file': { type: 'string' },
  advise: { type: 'boolean' },
  undo: { type: 'boolean' },
  lang: { type: 'string' },
} as const;

const seeHelp: Words = { en: 'See: myriad review --help', zh: '用法见：myriad review --help' };

/** @throws InputFault for an option there is not, one without its value, no input, or a score that is none */
export function readArguments(argv: readonly string[]): ReviewArguments {
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!Object.hasOwn(options, token.name))
      throw new InputFault({
        en: `There is no option ${token.rawName}. ${seeHelp.en}`,
        zh: `没有选项 ${token.rawName}。${seeHelp.zh}`,
      });
    if (options[token.name as keyof typeof options].type === 'boolean') continue;
    if (token.value === undefined || token.value === '' || (!token.inlineValue && token.value.startsWith('--')))
      throw new InputFault({
        en: `${token.rawName} needs a value. ${seeHelp.en}`,
        zh: `${token.rawName} 需要一个值。${seeHelp.zh}`,
      });
  }
  if (positionals.length === 0)
    throw new InputFault({
      en: 'Nothing to review: name a file, a folder, or - for stdin. See: myriad review --help',
      zh: '没有可审核的内容：请给出文件、目录或 -（标准输入）。用法见：myriad review --help',
    });
  const one = (name: keyof typeof options): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const all = (name: 'off' | 'only'): readonly string[] =>
    [values[name] ?? []]
      .flat()
      .flatMap((value) => (typeof value === 'string' ? value.split(',') : []))
      .filter(Boolean);
  return {
    inputs: positionals,
    dialect: one('dialect'),
    format: one('format') ?? 'text',
    schema: one('schema'),
    minScore: readScore(one('min-score')),
    off: all('off'),
    only: all('only'),
    policy: one('policy'),
    environment: one('environment'),
    application: one('application'),
    baseline: one('baseline'),
    dsn: one('dsn'),
    dsnPasswordFile: one('dsn-password-file'),
    writeBaseline: values['write-baseline'] === true,
    advise: values.advise === true,
    undo: values.undo === true,
  };
}

function readScore(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,3}$/.test(text) && Number(text) <= 100) return Number(text);
  throw new InputFault({
    en: `--min-score ${text} is no score: give a whole number from 0 to 100, for instance --min-score 60.`,
    zh: `--min-score ${text} 无效：请给出 0 到 100 的整数，例如 --min-score 60。`,
  });
}
