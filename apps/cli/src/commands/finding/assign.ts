import { assignFinding } from '@myriad/contract';
import { argument, defineCommand, textFlag, UsageError } from '../../command.ts';
import { findingArgument } from './finding-argument.ts';
import { shownFinding } from './show-finding.ts';

export const command = defineCommand({
  summary: { en: 'Say who takes care of it, or --nobody', zh: '指派负责人，或用 --nobody 取消' },
  args: [findingArgument],
  flags: [
    { name: 'owner', value: 'NAME', words: { en: 'A person or a team', zh: '人员或团队' } },
    { name: 'nobody', words: { en: 'Nobody any more', zh: '不再有负责人' } },
  ],
  run: async (call) => {
    const owner = textFlag(call, 'owner');
    const nobody = call.flags.nobody === true;
    if (nobody === (owner !== undefined))
      throw new UsageError({ en: 'Give --owner or --nobody.', zh: '请给出 --owner 或 --nobody 之一。' });
    const params = { findingId: argument(call, 'FINDING') };
    return shownFinding(await call.server().client.call(assignFinding, { params, body: { owner: owner ?? null } }));
  },
});
