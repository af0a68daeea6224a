import { listServerPackages } from '@myriad/contract';
import { defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { columns } from '../columns.ts';
import { stateWord } from '../state-words.ts';

export const command = defineCommand({
  summary: { en: 'Server packages and what is supported', zh: '介质库与版本支持情况' },
  run: async (call) => {
    const answer = await call.server().client.call(listServerPackages, {});
    return {
      value: answer,
      text: (language) => {
        const packages = tableOf(
          [
            { title: columns.flavor, of: (row) => row.flavor },
            { title: columns.version, of: (row) => row.version },
            { title: { en: 'ARCHITECTURE', zh: '架构' }, of: (row) => row.architecture },
            { title: { en: 'SOURCE', zh: '来源' }, of: (row) => row.source },
            { title: { en: 'SUPPORT', zh: '支持状态' }, of: (row) => stateWord(row.support, language) },
            { title: columns.id, of: (row) => row.id },
          ],
          answer.items,
          language,
        );
        const matrix = tableOf(
          [
            { title: columns.flavor, of: (row) => row.flavor },
            { title: { en: 'SERIES', zh: '版本系列' }, of: (row) => row.series },
            { title: { en: 'SUPPORT', zh: '支持状态' }, of: (row) => stateWord(row.status, language) },
            { title: { en: 'NOTE', zh: '说明' }, of: (row) => row.note[language] },
          ],
          answer.matrix,
          language,
        );
        return `${packages}\n${matrix}`;
      },
    };
  },
});
