import type { Command } from '../../apps/cli/src/command.ts';
import { exitCodes } from '../../apps/cli/src/exit-codes.ts';
import { environment, globalFlags } from '../../apps/cli/src/help.ts';
import { nouns, singles } from '../../apps/cli/src/nouns.ts';
import { programs } from '../../apps/cli/src/programs.ts';
import { cell, code, page, table } from './markdown.ts';

function commandText(path: string, { summary, args = [], flags = [], examples = [] }: Command): string {
  const usage = ['myriad', path, ...args.map((arg) => (arg.optional ? `[${arg.name}]` : arg.name))].join(' ');
  const rows = [
    ...args.map((arg) => [code(arg.name), cell(arg.words.en), cell(arg.words.zh)]),
    ...flags.map((flag) => [
      code(`--${flag.name}${flag.value ? ` ${flag.value}` : ''}`),
      cell(flag.words.en),
      cell(flag.words.zh),
    ]),
  ];
  return [
    `### ${usage}`,
    `${summary.en}. / ${summary.zh}。`,
    table(['', 'meaning', '含义'], rows),
    examples.length > 0 ? `\`\`\`sh\n${examples.join('\n')}\n\`\`\`` : '',
  ]
    .filter(Boolean)
    .join('\n\n');
}

export const exitCodesTable = (): string =>
  table(
    ['code', 'meaning', '含义'],
    Object.values(exitCodes).map(({ code: number, words }) => [code(String(number)), cell(words.en), cell(words.zh)]),
  );

export async function cliPage(): Promise<string> {
  const parts: string[] = [];
  for (const [noun, { words, verbs }] of Object.entries(nouns)) {
    parts.push(`## ${noun}\n\n${words.en}. / ${words.zh}。`);
    for (const [verb, load] of Object.entries(verbs))
      parts.push(commandText(`${noun} ${verb}`, (await load()).command));
  }
  const single: string[] = [];
  for (const [name, load] of Object.entries(singles)) single.push(commandText(name, (await load()).command));
  return page(
    'Command line',
    '`apps/cli`',
    'Tables for people; `--json` prints one JSON value for programs. Secrets are never arguments: they are asked for, or read from stdin.',
    '## Exit codes',
    exitCodesTable(),
    '## Everywhere',
    table(
      ['', 'meaning', '含义'],
      [...globalFlags, ...environment].map(([name, words]) => [code(name), cell(words.en), cell(words.zh)]),
    ),
    '## On this machine',
    table(
      ['', 'meaning', '含义'],
      Object.entries(programs).map(([name, { words }]) => [code(`myriad ${name}`), cell(words.en), cell(words.zh)]),
    ),
    '## Signing in',
    ...single,
    ...parts,
  );
}
