import { testHostPaths } from '@myriad/contract';
import { argument, defineCommand } from '../../command.ts';
import { tableOf } from '../../table.ts';
import { hostArgument, hostIdOf } from './host-argument.ts';

export const command = defineCommand({
  summary: {
    en: 'Try every path to a host, hop by hop; exit 1 when none opens',
    zh: '逐跳测试到主机的每条路径；全部不通时退出码为 1',
  },
  args: [hostArgument],
  run: async (call) => {
    const { client } = call.server();
    const hostId = await hostIdOf(client, argument(call, 'HOST'));
    const result = await client.call(testHostPaths, { params: { hostId } });
    const rows = result.paths.flatMap(({ path, hops }) => hops.map((hop) => ({ path, ...hop })));
    return {
      value: result,
      exit: result.paths.some(({ ok }) => ok) ? 'ok' : 'failed',
      text: (language) =>
        tableOf(
          [
            { title: { en: 'PATH', zh: '路径' }, of: (row) => row.path },
            { title: { en: 'HOP', zh: '跳' }, of: (row) => row.name },
            { title: { en: 'OK', zh: '是否连通' }, of: (row) => (row.ok ? '✓' : '✗') },
            { title: { en: 'MS', zh: '毫秒' }, of: (row) => Math.round(row.milliseconds), number: true },
            { title: { en: 'BECAUSE', zh: '原因' }, of: (row) => row.words?.[language] },
          ],
          rows,
          language,
        ),
    };
  },
});
