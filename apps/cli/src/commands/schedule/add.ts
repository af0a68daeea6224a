import { addSchedule } from '@myriad/contract';
import { choiceFlag } from '../../choice-flag.ts';
import { argument, defineCommand, textFlag, UsageError, wholeFlag } from '../../command.ts';
import { formFlags, readForm } from '../ticket/form-flags.ts';
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
    {
      name: 'overlap',
      value: 'skip|queue|parallel',
      words: {
        en: 'While the last task still runs: leave the time out (default), wait, or run beside it',
        zh: '上一次任务仍在运行时：跳过本次（默认）、排队等待或并行执行',
      },
    },
    {
      name: 'misfire',
      value: 'skip|once',
      words: {
        en: 'Times missed while the server was away: leave them out (default), or make up for them with one run',
        zh: '服务未运行而错过的时间：跳过（默认），或补做一次',
      },
    },
    {
      name: 'jitter',
      value: 'SECONDS',
      words: { en: 'Spread over so many seconds after its time', zh: '在触发时间后的若干秒内分散开始' },
    },
    ...formFlags,
  ],
  examples: [
    `myriad schedule add "nightly check" --kind hosts.check --cron "0 2 * * *" --time-zone Asia/Shanghai --set 'hostIds=["HOST-ID"]'`,
  ],
  run: async (call) => {
    const taskKind = textFlag(call, 'kind');
    if (taskKind === undefined)
      throw new UsageError({ en: 'Say what: --kind KIND.', zh: '请用 --kind 指定任务类型。' });
    const overlap = choiceFlag(call, 'overlap', ['skip', 'queue', 'parallel']);
    const misfire = choiceFlag(call, 'misfire', ['skip', 'once']);
    const jitterSeconds = wholeFlag(call, 'jitter');
    const body = {
      name: argument(call, 'NAME'),
      ...readTimes(call),
      taskKind,
      taskInput: (await readForm(call)) as Record<string, never>, // parsed from JSON text, so it is JSON
      ...(overlap ? { overlap } : {}),
      ...(misfire ? { misfire } : {}),
      ...(jitterSeconds === undefined ? {} : { jitterSeconds }),
    };
    return shownSchedule(await call.server().client.call(addSchedule, { body }));
  },
});
