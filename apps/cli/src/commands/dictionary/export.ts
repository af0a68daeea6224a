import { choiceFlag } from '../../choice-flag.ts';
import { argument, defineCommand, UsageError } from '../../command.ts';
import { extract } from '../inventory/extract.ts';
import { dictionaryFlags, dictionaryQuery } from './dictionary-flags.ts';

const formats = ['csv', 'json', 'ndjson'] as const;

export const command = defineCommand({
  summary: {
    en: 'Tables or columns as a file on the standard output, streamed; at most 100,000 rows',
    zh: '将表或列以文件形式流式输出，最多 100,000 行',
  },
  args: [{ name: 'WHAT', words: { en: 'tables or columns', zh: 'tables 或 columns' } }],
  flags: [
    ...dictionaryFlags,
    { name: 'format', value: 'csv|json|ndjson', words: { en: 'csv by default', zh: '默认 csv' } },
  ],
  examples: ['myriad dictionary export columns --sensitive > sensitive.csv'],
  run: async (call) => {
    const what = argument(call, 'WHAT');
    if (what !== 'tables' && what !== 'columns')
      throw new UsageError({ en: 'WHAT is one of: tables, columns.', zh: 'WHAT 可选值：tables、columns。' });
    const format = choiceFlag(call, 'format', formats) ?? 'csv';
    await extract(call, '/api/dictionary/export', { ...(await dictionaryQuery(call)), what, format });
    return { value: { what, format }, text: () => '' };
  },
});
