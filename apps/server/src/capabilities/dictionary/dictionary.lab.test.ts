import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { inLab, type LabServer, startServer } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import type { Kysely } from 'kysely';
import { columnsFor } from '../../platform/database/migration.ts';
import { createLog } from '../../platform/log/log.ts';
import type { Actor } from '../../platform/policy/decision.ts';
import { readPortraitStep } from '../sweeps/index.ts';
import { openSimulatedPlatform } from '../sweeps/testing/simulated-fleet.ts';
import { createDictionary, dictionaryMigrations } from './index.ts';
import { objectIdOf } from './object-id.ts';
import { listColumns, listLooks, listTables } from './read/lists.ts';
import { viewTable } from './read/view-table.ts';

const password = 'Looks-0nly';
const hostile = "o'brien `$(x)` <b>\u202e";
const quoted = `\`${hostile.replaceAll('`', '``')}\``;
const dba: Actor = { id: 'u1', name: 'dora', roles: ['dba'], via: 'session' };

async function plant(server: LabServer): Promise<void> {
  for (const { sql } of levelStatements(
    parseVersion(server.version, server.flavor),
    'observe',
    { user: 'watch', host: '%' },
    password,
  ))
    await server.rows(sql);
  await server.rows('create database `商城`');
  await server.rows(
    `create table \`商城\`.visit (id int primary key comment '主键', mobile varchar(20), c3 char(18) comment '身份证号码', ${quoted} int comment '<script>"引号"', key by_mobile (mobile)) comment '到访记录'`,
  );
  await server.rows(`create table \`商城\`.${quoted} (id int primary key)`);
  await server.rows(`insert into \`商城\`.visit values (1, '13800000000', 'x', 1)`);
}

for (const flavor of ['mysql', 'mariadb'] as const)
  test(
    `the dictionary of a ${flavor} server is read with the observe account, hostile and Chinese names and all`,
    {
      timeout: 240_000,
    },
    (t) =>
      inLab(t, async ({ folder, use }) => {
        const server = use(await startServer({ flavor, folder: join(folder, 'data'), performanceSchema: 'on' }));
        await plant(server);
        const { address, port, serverId } = server;
        const recorded = {
          index: 0,
          address,
          port,
          cluster: 0,
          flavor,
          version: server.version,
          serverId,
          source: null,
        };
        const platform = use(
          await openSimulatedPlatform({ simulator: { fleet: [recorded] }, password, periodSeconds: 0 }),
        );
        const { db, metadata, findings, paths } = platform;
        const open = db as Kysely<unknown>;
        for (const { up } of dictionaryMigrations) await up(open, columnsFor(open, 'sqlite'));
        const { clusterId } = await metadata.getInstance(db, platform.instanceIds[0] ?? '');
        assert.ok(clusterId);
        const clock = { now: Date.now };
        const dictionary = createDictionary({ db, clock, log: createLog({ write: () => undefined }) });
        const ports = { db, clock, metadata, findings, access: paths.access, afterLook: dictionary.afterLook };
        const { body } = readPortraitStep.step;
        assert.ok('run' in body);
        const step = { ...ports, signal: AbortSignal.timeout(200_000), via: () => {}, progress: () => {} };
        const said: string[] = [];
        const say = ({ en }: { en: string }) => void said.push(en);
        await body.run({ ...step, say } as never, { clusterId, contents: 'all' });
        await dictionary.settled();
        assert.deepEqual(said, []);

        const all = { limit: 100 };
        const columns = (await listColumns(db, dba, all)).items;
        assert.deepEqual(
          columns.map(({ name, tags }) => [name, tags.map((tag) => tag.class).join()]),
          [
            ['id', ''],
            ['id', ''],
            ['mobile', 'phone'],
            ['c3', 'identity-number'],
            ["o'brien `$(x)` <b>\ufffd", ''],
          ],
        );
        assert.equal(columns[4]?.comment, '<script>"引号"');
        const tables = (await listTables(db, dba, { ...all, search: '到访' })).items;
        assert.deepEqual(
          tables.map(({ schema, name, comment }) => [schema, name, comment]),
          [['商城', 'visit', '到访记录']],
        );
        const tableId = objectIdOf(clusterId, 'table', '商城', 'visit');
        const visit = await viewTable(db, dba, { clusterId, tableId });
        assert.equal(visit.growth.length, 1);
        assert.ok((visit.dataBytes ?? 0) > 0);
        const [look] = (await listLooks(db, dba, all)).items;
        assert.deepEqual([look?.use.known, look?.missing], [flavor === 'mysql', []], JSON.stringify(look));
        assert.deepEqual(
          visit.indexes.map(({ name, use: { state } }) => [name, state]),
          flavor === 'mysql'
            ? [
                ['PRIMARY', 'too-early'],
                ['by_mobile', 'too-early'],
              ]
            : [
                ['PRIMARY', 'unknown'],
                ['by_mobile', 'unknown'],
              ],
        );
        assert.equal(visit.use.state, flavor === 'mysql' ? 'used' : 'unknown');
        await dictionary.stop();
      }),
  );
