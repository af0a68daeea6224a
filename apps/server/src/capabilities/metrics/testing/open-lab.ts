import { join } from 'node:path';
import { fleetProblems, metricProblems } from '@myriad/contract';
import { freePort, type LabServer, type Scratch, startServer } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import { systemClock } from '../../../platform/clock/clock.ts';
import { createLog } from '../../../platform/log/log.ts';
import { createTestHttp, type TestHttp } from '../../auth/testing.ts';
import { openSimulatedPlatform, type SimulatedPlatform } from '../../sweeps/testing/simulated-fleet.ts';
import { createMetrics, serveMetrics } from '../index.ts';

export const observer = { user: 'watch', password: 'Looks-0nly' };

/** Real servers of both flavours, the sweep over them with its metrics, and the API on a port. */
export interface MetricsLab {
  readonly servers: readonly LabServer[];
  readonly platform: SimulatedPlatform;
  readonly http: TestHttp;
  readonly url: string;
  /** Of a DBA. */
  readonly token: string;
}

export async function openMetricsLab({ folder, use }: Pick<Scratch, 'folder' | 'use'>): Promise<MetricsLab> {
  const servers: LabServer[] = [];
  for (const flavor of ['mysql', 'mariadb'] as const) {
    const server = use(await startServer({ flavor, folder: join(folder, flavor), performanceSchema: 'on' }));
    const version = parseVersion(server.version, flavor);
    for (const { sql } of levelStatements(version, 'observe', { user: observer.user, host: '%' }, observer.password))
      await server.rows(sql);
    servers.push(server);
  }
  const log = createLog({ level: 'warning', write: () => undefined });
  const metrics = createMetrics({ clock: systemClock, log, file: join(folder, 'metrics.db'), periodSeconds: 1 });
  const fleet = servers.map(({ address, port, flavor, version, serverId }, index) => ({
    ...{ index, address, port, cluster: index, flavor, version, serverId, source: null },
  }));
  const { beside } = metrics;
  const platform = use(
    await openSimulatedPlatform({ simulator: { fleet }, password: observer.password, periodSeconds: 1, beside }),
  );
  const { db, metadata, sweeps } = platform;
  const http = await createTestHttp({ db, problems: [fleetProblems, metricProblems] });
  use({ [Symbol.asyncDispose]: () => http.close() });
  use({
    [Symbol.asyncDispose]: async () => {
      await sweeps.stop();
      await metrics.stop();
    },
  });
  serveMetrics(http.http, { db, clock: systemClock, metadata, sweeps, metrics, access: 'token', version: '1.2.3' });
  metrics.start();
  sweeps.start();
  const url = await http.http.app.listen({ host: '127.0.0.1', port: await freePort() });
  const { body } = await http.call('dba', 'POST', '/api/tokens', { name: 'prometheus' });
  return { servers, platform, http, url, token: body.secret };
}
