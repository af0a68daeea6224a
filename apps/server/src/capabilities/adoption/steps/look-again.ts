import { readGlance, readVersion, type ServerGlance } from '@myriad/mysql';
import { PathError, pathErrorWords } from '@myriad/paths';
import { defineStep, StepFailure } from '@myriad/runbook';
import { z } from 'zod';
import { harmlessText } from '../../findings/index.ts';
import type { SeenServers } from '../../instances/index.ts';
import { sourceOf } from '../../sweeps/index.ts';
import { type AdoptedServer, AdoptInput } from '../adopt-input.ts';
import { readAllowCheck } from '../allow-list.ts';
import type { AdoptionPorts } from '../ports.ts';
import { readSecret } from './read-secret.ts';

const failure = (code: string, en: string, zh: string, next: { en: string; zh: string }, retryable = false) =>
  new StepFailure({ code, words: { en, zh }, next, retryable });

const discoverAgain = { en: 'Discover again, then open a new ticket.', zh: '请重新发现，再提交新的工单。' };

/** Before anything is recorded: is each server still the one that was approved, and does the account still open it? */
export const lookAgain = defineStep<AdoptionPorts>()({
  name: 'adoption.look-again',
  title: { en: 'Look at every server again', zh: '再次查看每个服务器' },
  effect: 'read',
  input: z.object({ servers: AdoptInput.shape.servers, account: AdoptInput.shape.account }),
  limitSeconds: 600,
  retry: { times: 2, firstSeconds: 2, maxSeconds: 10 },
  run: async (context, { servers, account }) => {
    const { db, ways, clock, signal } = context;
    const password = await readSecret(context, account.secretId);
    const allow = await readAllowCheck(db);
    const seen: SeenServers['instances'] = [];
    for (const [at, server] of servers.entries()) {
      const { address, port } = server;
      const name = `${address}:${port}`;
      if (!allow.allows(address))
        throw failure(
          'ADDRESS_NOT_ALLOWED',
          `${name} is in no network of the allow-list any more; nothing was sent to it.`,
          `${name} 已不在网络白名单的任何网段内，未向其发送任何内容。`,
          {
            en: 'An administrator adds its network to the allow-list again; then retry.',
            zh: '请由管理员重新将其网段加入白名单，然后重试。',
          },
        );
      try {
        await using session = await ways.openServer({ address, port, user: account.user, password }, { signal });
        const glance = await readGlance(session, await readVersion(session), { now: clock.now, signal });
        requireSame(server, name, glance);
        const { serverUuid, serverId, readOnly, version } = glance;
        const { instanceId, role } = server;
        // Whom it follows is on record before the first sweep: what is repointed in between is a finding.
        const source = role === 'replica' ? sourceOf(glance) : undefined;
        seen.push({ instanceId, serverUuid, serverId, readOnly, version: version.text, ...(source ? { source } : {}) });
      } catch (error) {
        if (!(error instanceof PathError)) throw error;
        const words = pathErrorWords({ code: error.code, message: harmlessText(error.message, 200) });
        throw failure(
          error.code,
          `${name}: ${words.en}`,
          `${name}：${words.zh}`,
          { en: 'Look at the server and the account, then retry.', zh: '请检查该服务器与账号，然后重试。' },
          error.code !== 'LOGIN_REFUSED',
        );
      }
      context.progress({ done: at + 1, total: servers.length, unit: 'items' });
    }
    return { instances: seen };
  },
});

function requireSame(
  server: AdoptedServer,
  name: string,
  glance: Pick<ServerGlance, 'serverUuid' | 'serverId' | 'version'>,
): void {
  const { serverUuid, serverId, flavor } = server;
  if (glance.serverUuid === serverUuid && glance.serverId === serverId && glance.version.flavor === flavor) return;
  throw failure(
    'SERVER_CHANGED',
    `${name} is not the server that was found: another one answers there now.`,
    `${name} 已不是当初发现的服务器：现在应答的是另一个。`,
    discoverAgain,
  );
}
