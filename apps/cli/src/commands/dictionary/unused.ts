import { type DictionaryLook, listDictionaryLooks, listUnused, type UnusedThing } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { defineCommand, textFlag } from '../../command.ts';
import type { Language } from '../../language.ts';
import { tableOf, timeOf } from '../../table.ts';
import { clusterIdOf } from '../cluster/cluster-argument.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';

export const command = defineCommand({
  summary: {
    en: 'Indexes or tables nobody used for seven days on any member, and where that is not known',
    zh: '所有成员上连续七天无人使用的索引或表，以及无法得知的集群',
  },
  flags: [
    { name: 'kind', value: 'index|table', words: { en: 'index by default', zh: '默认 index' } },
    { name: 'cluster', value: 'CLUSTER', words: { en: 'Only of this cluster', zh: '仅显示该集群' } },
    ...pageFlags,
  ],
  run: async (call) => {
    const { client } = call.server();
    const kind = choiceFlag(call, 'kind', ['index', 'table']) ?? 'index';
    const cluster = textFlag(call, 'cluster');
    const of = cluster === undefined ? {} : { clusterId: await clusterIdOf(client, cluster) };
    const unused = await client.call(listUnused, { query: { ...of, ...pageQuery(call), kind } });
    const looks = await client.call(listDictionaryLooks, { query: { ...of, limit: 500 } });
    return {
      value: { ...unused, looks: looks.items },
      text: (language) =>
        `${tableOf(unusedColumns, unused.items, language)}${restOf(unused, language)}\n${tableOf(lookColumns(language), looks.items, language)}`,
    };
  },
});

const cluster = { title: { en: 'CLUSTER', zh: '集群' }, of: (row: { cluster: string }) => row.cluster };

const unusedColumns = [
  cluster,
  {
    title: { en: 'UNUSED', zh: '未使用' },
    of: ({ schema, table, index }: UnusedThing) => [schema, table, index].filter(Boolean).join('.'),
  },
  { title: { en: 'QUIET SINCE', zh: '无使用起始' }, of: ({ quietSince }: UnusedThing) => timeOf(quietSince) },
  { title: { en: 'TABLE BYTES', zh: '表字节数' }, of: ({ bytes }: UnusedThing) => bytes ?? undefined, number: true },
] as const;

const lookColumns = (language: Language) =>
  [
    cluster,
    { title: { en: 'LOOKED AT', zh: '查看时间' }, of: ({ at }: DictionaryLook) => timeOf(at) },
    { title: { en: 'COUNTED SINCE', zh: '计数起始' }, of: ({ use }: DictionaryLook) => timeOf(use.since) },
    {
      title: { en: 'NOT KNOWN, BECAUSE', zh: '未知原因' },
      of: ({ use }: DictionaryLook) =>
        use.members.flatMap(({ name, because }) => (because ? `${name}: ${because[language]}` : [])).join(' '),
    },
  ] as const;
