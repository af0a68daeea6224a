import type { Glance } from '@myriad/contract';
import type { ServerGlance } from '@myriad/mysql';
import { harmlessText } from '../findings/index.ts';

/** GTID sets of servers with many errants are long; whoever needs all of it asks the server. */
const mostGtidCharacters = 4096;

/** What is kept in memory of a look, as text. */
export function packGlance(seen: ServerGlance): string {
  const { version, versionText, hostname, serverId, serverUuid, uptimeSeconds, readOnly, superReadOnly } = seen;
  const glance: Glance = {
    flavor: version.flavor,
    versionText: harmlessText(versionText),
    hostname: harmlessText(hostname),
    ...{ serverId, serverUuid, uptimeSeconds, readOnly, superReadOnly },
    gtid: seen.gtid,
    executed: harmlessText(seen.executed, mostGtidCharacters),
    eventScheduler: seen.eventScheduler,
    semiSync: { ...seen.semiSync },
    channels: seen.channels.slice(0, 64).map((channel) => ({
      name: harmlessText(channel.name),
      source: { host: harmlessText(channel.source.host), port: channel.source.port },
      sourceUuid: harmlessText(channel.sourceUuid, 64),
      receiver: channel.receiver,
      applier: channel.applier,
      lagSeconds: channel.lagSeconds,
      delaySeconds: channel.delaySeconds,
      error: harmlessText(channel.error),
    })),
    ...(seen.group ? { group: { ...seen.group, state: harmlessText(seen.group.state, 32) } } : {}),
    clockOffsetMilliseconds: seen.clockOffsetMilliseconds,
  };
  return JSON.stringify(glance);
}

export const unpackGlance = (packed: string): Glance => JSON.parse(packed);
