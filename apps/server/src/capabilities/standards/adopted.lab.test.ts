import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { inLab, startServer } from '@myriad/lab';
import { levelStatements, parseVersion } from '@myriad/mysql';
import { StepFailure } from '@myriad/runbook';
import { inTransaction } from '../../platform/database/in-transaction.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { openSimulatedPlatform } from '../sweeps/testing/simulated-fleet.ts';
import { ChangeParametersForm } from './parameters/change-form.ts';
import { prepareChange } from './parameters/prepare-change.ts';
import { setParametersStep } from './steps/set-parameters.ts';
import { changeParametersTask } from './tasks/change-parameters.ts';

const password = 'Looks-0nly';
const source = { kind: 'person', id: 'u' } as const;

for (const flavor of ['mysql', 'mariadb'] as const)
  test(`parameters of an adopted ${flavor} change from “operate” on, and last where the server can keep them`, (t) =>
    inLab(t, async ({ folder, use }) => {
      const server = use(await startServer({ flavor, folder: join(folder, 'data'), performanceSchema: 'on' }));
      const version = parseVersion(server.version, flavor);
      for (const [level, user] of [
        ['observe', 'watch'],
        ['operate', 'doer'],
      ] as const)
        for (const { sql } of levelStatements(version, level, { user, host: '%' }, password)) await server.rows(sql);
      const { address, port, serverId } = server;
      const recorded = { index: 0, address, port, cluster: 0, flavor, version: server.version, serverId, source: null };
      const platform = use(
        await openSimulatedPlatform({ simulator: { fleet: [recorded] }, password, periodSeconds: 1 }),
      );
      const { db, metadata, findings, paths } = platform;
      const [instanceId = ''] = platform.instanceIds;
      const { clusterId } = await metadata.getInstance(db, instanceId);
      assert.ok(clusterId);
      const ports = { db, metadata, findings, access: paths.access, clock: { now: Date.now } };
      const ask = (more: object) =>
        prepareChange(ports, ChangeParametersForm.parse({ instanceId, settings: ['net_read_timeout = 44'], ...more }));
      const refused = async (more: object) =>
        ask(more).then(
          () => [],
          (error: unknown) =>
            error instanceof ProblemError ? error.faults.map(({ words }) => words.en) : [String(error)],
        );

      await inTransaction(db, (tx) => metadata.changeCluster(tx, clusterId, { level: 'observe' }, source));
      assert.match((await refused({})).join(), /stands at the level “observe”/);
      await inTransaction(db, async (tx) => {
        await metadata.changeCluster(tx, clusterId, { level: 'operate' }, source);
        const watch = await metadata.findAccount(tx, clusterId, 'observe');
        assert.ok(watch);
        const account = {
          clusterId,
          purpose: 'operate',
          user: 'doer',
          hostPattern: '%',
          secretId: watch.secretId,
        } as const;
        await metadata.addAccount(tx, account, source);
      });
      assert.match((await refused({ settings: ['back_log = 99'] })).join(), /option file .* not ours/);
      if (flavor === 'mariadb') assert.match((await refused({})).join(), /lost at the next restart/);

      const { input } = await ask({ evenSo: true });
      const plan = await changeParametersTask.planFor(ports, input);
      const [call] = plan.calls;
      const { body } = setParametersStep.step;
      assert.ok(call && 'run' in body && body.undo && body.isDone);
      const step = { ...ports, signal: AbortSignal.timeout(60_000), via: () => {}, say: () => {} };
      const value = async () => Number((await server.rows('select @@global.net_read_timeout as v'))[0]?.v);
      if (flavor === 'mariadb') {
        // The level asks for no SUPER, and MariaDB wants it: said plainly, and nothing has changed.
        await assert.rejects(body.run(step, call.input), /SUPER|denied/i);
        assert.equal(await value(), 30);
        return;
      }
      // Lowered after the ticket was approved: the step refuses, also to look, and nothing has changed.
      await inTransaction(db, (tx) => metadata.changeCluster(tx, clusterId, { level: 'back-up' }, source));
      for (const act of [body.isDone, body.run])
        await assert.rejects(
          act(step, call.input),
          (error) => error instanceof StepFailure && error.error.code === 'LEVEL_NOT_REACHED',
        );
      assert.equal(await value(), 30);
      await inTransaction(db, (tx) => metadata.changeCluster(tx, clusterId, { level: 'operate' }, source));
      await body.run(step, call.input);
      assert.equal(await value(), 44);
      // Servers of the lab start without defaults, which leaves mysqld-auto.cnf unread: so that file itself is looked at.
      assert.match(await readFile(join(folder, 'data', 'data', 'mysqld-auto.cnf'), 'utf8'), /net_read_timeout.*"44"/s);
      assert.deepEqual(await body.isDone(step, call.input), { changed: 1 });
      await body.undo(step, call.input, undefined);
      assert.equal(await value(), 30);
      assert.deepEqual(await server.rows('select * from performance_schema.persisted_variables'), []);
    }));
