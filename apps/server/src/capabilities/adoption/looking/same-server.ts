import type { Seen } from './look-at-server.ts';

const sameStartSeconds = 5;

/** One server met over two addresses. Equal ids alone do not say so: a copied data directory has them too. */
export function isSameServer({ look: a }: Pick<Seen, 'look'>, { look: b }: Pick<Seen, 'look'>): boolean {
  if (a.state !== 'answered' || b.state !== 'answered') return false;
  const [one, other] = [a.glance, b.glance];
  if (one.hostname !== other.hostname || one.port !== other.port || one.serverUuid !== other.serverUuid) return false;
  if (one.serverId !== other.serverId || one.uptimeSeconds === null || other.uptimeSeconds === null) return false;
  const [started, otherStarted] = [one.readAt / 1000 - one.uptimeSeconds, other.readAt / 1000 - other.uptimeSeconds];
  return Math.abs(started - otherStarted) <= sameStartSeconds;
}
