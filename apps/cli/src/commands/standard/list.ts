import { listCompliance, listStandards } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { scopeText } from './scope-text.ts';

export const command = defineCommand({
  summary: {
    en: 'Standards, who follows which, and how far clusters do',
    zh: '规范、适用范围以及各集群的合规情况',
  },
  flags: pageFlags,
  run: async (call) => {
    const { client } = call.server();
    const standards = await client.call(listStandards, {});
    const compliance = await client.call(listCompliance, { query: pageQuery(call) });
    return {
      value: { standards, compliance },
      text: (language) =>
        [
          tableOf(
            [
              { title: columns.name, of: ({ name }) => name },
              { title: columns.version, of: ({ versions }) => versions[0]?.version, number: true },
              { title: { en: 'RULES', zh: '规则' }, of: ({ versions }) => versions[0]?.rules, number: true },
              { title: { en: 'PUBLISHED', zh: '发布时间' }, of: ({ versions }) => timeOf(versions[0]?.publishedAt) },
              {
                title: { en: 'FOLLOWED BY', zh: '适用范围' },
                of: ({ id }) =>
                  standards.uses
                    .filter(({ standardId }) => standardId === id)
                    .map((use) => scopeText(use, language))
                    .join(' '),
              },
              { title: columns.id, of: ({ id }) => id },
            ],
            standards.items,
            language,
          ),
          tableOf(
            [
              { title: { en: 'CLUSTER', zh: '集群' }, of: ({ name }) => name },
              { title: columns.environment, of: ({ environment }) => environment },
              {
                title: { en: 'COMPLIANT', zh: '合规率' },
                of: ({ percent }) => (percent === undefined ? undefined : `${percent} %`),
                number: true,
              },
              { title: { en: 'DIFFERS', zh: '不符' }, of: ({ total }) => total.differs, number: true },
              { title: { en: 'EXCEPTED', zh: '例外' }, of: ({ total }) => total.excepted, number: true },
              { title: { en: 'UNKNOWN', zh: '未知' }, of: ({ total }) => total.unknown, number: true },
              { title: { en: 'DRIFT', zh: '漂移' }, of: ({ drift }) => drift, number: true },
              { title: { en: 'LOOKED AT', zh: '查看时间' }, of: ({ lookedAt }) => timeOf(lookedAt) },
            ],
            compliance.items,
            language,
          ),
        ].join('\n') + restOf(compliance, language),
    };
  },
});
