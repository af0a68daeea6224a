import { FindingEntity, FindingGrade, listFindings } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { defineCommand, textFlag } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';
import { gradeWord, stateOf } from './show-finding.ts';

export const command = defineCommand({
  summary: { en: 'What is wrong, those opened last first', zh: '发现项列表，最新出现的在前' },
  flags: [
    { name: 'grade', value: 'GRADE', words: { en: 'bad, warn or info', zh: '级别：bad、warn 或 info' } },
    { name: 'code', value: 'CODE', words: { en: 'Only of this kind', zh: '仅显示该类型' } },
    {
      name: 'entity',
      value: 'ENTITY',
      words: { en: 'host, instance, cluster or application', zh: '对象：host、instance、cluster 或 application' },
    },
    { name: 'cluster', value: 'ID', words: { en: 'Only of this cluster', zh: '仅显示该集群' } },
    { name: 'application', value: 'ID', words: { en: 'Of this application and its clusters', zh: '该应用及其集群' } },
    { name: 'owner', value: 'NAME', words: { en: 'Only of this owner', zh: '仅显示该负责人' } },
    { name: 'ownerless', words: { en: 'Only those nobody has taken', zh: '仅显示无人负责的' } },
    { name: 'muted', words: { en: 'Muted ones too', zh: '包含已静默的' } },
    { name: 'closed', words: { en: 'Closed ones instead', zh: '改为显示已关闭的' } },
    ...pageFlags,
  ],
  examples: ['myriad finding list --grade bad --ownerless'],
  run: async (call) => {
    const grade = choiceFlag(call, 'grade', FindingGrade.options);
    const entity = choiceFlag(call, 'entity', FindingEntity.options);
    const text = (flag: string, name: string) => {
      const value = textFlag(call, flag);
      return value === undefined ? {} : { [name]: value };
    };
    const query = {
      ...pageQuery(call),
      state: call.flags.closed === true ? ('closed' as const) : ('open' as const),
      muted: call.flags.muted === true || call.flags.closed === true ? ('with' as const) : ('no' as const),
      ...(grade ? { grade } : {}),
      ...(entity ? { entity } : {}),
      ...(call.flags.ownerless === true ? { owned: 'no' as const } : {}),
      ...text('code', 'code'),
      ...text('cluster', 'clusterId'),
      ...text('application', 'applicationId'),
      ...text('owner', 'owner'),
    };
    const page = await call.server().client.call(listFindings, { query });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.id, of: ({ id }) => id },
            { title: { en: 'GRADE', zh: '级别' }, of: ({ grade }) => gradeWord(grade, language) },
            { title: columns.state, of: (finding) => stateOf(finding, language) },
            { title: columns.kind, of: ({ code }) => code },
            { title: { en: 'ABOUT', zh: '对象' }, of: ({ entityName, entityId }) => entityName ?? entityId },
            { title: columns.owner, of: ({ owner }) => owner },
            { title: { en: 'SINCE', zh: '出现时间' }, of: ({ firstSeenAt }) => timeOf(firstSeenAt) },
            { title: { en: 'SAYS', zh: '问题' }, of: ({ words }) => words[language] },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
