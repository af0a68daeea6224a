import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ensureTree, LabUnavailable } from '@myriad/lab';
import { StepFailure } from '@myriad/runbook';
import { createEvents } from '../../platform/events/events.ts';
import { ProblemError } from '../../platform/http/problem-error.ts';
import { createLog } from '../../platform/log/log.ts';
import { createFindings, findingMigrations } from '../findings/index.ts';
import { type LabPlatform, startLabPlatform } from '../instances/testing/lab-platform.ts';
import { selectClusterIds, selectNames } from '../metadata/index.ts';
import { sweepMigrations } from '../sweeps/index.ts';
import { viewTask } from '../tasks/view-task.ts';
import { standardFindings, standardMigrations, standardTasks, standardTicketKinds } from './index.ts';
import { readOptionText } from './look/read-option-file.ts';
import { shipStandard } from './ship-standard.ts';
import { setParametersStep } from './steps/set-parameters.ts';
import { listOfCluster } from './store/compliance.ts';

const dba = { id: 'u1', name: 'alice', roles: ['dba'], via: 'session' } as const;

for (const flavor of ['mysql', 'mariadb'] as const) {
  const tree = await ensureTree(flavor);
  describe(`standards on a ${flavor} cluster`, { skip: 'missing' in tree ? tree.words.en : false }, () => {
    let platform: LabPlatform;
    let missing: string | undefined;
    let clusterId = '';
    const log = createLog({ level: 'error', write: (line) => console.error(line) });

    before(async () => {
      try {
        platform = await startLabPlatform({
          hosts: 2,
          later: {
            migrations: [...findingMigrations, ...sweepMigrations, ...standardMigrations],
            tasks: standardTasks,
            kinds: standardTicketKinds,
            ports: ({ db, clock }) => ({
              findings: createFindings({
                ...{ db, clock, events: createEvents(log), catalogue: standardFindings },
                things: { names: selectNames, clusterIdsOf: selectClusterIds },
              }),
            }),
          },
        });
      } catch (error) {
        if (!(error instanceof LabUnavailable)) throw error;
        missing = error.message;
        return;
      }
      await shipStandard(platform.ports);
      const { id: packageId } = await platform.registerTree(flavor);
      const port = 22_000 + Math.floor(Math.random() * 300) * 2;
      const form = { name: 'orders', packageId, port, memoryMib: 384, environment: 'test', replicas: 1 };
      const deployed = await platform.run('resource.new-cluster', form);
      const errors = deployed.view.steps
        .filter(({ error }) => error)
        .map(({ id, error }) => `${id}: ${error?.words.en}`);
      assert.equal(deployed.state, 'done', errors.join('\n'));
      clusterId = (await platform.metadata.findClusterByName(platform.db, 'orders'))?.id ?? '';
    });
    after(() => platform?.stop());

    const instances = async () => {
      const all = await platform.metadata.listInstances(platform.db, { clusterId });
      const [primary] = all.filter(({ role }) => role === 'primary');
      const [replica] = all.filter(({ role }) => role === 'replica');
      assert.ok(primary && replica);
      return { primary, replica };
    };
    const root = async (instanceId: string, sql: string) => {
      await using session = await platform.access.openInstance(instanceId, { as: 'root' });
      return await session.query(sql);
    };
    const global = async (instanceId: string, name: string) =>
      String((await root(instanceId, `select @@global.${name} as v`))[0]?.v);
    const check = async () => {
      const plan = await platform.tasks.planTask('standards.check', { clusterIds: [clusterId] });
      const id = await platform.runPlan(plan);
      assert.equal(await platform.ended(id), 'done');
      return listOfCluster(platform.db, clusterId);
    };
    const openCodes = async () =>
      (
        await platform.db
          .selectFrom('finding')
          .select(['code', 'about', 'entity_id'])
          .where('closed_at', 'is', null)
          .execute()
      )
        .map(({ code, about, entity_id }) => `${code} ${about} ${entity_id}`)
        .sort();

    test('what we deploy is as our own standard wants it, and nothing is unknown', async (context) => {
      if (missing) return context.skip(missing);
      const records = await check();
      assert.equal(records.length, 2);
      for (const { items, driftItems, lookedAt } of records) {
        assert.ok(lookedAt);
        assert.deepEqual(driftItems, []);
        const wrong = items.map(({ rule, state, found, because }) => `${rule} ${state} ${found} ${because?.en ?? ''}`);
        // Tables are seen by deep looks only, and none was taken.
        assert.deepEqual(
          wrong.filter((line) => !line.startsWith('table-names unknown')),
          [],
        );
      }
    });

    test('a value changed by hand is found as drift and against the standard, and a ticket brings it back, replicas first', async (context) => {
      if (missing) return context.skip(missing);
      const { primary, replica } = await instances();
      for (const { id } of [primary, replica])
        await root(id, 'set global sync_binlog = 100, global long_query_time = 7');
      const records = await check();
      for (const { instanceId, items, driftItems } of records) {
        const found = items.find(({ rule }) => rule === 'binlog-flushed');
        assert.deepEqual(
          [found?.state, found?.remedy, found?.set],
          ['differs', 'now', { name: 'sync_binlog', value: '1' }],
          instanceId,
        );
        assert.deepEqual(driftItems.map(({ name, where }) => `${name} ${where}`).sort(), [
          'long_query_time option-file',
          'sync_binlog option-file',
        ]);
      }
      const open = await openCodes();
      assert.equal(
        open.filter((line) => line.startsWith('STANDARD_PARAMETER binlog-flushed')).length,
        2,
        open.join('\n'),
      );
      assert.equal(open.filter((line) => line.startsWith('PARAMETER_DRIFT')).length, 4);

      const done = await platform.run('service.change-parameters', {
        clusterId,
        settings: ['sync_binlog = 1', 'long-query-time=1'],
      });
      const errors = done.view.steps.filter(({ error }) => error).map(({ id, error }) => `${id}: ${error?.words.en}`);
      assert.equal(done.state, 'done', errors.join('\n'));
      const steps = done.plan.calls.filter(({ step }) => step === 'standards.set-parameters');
      assert.deepEqual(
        steps.map(({ target }) => target),
        [replica.name, primary.name],
      );
      assert.deepEqual(steps[1]?.after, [steps[0]?.id]);
      for (const { id } of [primary, replica]) {
        assert.equal(await global(id, 'sync_binlog'), '1');
        assert.equal(Number(await global(id, 'long_query_time')), 1);
      }
      assert.deepEqual(await openCodes(), []);
    });

    test('what is changed outlives a restart, and undo brings the old value back to server and file', async (context) => {
      if (missing) return context.skip(missing);
      const { replica } = await instances();
      const beforeText = await readOptionText(platform.access, replica);
      const before = await global(replica.id, 'innodb_io_capacity');
      const plan = await platform
        .prepare('service.change-parameters', {
          instanceId: replica.id,
          settings: ['innodb_io_capacity = 321', 'max_write_lock_count = 4321', 'back_log = 333'],
          evenSo: true,
        })
        .then(({ taskKind, taskInput }) => platform.tasks.planTask(taskKind, taskInput));
      const how = plan.calls[0]?.input.changes as { name: string; takesEffect: string; kept: string }[];
      assert.deepEqual(
        how.map(({ name, takesEffect, kept }) => [name, takesEffect, kept]),
        [
          ['innodb_io_capacity', 'now', 'option-file'],
          ['max_write_lock_count', 'now', 'option-file'],
          ['back_log', 'restart', 'option-file'],
        ],
      );
      const id = await platform.runPlan(plan);
      assert.equal(await platform.ended(id), 'done');
      assert.match(await readOptionText(platform.access, replica), /innodb_io_capacity = 321/);
      const written = (await check()).find(({ instanceId }) => instanceId === replica.id);
      assert.deepEqual(
        written?.driftItems.map(({ name, remedy }) => [name, remedy]),
        [['back_log', 'pending']],
      );
      const restarted = await platform.run('service.restart', { instanceId: replica.id, force: true });
      assert.equal(restarted.state, 'done');
      assert.equal(await global(replica.id, 'innodb_io_capacity'), '321');
      assert.equal(await global(replica.id, 'back_log'), '333');

      // The very step, run again: it finds itself done; then undone.
      const call = plan.calls[0];
      const body = setParametersStep.step.body;
      assert.ok(call && 'run' in body && body.undo && body.isDone);
      const step = {
        ...platform.ports,
        signal: AbortSignal.timeout(60_000),
        via: () => {},
        say: () => {},
        progress: () => {},
      };
      assert.deepEqual(await body.isDone(step, call.input), { changed: 3 });
      await body.undo(step, call.input, undefined);
      assert.equal(await readOptionText(platform.access, replica), beforeText);
      assert.equal(await global(replica.id, 'innodb_io_capacity'), before);
      assert.equal(await body.isDone(step, call.input), undefined);
      await body.undo(step, call.input, undefined);
      assert.equal(await readOptionText(platform.access, replica), beforeText);
      // Killed half way, one of three set: the next try ends where the first would have; undo goes all the way back.
      await root(replica.id, 'set global max_write_lock_count = 4321');
      await body.run(step, call.input);
      assert.equal(await global(replica.id, 'innodb_io_capacity'), '321');
      const wholeText = await readOptionText(platform.access, replica);
      await body.run(step, call.input);
      assert.equal(await readOptionText(platform.access, replica), wholeText);
      assert.deepEqual(await body.isDone(step, call.input), { changed: 3 });
      await body.undo(step, call.input, undefined);
      assert.equal(await readOptionText(platform.access, replica), beforeText);
      assert.equal(await global(replica.id, 'innodb_io_capacity'), before);
    });

    test('a change somebody made since the plan is not overwritten', async (context) => {
      if (missing) return context.skip(missing);
      const { replica } = await instances();
      const prepared = await platform.prepare('service.change-parameters', {
        instanceId: replica.id,
        settings: ['net_read_timeout = 44'],
      });
      const plan = await platform.tasks.planTask(prepared.taskKind, prepared.taskInput);
      await root(replica.id, 'set global net_read_timeout = 55');
      const again = await platform.tasks.planTask(prepared.taskKind, prepared.taskInput);
      assert.notEqual(again.hash, plan.hash);
      const id = await platform.runPlan(plan);
      assert.equal(await platform.ended(id), 'failed');
      const view = await viewTask(platform.tasks.parts, dba, id);
      assert.equal(view.error?.code, 'PLAN_CHANGED');
      // Between the plan's last look and the step's own: the step looks again.
      const { body } = setParametersStep.step;
      const call = plan.calls[0];
      assert.ok(call && 'run' in body);
      await assert.rejects(
        body.run({ ...platform.ports, signal: AbortSignal.timeout(60_000), via: () => {} }, call.input),
        (error) => error instanceof StepFailure && error.error.code === 'PARAMETER_MOVED',
      );
      assert.equal(await global(replica.id, 'net_read_timeout'), '55');
      await root(replica.id, 'set global net_read_timeout = 30');
    });

    test('ten wrong forms are refused, each at its place, before anything changes', async (context) => {
      if (missing) return context.skip(missing);
      const { primary } = await instances();
      const one = { instanceId: primary.id };
      const wrong: readonly (readonly [form: object, path: string, says: RegExp])[] = [
        [{ settings: ['sync_binlog = 1'] }, 'clusterId', /cluster or an instance/],
        [{ ...one, clusterId, settings: ['sync_binlog = 1'] }, 'clusterId', /not both/],
        [{ ...one, settings: [] }, 'settings', /./],
        [{ ...one, settings: ['sync_binlog'] }, 'settings', /not name = value/],
        [{ ...one, settings: ['no_such_parameter = 1'] }, 'settings', /no parameter the platform knows/],
        [{ ...one, settings: ['max_connections = 0'] }, 'settings', /0 is outside/],
        [{ ...one, settings: ['slow_query_log = perhaps'] }, 'settings', /ON or OFF/],
        [{ ...one, settings: ['read_only = OFF'] }, 'settings', /is a role/],
        [{ ...one, settings: ['sync_binlog = 0'] }, 'evenSo', /power fails.*even so/],
        [{ ...one, settings: ['long_query_time = 1'] }, 'settings', /so already/],
        [{ ...one, settings: ['hostname = x'] }, 'settings', /nobody can set it/],
        [{ ...one, settings: ['net_read_timeout = 31', 'NET-READ-TIMEOUT = 32'] }, 'settings', /twice/],
        [{ instanceId: 'nobody', settings: ['sync_binlog = 1'] }, 'instanceId', /INSTANCE_NOT_FOUND/],
      ];
      for (const [form, path, says] of wrong) {
        const told = await platform.prepare('service.change-parameters', form).then(
          () => [{ path: '', words: `accepted ${JSON.stringify(form)}` }],
          (error: unknown) => faultsOf(error, path),
        );
        assert.ok(
          told.some((fault) => fault.path === path && says.test(fault.words)),
          `${JSON.stringify(form)}: ${JSON.stringify(told)}`,
        );
      }
      // All refusals at once.
      const all = await platform
        .prepare('service.change-parameters', {
          ...one,
          settings: ['a b', 'read_only = OFF', 'max_connections = 0', 'sync_binlog = 0'],
        })
        .then(
          () => [],
          (error: unknown) => faultsOf(error, ''),
        );
      assert.equal(all.length, 4, JSON.stringify(all));
    });
  });
}

function faultsOf(error: unknown, place: string): readonly { readonly path: string; readonly words: string }[] {
  if (error instanceof ProblemError)
    return error.faults.length > 0
      ? error.faults.map(({ path, words }) => ({ path, words: words.en }))
      : [{ path: place, words: error.code }];
  if (error !== null && typeof error === 'object' && 'issues' in error)
    return (error.issues as { path: string[]; message: string; params?: { words?: { en: string } } }[]).map(
      (issue) => ({
        path: String(issue.path[0] ?? ''),
        words: issue.params?.words?.en ?? issue.message,
      }),
    );
  throw error;
}
