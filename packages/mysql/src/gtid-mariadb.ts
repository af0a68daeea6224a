/**
 * A MariaDB position: per domain the last transaction, and the server that wrote it. It stands for everything up to that
 * number in the domain, so a hole cannot be seen: two positions of the same number and different servers have diverged.
 */
export type MariadbGtidPosition = ReadonlyMap<number, { readonly serverId: number; readonly sequence: bigint }>;

/** Reads `0-1-27,1-3-5` and `@@gtid_binlog_state` (several servers a domain: the highest counts). '' is the empty position. */
export function parseMariadbGtidPosition(text: string): MariadbGtidPosition {
  const found = new Map<number, { serverId: number; sequence: bigint }>();
  for (const part of text.replaceAll(/\s+/g, '').split(',')) {
    if (part === '') continue;
    const numbers = /^(\d+)-(\d+)-(\d+)$/.exec(part);
    if (!numbers?.[3]) throw new Error(`not a GTID: ${JSON.stringify(part)}`);
    const [domain, serverId, sequence] = [Number(numbers[1]), Number(numbers[2]), BigInt(numbers[3])];
    const known = found.get(domain);
    if (!known || known.sequence < sequence) found.set(domain, { serverId, sequence });
  }
  return found;
}

export const printMariadbGtidPosition = (position: MariadbGtidPosition): string =>
  [...position]
    .sort(([a], [b]) => a - b)
    .map(([domain, { serverId, sequence }]) => `${domain}-${serverId}-${sequence}`)
    .join(',');

export const unionMariadb = (a: MariadbGtidPosition, b: MariadbGtidPosition): MariadbGtidPosition => {
  const union = new Map(a);
  for (const [domain, last] of b) {
    const known = union.get(domain);
    if (!known || known.sequence < last.sequence) union.set(domain, last);
  }
  return union;
};

/** The domains in which `a` is ahead of `b`, with `a`'s last transaction. */
export const subtractMariadb = (a: MariadbGtidPosition, b: MariadbGtidPosition): MariadbGtidPosition =>
  new Map(
    [...a].filter(([domain, last]) => {
      const other = b.get(domain);
      return (
        !other ||
        other.sequence < last.sequence ||
        (other.sequence === last.sequence && other.serverId !== last.serverId)
      );
    }),
  );

export const countAheadMariadb = (a: MariadbGtidPosition, b: MariadbGtidPosition): bigint =>
  [...a].reduce((sum, [domain, { sequence }]) => {
    const ahead = sequence - (b.get(domain)?.sequence ?? 0n);
    return ahead > 0n ? sum + ahead : sum;
  }, 0n);
