import type { ScrapeTarget } from '@myriad/contract';
import type { Seat } from '../../metadata/index.ts';

/** An IPv6 address stands in brackets. */
const targetOf = ({ address, port }: Seat): string => `${address.includes(':') ? `[${address}]` : address}:${port}`;

/** https://prometheus.io/docs/prometheus/latest/http_sd/: a group each, for no two have the same labels. */
export function scrapeTarget(seat: Seat): ScrapeTarget {
  const { id, name, cluster, environment, application, role, flavor, version, state } = seat;
  return {
    targets: [targetOf(seat)],
    labels: {
      ...{ cluster, environment, application, role, flavor, version, state },
      instance_id: id,
      instance_name: name,
    },
  };
}

/** All of them as one JSON array, in pieces. */
export async function* writeTargets(pages: AsyncIterable<readonly Seat[]>): AsyncGenerator<string> {
  let before = '[';
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield before + page.map((seat) => JSON.stringify(scrapeTarget(seat))).join(',');
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}
