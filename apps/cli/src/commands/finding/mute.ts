import { muteFinding } from '@myriad/contract';
import { argument, defineCommand, textFlag, UsageError, wholeFlag } from '../../command.ts';
import { timeFlag } from '../time-flag.ts';
import { findingArgument } from './finding-argument.ts';
import { shownFinding } from './show-finding.ts';

const hour = 3_600_000;

export const command = defineCommand({
  summary: {
    en: 'Mute with a reason and an end, or --end; it stays in the list and counts no longer',
    zh: '静默（需原因与结束时间），或用 --end 结束；静默后仍在列表中但不计数',
  },
  args: [findingArgument],
  flags: [
    { name: 'reason', value: 'TEXT', words: { en: 'Why', zh: '原因' } },
    { name: 'hours', value: 'N', words: { en: 'It ends by itself after so long', zh: '持续小时数，到时自动结束' } },
    { name: 'until', value: 'TIME', words: { en: 'Or: when it ends', zh: '或指定结束时间' } },
    { name: 'owner', value: 'NAME', words: { en: 'Who looks after it meanwhile', zh: '静默期间的负责人' } },
    { name: 'end', words: { en: 'End it now', zh: '立即结束' } },
  ],
  examples: ['myriad finding mute 0190… --reason "planned rebuild" --hours 24 --owner li'],
  run: async (call) => {
    const params = { findingId: argument(call, 'FINDING') };
    const { client } = call.server();
    if (call.flags.end === true) return shownFinding(await client.call(muteFinding, { params, body: { mute: null } }));
    const reason = textFlag(call, 'reason');
    const hours = wholeFlag(call, 'hours');
    const until = timeFlag(call, 'until') ?? (hours ? Date.now() + hours * hour : undefined);
    if (!reason?.trim() || until === undefined)
      throw new UsageError({
        en: 'Give --reason and --hours or --until, or --end.',
        zh: '请给出 --reason 与 --hours 或 --until，或使用 --end。',
      });
    const owner = textFlag(call, 'owner');
    const body = { mute: { reason, until, ...(owner === undefined ? {} : { owner }) } };
    return shownFinding(await client.call(muteFinding, { params, body }));
  },
});
