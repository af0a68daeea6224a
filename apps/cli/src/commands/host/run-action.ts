import { runHostAction } from '@myriad/contract';
import { argument, defineCommand, wholeFlag } from '../../command.ts';
import { formFlags, readForm } from '../ticket/form-flags.ts';
import { whichFlags, whichHosts } from './which-hosts.ts';

export const command = defineCommand({
  summary: {
    en: 'Run one action on many hosts, as a task with a step a host; prints its id',
    zh: '在多台主机上执行同一操作，每台主机为任务的一个步骤，打印任务 ID',
  },
  args: [{ name: 'ACTION', words: { en: 'Its name; see host actions', zh: '操作名称，见 host actions' } }],
  flags: [
    ...whichFlags,
    { name: 'wave', value: 'N', words: { en: 'So many hosts at a time', zh: '每批主机数' } },
    ...formFlags,
  ],
  examples: ['myriad host run-action ACTION --on db-17 --on db-18'],
  run: async (call) => {
    const waveSize = wholeFlag(call, 'wave');
    const body = {
      action: argument(call, 'ACTION'),
      actionInput: (await readForm(call)) as Record<string, never>, // parsed from JSON text, so it is JSON
      hostIds: await whichHosts(call),
      ...(waveSize === undefined ? {} : { waveSize }),
    };
    const answer = await call.server().client.call(runHostAction, { body });
    return { value: answer, text: () => `${answer.taskId}\n` };
  },
});
