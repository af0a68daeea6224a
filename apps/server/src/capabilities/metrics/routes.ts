import * as contract from '@myriad/contract';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/database/schema.ts';
import { serveEventStream } from '../../platform/http/event-stream.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveDownload } from '../../platform/http/serve-download.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import type { Metadata } from '../metadata/index.ts';
import type { Sweeps } from '../sweeps/index.ts';
import type { Metrics } from './create-metrics.ts';
import { metricDefinitions } from './definitions.ts';
import { liveSamples } from './live-stream.ts';
import { walkSeats } from './prometheus/list-seats.ts';
import { type MetricsAccess, serveExposition } from './prometheus/routes.ts';
import { writeTargets } from './prometheus/scrape-targets.ts';
import { writeExposition } from './prometheus/write-exposition.ts';
import { readSeries } from './read-series.ts';

export interface MetricsRoutes {
  readonly db: Db;
  readonly clock: Clock;
  readonly metadata: Metadata;
  readonly sweeps: Pick<Sweeps, 'glance' | 'status'>;
  readonly metrics: Metrics;
  readonly access: MetricsAccess;
  readonly version: string;
}

/** Hangs series, their live stream, and what Prometheus reads on the server. */
export function serveMetrics(http: Http, parts: MetricsRoutes): void {
  const { db, clock, metadata, metrics, sweeps, access, version } = parts;
  serveEndpoint(http, contract.listMetrics, async () => ({ items: [...metricDefinitions] }));
  serveEndpoint(http, contract.getInstanceMetrics, async ({ params: { instanceId }, query }) => {
    await metadata.getInstance(db, instanceId);
    return readSeries(metrics, { instanceId, ...query }, clock.now());
  });
  serveEventStream(http, {
    path: '/api/instances/:instanceId/metrics/events',
    scope: 'thing',
    open: async ({ params: { instanceId = '' } }) => {
      await metadata.getInstance(db, instanceId);
      return liveSamples(metrics.sampler, instanceId);
    },
  });
  serveDownload(http, contract.listScrapeTargets, async () => ({
    contentType: 'application/json; charset=utf-8',
    fileName: 'targets.json',
    chunks: writeTargets(walkSeats(db)),
  }));
  serveExposition(http, access, () => {
    const exposed = { version, sweep: sweeps.status(), glance: sweeps.glance, seats: walkSeats(db) };
    return writeExposition(exposed, clock.now());
  });
}
