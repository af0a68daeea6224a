import type { ScrapeTarget } from '@myriad/contract';
import type { Seat } from './list-seats.ts';

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
