import { changeSchedule, getSchedule } from '@myriad/contract';
import { argument, defineCommand, textFlag, UsageError } from '../../command.ts';
import { formFlags, readForm } from '../ticket/form-flags.ts';
import { mannerFlags, readManner } from './manner-flags.ts';
import { scheduleArgument, scheduleIdOf } from './schedule-argument.ts';
import { shownSchedule } from './show-schedule.ts';
import { readTimes, timesFlags } from './times-flags.ts';

export const command = defineCommand({
  summary: {
    en: 'Change a schedule: from then on you approve its tasks. What is not given stays as it is',
    zh: '修改定时计划：此后由你批准其任务。未给出的内容保持不变',
  },
  args: [scheduleArgument],
  flags: [
    { name: 'name', value: 'NAME', words: { en: 'Another name', zh: '新名称' } },
    ...timesFlags,
    ...mannerFlags,
    ...formFlags,
  ],
  examples: ['myriad schedule change "nightly check" --cron "30 3 * * *"'],
  run: async (call) => {
    if (Object.keys(call.flags).length === 0)
      throw new UsageError({ en: 'Say what to change.', zh: '请指定要修改的内容。' });
    const { client } = call.server();
    const params = { scheduleId: await scheduleIdOf(client, argument(call, 'SCHEDULE')) };
    const now = await client.call(getSchedule, { params });
    const { name, cron, timeZone, window, taskKind, taskInput, overlap, misfire, jitterSeconds } = now;
    const given = { cron, 'time-zone': timeZone, ...(window ? { window: `${window.from}-${window.to}` } : {}) };
    const body = {
      name: textFlag(call, 'name') ?? name,
      ...readTimes({ flags: { ...given, ...call.flags } }),
      taskKind,
      taskInput: { ...taskInput, ...(await readForm(call)) } as Record<string, never>, // parsed from JSON text, so it is JSON
      ...{ overlap, misfire, jitterSeconds },
      ...readManner(call),
    };
    return shownSchedule(await client.call(changeSchedule, { params, body }));
  },
});
