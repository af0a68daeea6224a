import { listChanges } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { defineCommand, textFlag } from '../../command.ts';
import { tableOf, timeOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { pageFlags, pageQuery, restOf } from '../pages.ts';

const shown = (value: unknown): string | undefined =>
  value === undefined || value === null ? undefined : JSON.stringify(value);

export const command = defineCommand({
  summary: { en: 'What changed in the record, newest first', zh: '元数据变更历史，最新在前' },
  flags: [
    {
      name: 'entity',
      value: 'KIND',
      words: { en: 'host, instance, cluster or application', zh: 'host、instance、cluster 或 application' },
    },
    { name: 'id', value: 'ID', words: { en: 'Only of this one', zh: '仅显示该对象' } },
    ...pageFlags,
  ],
  run: async (call) => {
    const entity = choiceFlag(call, 'entity', ['host', 'instance', 'cluster', 'application']);
    const entityId = textFlag(call, 'id');
    const query = { ...pageQuery(call), ...(entity ? { entity } : {}), ...(entityId ? { entityId } : {}) };
    const page = await call.server().client.call(listChanges, { query });
    return {
      value: page,
      text: (language) =>
        tableOf(
          [
            { title: columns.at, of: (row) => timeOf(row.at) },
            { title: { en: 'OF', zh: '对象' }, of: (row) => `${row.entity}/${row.entityId}` },
            { title: columns.name, of: (row) => row.name },
            { title: { en: 'BEFORE', zh: '变更前' }, of: (row) => shown(row.before) },
            { title: { en: 'NOW', zh: '变更后' }, of: (row) => shown(row.value) },
            { title: { en: 'SOURCE', zh: '来源' }, of: (row) => [row.source, row.sourceId].filter(Boolean).join('/') },
          ],
          page.items,
          language,
        ) + restOf(page, language),
    };
  },
});
