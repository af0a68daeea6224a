import { addSchedule } from '@myriad/contract';
import { argument, defineCommand, textFlag, UsageError } from '../../command.ts';
import { formFlags, readForm } from '../ticket/form-flags.ts';
import { mannerFlags, readManner } from './manner-flags.ts';
import { shownSchedule } from './show-schedule.ts';
import { readTimes, timesFlags } from './times-flags.ts';

export const command = defineCommand({
  summary: {
    en: 'Add a schedule: you approve all its tasks. --form and --set give the input of the task',
    zh: '添加定时计划：等同于批准其全部任务。任务输入由 --form 与 --set 给出',
  },
  args: [{ name: 'NAME', words: { en: 'What people call it', zh: '计划名称' } }],
  flags: [
    {
      name: 'kind',
      value: 'KIND',
      words: { en: 'Kind of task; see schedule kinds', zh: '任务类型，见 schedule kinds' },
    },
    ...timesFlags,
    ...mannerFlags,
    ...formFlags,
  ],
  examples: [
    `myriad schedule add "nightly check" --kind hosts.check --cron "0 2 * * *" --time-zone Asia/Shanghai --set 'hostIds=["HOST-ID"]'`,
  ],
  run: async (call) => {
    const taskKind = textFlag(call, 'kind');
    if (taskKind === undefined)
      throw new UsageError({ en: 'Say what: --kind KIND.', zh: '请用 --kind 指定任务类型。' });
    const body = {
      name: argument(call, 'NAME'),
      ...readTimes(call),
      taskKind,
      taskInput: (await readForm(call)) as Record<string, never>, // parsed from JSON text, so it is JSON
      ...readManner(call),
    };
    return shownSchedule(await call.server().client.call(addSchedule, { body }));
  },
});
