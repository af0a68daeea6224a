import { acceptFinding } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { findingArgument } from './finding-argument.ts';
import { shownFinding } from './show-finding.ts';

export const command = defineCommand({
  summary: {
    en: 'Accept reality: the record becomes what was found; no server is touched',
    zh: '接受现状：登记信息改为实际情况，不改动任何服务器',
  },
  args: [findingArgument],
  run: async (call) => {
    const params = { findingId: argument(call, 'FINDING') };
    return shownFinding(await call.server().client.call(acceptFinding, { params }));
  },
});
