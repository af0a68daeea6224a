import { standardFindings } from '../../apps/server/src/capabilities/standards/finding-kinds.ts';
import { sweepFindings } from '../../apps/server/src/capabilities/sweeps/finding-kinds.ts';
import { disagreementDefinitions, findingDefinitions } from '../../packages/topology/src/index.ts';
import { cell, page, table } from './markdown.ts';

interface Entry {
  readonly code: string;
  readonly grade: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly why: { readonly en: string; readonly zh: string };
  readonly next: { readonly en: string; readonly zh: string };
}

const section = ({ code, grade, title, why, next }: Entry): string =>
  [
    `### ${code}`,
    `**${title.en}** (${grade}). ${why.en}`,
    `Next: ${next.en.replaceAll(/\{(\w+)\}/g, '*$1*')}`,
    `**${title.zh}**。${why.zh}`,
    `下一步：${next.zh.replaceAll(/\{(\w+)\}/g, '*$1*')}`,
  ].join('\n\n');

const inItalics = (text: string): string => text.replaceAll(/\{(\w+)\}/g, '*$1*');

const sweepSection = (code: string, { grade, words, next }: (typeof standardFindings)[string]): string =>
  [
    `### ${code}`,
    `**${inItalics(words.en)}** (${grade}).`,
    ...(next ? [`Next: ${inItalics(next.en)}`] : []),
    `**${inItalics(words.zh)}**`,
    ...(next ? [`下一步：${inItalics(next.zh)}`] : []),
  ].join('\n\n');

const kindsTable = (kinds: typeof standardFindings): string =>
  table(
    ['code', 'grade', 'says', '含义', 'next', '下一步'],
    Object.entries(kinds).map(([code, { grade, words, next }]) => [
      `[\`${code}\`](#${code.toLowerCase()})`,
      grade,
      cell(words.en),
      cell(words.zh),
      cell(next?.en ?? ''),
      cell(next?.zh ?? ''),
    ]),
  );

const list = (entries: readonly Entry[]): string =>
  table(
    ['code', 'grade', 'says', '含义'],
    entries.map(({ code, grade, title }) => [
      `[\`${code}\`](#${code.toLowerCase()})`,
      grade,
      cell(title.en),
      cell(title.zh),
    ]),
  );

export const findingsPage = (): string =>
  page(
    'Findings',
    '`packages/topology/src/findings` and `finding-kinds.ts` of the slices',
    'What is said of a cluster that was looked at, worst first: `bad` is wrong now or loses data, `warn` will hurt one day, `info` is worth knowing. Codes never change. 查看集群后给出的结论：`bad` 表示当前有误或会丢数据，`warn` 表示将来会造成问题，`info` 表示值得了解。代码永不改变。',
    list(findingDefinitions),
    '## Where record and reality disagree / 记录与实际不符',
    list(disagreementDefinitions),
    '## What a server does that is looked at / 巡查时服务器的表现',
    kindsTable(sweepFindings),
    '## What is not as the standard wants it / 与规范不符',
    kindsTable(standardFindings),
    '## What each means / 详细说明',
    ...[...findingDefinitions, ...disagreementDefinitions].map(section),
    ...Object.entries({ ...sweepFindings, ...standardFindings }).map(([code, kind]) => sweepSection(code, kind)),
  );
