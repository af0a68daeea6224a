import type { ServerGlance } from '@myriad/mysql';
import { harmlessText } from '../findings/index.ts';
import type { KnownIdentity } from './known-identity.ts';

/** What a look teaches that lasts: nothing that moves by itself, such as GTIDs, lag or uptime. */
export function seenFacts(
  glance: ServerGlance,
  startedAt: number | undefined,
  identity: KnownIdentity,
): Readonly<Record<string, unknown>> {
  const { versionText, hostname, serverId, readOnly, superReadOnly, gtid, channels, semiSync } = glance;
  return {
    ...identity,
    version: harmlessText(versionText),
    hostname: harmlessText(hostname),
    serverId,
    readOnly,
    superReadOnly,
    gtid,
    eventScheduler: glance.eventScheduler,
    semiSync: semiSync.sourceActive ? 'source' : semiSync.replicaActive ? 'replica' : 'off',
    replicatesFrom: channels.slice(0, 64).map(({ name, source, receiver, applier }) => ({
      channel: harmlessText(name),
      host: harmlessText(source.host),
      port: source.port,
      receiver,
      applier,
    })),
    ...(startedAt === undefined ? {} : { startedAt }),
  };
}
