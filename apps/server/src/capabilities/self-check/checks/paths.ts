import type { HostRecord } from '../../metadata/index.ts';
import { amber, type Check, defineCheck, green, grey } from '../check.ts';
import type { SelfCheckParts } from '../parts.ts';

/** Hosts tried in one look; the next look takes the next ones, so that in time each has its turn. */
const atOnce = 12;
const limitSeconds = 25;
const openSeconds = 15;

/** Opens the way to a few hosts and closes it again; runs nothing there. */
export function pathsCheck({ metadata, access, db }: SelfCheckParts): Check {
  let from = 0;
  const bad = new Map<string, { readonly name: string; readonly reason: string }>();

  async function tryOne({ id, name }: HostRecord, signal: AbortSignal): Promise<void> {
    try {
      await using _ = await access.openHost(id, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(openSeconds * 1000)]),
      });
      bad.delete(id);
    } catch (error) {
      bad.set(id, { name, reason: error instanceof Error ? error.message.slice(0, 200) : String(error) });
    }
  }

  return defineCheck({
    name: 'paths',
    title: { en: 'Ways to the hosts', zh: '主机访问路径' },
    limitSeconds,
    run: async (signal) => {
      const hosts = await metadata.listHosts(db);
      const withWay = hosts.filter(({ paths, poolState }) => paths.length > 0 && poolState !== 'out-of-service');
      const turn = [...withWay.slice(from), ...withWay.slice(0, from)].slice(0, atOnce);
      from = withWay.length === 0 ? 0 : (from + turn.length) % withWay.length;
      await Promise.all(turn.map((host) => tryOne(host, signal)));
      const known = new Set(withWay.map(({ id }) => id));
      for (const id of bad.keys()) if (!known.has(id)) bad.delete(id);
      const without = hosts.length - withWay.length;
      if (withWay.length === 0)
        return [
          grey('', 'No host has a way yet', '还没有带访问路径的主机', { en: 'Register a host.', zh: '请登记主机。' }),
        ];
      const next = {
        en: 'Open the host’s page and test its paths: it names the hop that fails.',
        zh: '请打开主机页面测试路径，可看到失败的一跳。',
      };
      return [
        green(
          '',
          `${turn.length} of ${withWay.length} hosts were tried just now`,
          `本次已尝试 ${turn.length} 台，共 ${withWay.length} 台主机`,
        ),
        ...[...bad.values()].map(({ name, reason }) => amber(name, reason, reason, next)),
        ...(without > 0
          ? [grey('', `${without} hosts are known by their address only`, `${without} 台主机仅有地址，没有访问路径`)]
          : []),
      ];
    },
  });
}
