import type { Command } from './command.ts';
import { displayWidth, padTo } from './display-width.ts';
import { exitCodes } from './exit-codes.ts';
import type { Language, Words } from './language.ts';
import { type Noun, nouns, singleWords } from './nouns.ts';
import { programs } from './programs.ts';

const say = {
  usage: { en: 'Usage', zh: '用法' },
  commands: { en: 'Commands on this machine', zh: '本机命令' },
  nouns: { en: 'Over the API', zh: '通过 API' },
  verbs: { en: 'Verbs', zh: '操作' },
  arguments: { en: 'Arguments', zh: '参数' },
  flags: { en: 'Options', zh: '选项' },
  everywhere: { en: 'Everywhere', zh: '通用选项' },
  exits: { en: 'Exit codes', zh: '退出码' },
  examples: { en: 'Examples', zh: '示例' },
  environment: { en: 'Environment', zh: '环境变量' },
  more: {
    en: 'myriad <noun> --help lists its verbs, myriad <noun> <verb> --help explains one.',
    zh: 'myriad <对象> --help 列出其操作，myriad <对象> <操作> --help 查看详细说明。',
  },
} satisfies Record<string, Words>;

export const globalFlags: readonly (readonly [string, Words])[] = [
  ['--json', { en: 'One JSON value on stdout, for programs', zh: '在标准输出打印一个 JSON 值，供程序使用' }],
  ['--lang zh|en', { en: 'Language; default from LANG', zh: '语言，默认取自 LANG' }],
  ['--url URL', { en: 'The server; default from sign-in', zh: '服务器地址，默认取自登录信息' }],
  ['--help', { en: 'This help', zh: '显示帮助' }],
];

export const environment: readonly (readonly [string, Words])[] = [
  ['MYRIAD_URL', { en: 'The server, before what sign-in kept', zh: '服务器地址，优先于登录信息' }],
  ['MYRIAD_TOKEN', { en: 'An API token, before what sign-in kept', zh: 'API 令牌，优先于登录信息' }],
  ['MYRIAD_LANG', { en: 'Language, before LANG', zh: '语言，优先于 LANG' }],
];

const colonOf = (language: Language): string => (language === 'zh' ? '：' : ': ');

function section(title: Words, rows: readonly (readonly [string, Words])[], language: Language): string {
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(([name]) => displayWidth(name)));
  const colon = language === 'zh' ? '：' : ':';
  return `\n${title[language]}${colon}\n${rows.map(([name, words]) => `  ${padTo(name, width)}  ${words[language]}\n`).join('')}`;
}

const wordsOf = (all: Readonly<Record<string, { readonly words: Words }>>) =>
  Object.entries(all).map(([name, { words }]) => [name, words] as const);

const exitRows = Object.values(exitCodes).map(({ code, words }) => [String(code), words] as const);

export const topHelp = (language: Language): string =>
  `${say.usage[language]}${colonOf(language)}myriad <command>\n       myriad <noun> <verb> [...]\n` +
  section(say.commands, wordsOf(programs), language) +
  section(say.nouns, [...Object.entries(singleWords), ...wordsOf(nouns)], language) +
  section(say.everywhere, globalFlags, language) +
  section(say.environment, environment, language) +
  section(say.exits, exitRows, language) +
  `\n${say.more[language]}\n`;

export async function nounHelp(noun: Noun, language: Language): Promise<string> {
  const rows: [string, Words][] = [];
  for (const [verb, load] of Object.entries(noun.verbs)) {
    const { command } = await load();
    rows.push([usageTail(verb, command), command.summary]);
  }
  return `${noun.words[language]}\n${section(say.verbs, rows, language)}`;
}

const usageTail = (verb: string, { args = [], flags = [] }: Command): string =>
  [verb, ...args.map((arg) => (arg.optional ? `[${arg.name}]` : arg.name)), ...(flags.length > 0 ? ['[…]'] : [])].join(
    ' ',
  );

export function commandHelp(path: string, command: Command, language: Language): string {
  const { args = [], flags = [], examples = [] } = command;
  const flagRows = flags.map((flag) => [`--${flag.name}${flag.value ? ` ${flag.value}` : ''}`, flag.words] as const);
  const colon = language === 'zh' ? '：' : ':';
  return (
    `${command.summary[language]}\n\n${say.usage[language]}${colonOf(language)}myriad ${usageTail(path, command)}\n` +
    section(
      say.arguments,
      args.map((arg) => [arg.name, arg.words] as const),
      language,
    ) +
    section(say.flags, flagRows, language) +
    section(say.everywhere, globalFlags, language) +
    (examples.length > 0
      ? `\n${say.examples[language]}${colon}\n${examples.map((line) => `  ${line}\n`).join('')}`
      : '')
  );
}
