import { previewSchedule } from '@myriad/contract';
import { defineCommand, textFlag, wholeFlag } from '../../command.ts';
import { firesText } from './show-schedule.ts';
import { readTimes, timesFlags } from './times-flags.ts';

export const command = defineCommand({
  summary: {
    en: 'The next times of a cron text; nothing is stored',
    zh: '预览 cron 表达式的后续触发时间，不保存任何内容',
  },
  flags: [
    ...timesFlags,
    { name: 'count', value: 'N', words: { en: 'So many (10)', zh: '显示次数（10）' } },
    {
      name: 'kind',
      value: 'KIND',
      words: { en: 'For change freezes of this kind of task', zh: '按该任务类型计算封网' },
    },
  ],
  examples: ['myriad schedule preview --cron "0 2 * * 1-5" --time-zone Asia/Shanghai --window 01:00-05:00'],
  run: async (call) => {
    const count = wholeFlag(call, 'count');
    const taskKind = textFlag(call, 'kind');
    const body = {
      ...readTimes(call),
      ...(count === undefined ? {} : { count }),
      ...(taskKind === undefined ? {} : { taskKind }),
    };
    const { fires } = await call.server().client.call(previewSchedule, { body });
    return { value: fires, text: (language) => firesText(fires, language) };
  },
});
