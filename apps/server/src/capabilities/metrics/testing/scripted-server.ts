import { parseVersion, type ServerGlance, type SqlRow, type SqlRunner } from '@myriad/mysql';
import type { AskBeside } from '../../sweeps/index.ts';

/** A server whose counters a test sets; it answers the one statement of the metrics. */
export interface ScriptedServer {
  readonly counters: Map<string, string>;
  uuid: string;
  lagSeconds: number | null | 'no replica';
  /** As the sweep would ask after a look. */
  readonly asked: (instanceId: string) => Parameters<AskBeside>[0];
  statements: number;
}

export function scriptedServer(counters: Readonly<Record<string, string | number>> = {}): ScriptedServer {
  const server: ScriptedServer = {
    counters: new Map(Object.entries(counters).map(([name, value]) => [name, String(value)])),
    uuid: 'a',
    lagSeconds: 'no replica',
    statements: 0,
    asked: (instanceId) => ({
      sql,
      version: parseVersion('8.4.3'),
      instanceId,
      // The rest of a glance is of no interest to the metrics.
      glance: {
        serverUuid: server.uuid,
        serverId: 1,
        channels: server.lagSeconds === 'no replica' ? [] : [{ lagSeconds: server.lagSeconds }],
      } as unknown as ServerGlance,
    }),
  };
  const sql: SqlRunner = {
    query: async (text) => {
      server.statements += 1;
      const wanted = [...text.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
      return wanted.flatMap((name): SqlRow[] =>
        server.counters.has(name) ? [{ Variable_name: name, Value: server.counters.get(name) }] : [],
      );
    },
  };
  return server;
}
