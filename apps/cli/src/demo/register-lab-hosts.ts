import { type Client, checkHost, type HostView, listHosts, ProblemAnswer, registerHost } from '@myriad/contract';
import type { Words } from '../language.ts';
import type { LabReady } from './lab-process.ts';

/** Registers the lab's machines as any host is registered (key confirmed, checked), side by side. Finds earlier ones. */
export async function registerLabHosts(
  client: Client,
  lab: LabReady,
  say: (words: Words) => void,
): Promise<readonly HostView[]> {
  const known = new Map(
    (await client.call(listHosts, { query: { limit: 500 } })).items.map((host) => [host.name, host]),
  );
  return Promise.all(
    lab.hosts.map(async (host) => {
      const there = known.get(host.name);
      if (there) return there;
      const registered = await client.call(registerHost, {
        body: {
          name: host.name,
          address: host.address,
          zone: 'lab',
          baseDirectory: `${host.root}/myriad`,
          ssh: {
            address: host.address,
            port: host.sshPort,
            user: host.user,
            privateKey: host.privateKey,
            hostKey: host.hostKeyFingerprint,
          },
        },
      });
      const checked = await client.call(checkHost, { params: { hostId: registered.id }, body: {} });
      say({
        en: `Host ${host.name} registered: ${checked.poolState}`,
        zh: `主机 ${host.name} 已登记：${checked.poolState}`,
      });
      if (checked.poolState === 'available') return checked;
      const faults = checked.check?.verdicts.filter(({ verdict }) => verdict === 'fail') ?? [];
      throw new Error(
        `host ${host.name}: ${faults.map(({ words, next }) => `${words.en} ${next?.en ?? ''}`).join('; ')}`,
      );
    }),
  );
}

export const isProblem = (error: unknown, code: string): boolean =>
  error instanceof ProblemAnswer && error.problem.code === code;
