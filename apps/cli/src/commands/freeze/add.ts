import { addFreeze } from '@myriad/contract';
import { argument, type CommandCall, defineCommand, listFlag, textFlag, UsageError } from '../../command.ts';
import { scheduleIdOf } from '../schedule/schedule-argument.ts';
import { timeFlag } from '../time-flag.ts';
import { shownFreeze } from './show-freeze.ts';

export const command = defineCommand({
  summary: {
    en: 'Add a change freeze: no schedule in its scope fires, no ticket in its scope begins unasked',
    zh: '添加封网：范围内的定时计划不触发，工单须经选择才能开始',
  },
  args: [{ name: 'NAME', words: { en: 'What people call it', zh: '封网名称' } }],
  flags: [
    { name: 'reason', value: 'TEXT', words: { en: 'Why', zh: '原因' } },
    {
      name: 'from',
      value: 'TIME',
      words: { en: 'Beginning, e.g. 2027-02-05T18:00; default: now', zh: '开始时间，例如 2027-02-05T18:00；默认现在' },
    },
    {
      name: 'until',
      value: 'TIME',
      words: { en: 'End; local time unless it names an offset', zh: '结束时间；未写时区偏移时为本地时间' },
    },
    {
      name: 'kind',
      value: 'KIND',
      repeat: true,
      words: { en: 'Only this kind of task', zh: '仅限该任务类型' },
    },
    {
      name: 'schedule',
      value: 'SCHEDULE',
      repeat: true,
      words: { en: 'Only this schedule', zh: '仅限该定时计划' },
    },
  ],
  examples: [
    'myriad freeze add "spring festival" --reason "nobody is in" --from 2027-02-05T18:00 --until 2027-02-13T08:00',
  ],
  run: async (call) => {
    const reason = textFlag(call, 'reason');
    const untilAt = timeFlag(call, 'until');
    if (reason === undefined || untilAt === undefined)
      throw new UsageError({ en: 'Give --reason and --until.', zh: '请给出 --reason 与 --until。' });
    const fromAt = timeFlag(call, 'from') ?? Date.now();
    const scope = await readScope(call);
    const body = { name: argument(call, 'NAME'), reason, fromAt, untilAt, ...(scope ? { scope } : {}) };
    return shownFreeze(await call.server().client.call(addFreeze, { body }));
  },
});

async function readScope(call: CommandCall) {
  const taskKinds = [...listFlag(call, 'kind')];
  const names = listFlag(call, 'schedule');
  if (taskKinds.length > 0 && names.length > 0)
    throw new UsageError({ en: 'Give --kind or --schedule, not both.', zh: '--kind 与 --schedule 只能使用其一。' });
  if (taskKinds.length > 0) return { kind: 'task-kinds' as const, taskKinds };
  if (names.length === 0) return undefined;
  const scheduleIds: string[] = [];
  for (const name of names) scheduleIds.push(await scheduleIdOf(call.server().client, name));
  return { kind: 'schedules' as const, scheduleIds };
}
