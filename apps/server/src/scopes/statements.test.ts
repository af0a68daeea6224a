import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CompiledQuery } from 'kysely';
import { readAudit } from '../capabilities/auth/store/audit.ts';
import { countBad, mutesEnding, pageFindings } from '../capabilities/findings/store/list-findings.ts';
import { listMaintenance, sightOf } from '../capabilities/metadata/index.ts';
import { listTaskRows } from '../capabilities/tasks/store/list-tasks.ts';
import { listTickets, ownTicketIds } from '../capabilities/tickets/store/tickets.ts';
import { migrations } from '../migrations.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import type { Db } from '../platform/database/schema.ts';
import { freshFile } from '../platform/database/testing.ts';
import { auditSeenBy } from '../scoped-things.ts';
import { plantFleet, randomFrom } from './random-fleet.ts';

/** The db, and what it was asked. */
function watch(db: Db) {
  const asked: CompiledQuery[] = [];
  const watched = db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      asked.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const planOf = async ({ sql, parameters }: CompiledQuery): Promise<string> => {
    const explained = CompiledQuery.raw(`explain query plan ${sql}`, [...parameters]);
    const { rows } = await db.executeQuery<{ detail: string }>(explained);
    return rows.map(({ detail }) => detail).join('\n');
  };
  return { watched, asked, planOf };
}

/** Each by how many statements, and how the store answers the last of them. */
const lists: readonly {
  readonly what: string;
  readonly statements: number;
  readonly by: RegExp;
  readonly ask: (db: Db, cluster: string) => Promise<unknown>;
}[] = [
  {
    ...{ what: 'what is in maintenance', statements: 2, by: /USING INDEX instance_in_maintenance/ },
    ask: (db) => listMaintenance(db, 'everything', 10),
  },
  {
    ...{ what: 'mutes that end', statements: 1, by: /USING INDEX finding_by_end_of_mute/ },
    ask: (db) => mutesEnding(db, { seenBy: 'everything', after: 1, before: 2 }, 10),
  },
  {
    ...{ what: 'how many are bad', statements: 1, by: /COVERING INDEX finding_by_grade/ },
    ask: (db) => countBad(db, 'everything', 1),
  },
  {
    ...{ what: 'findings of who sees little', statements: 2, by: /^SEARCH finding USING INDEX .*$/ },
    ask: (db, cluster) =>
      pageFindings(db, { state: 'open', muted: 'no', now: 1, seenBy: narrow(cluster) }, undefined, 10),
  },
  {
    ...{
      what: 'tickets of who sees little',
      statements: 3,
      by: /^SEARCH ticket USING INDEX sqlite_autoindex_ticket_1/,
    },
    ask: (db, cluster) => listTickets(db, { seenBy: { personId: 'me', sight: narrow(cluster) }, limit: 10 }),
  },
  {
    ...{ what: 'tasks of who sees little', statements: 3, by: /^SEARCH task USING INDEX sqlite_autoindex_task_1/ },
    ask: (db, cluster) =>
      listTaskRows(db, { seenBy: { sight: narrow(cluster), own: ownTicketIds('me') } }, undefined, 10),
  },
  {
    ...{ what: 'the audit log of who operates little', statements: 2, by: /SEARCH audit USING INDEX audit_resource/ },
    ask: async (db, cluster) => {
      const seen = await auditSeenBy(db, { id: 'me', name: 'me', via: 'session', ...rightsOn(cluster) });
      return readAudit(db, { seen }, undefined, 10);
    },
  },
];

const rightsOn = (id: string) => ({ roles: [], rights: [{ role: 'dba', kind: 'cluster', id } as const] });
const narrow = (cluster: string) => sightOf(rightsOn(cluster));

test('lists stand on their indexes, and ask few statements however much there is', async () => {
  const place = await freshFile();
  const { db, close } = await openDatabase({ store: place.store, migrations });
  try {
    const fleet = await plantFleet(db, randomFrom(3), ['me', 'other']);
    const cluster = fleet.clusters[0]?.id ?? '';
    for (const { what, statements, by, ask } of lists) {
      const { watched, asked, planOf } = watch(db);
      await ask(watched, cluster);
      assert.equal(asked.length, statements, `${what}: ${asked.map(({ sql }) => sql).join('\n')}`);
      const last = asked.at(-1);
      assert.ok(last);
      assert.match(await planOf(last), by, `${what}: ${last.sql}`);
    }
  } finally {
    await close();
    await place.remove();
  }
});
