import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Flavor } from '@myriad/mysql';
import { StepFailure } from '@myriad/runbook';
import { dba } from '../../instances/testing/lab-platform.ts';
import { viewTask } from '../../tasks/view-task.ts';
import { readOptionText } from '../look/read-option-file.ts';
import type { OpenLab } from './standards-lab.ts';

/** What a change leaves behind: after a restart, after undo, after a kill, after somebody else. */
export function proveUndo(open: OpenLab, flavor: Flavor): void {
  test('what is changed outlives a restart, and undo brings the old value back to server and file', async (context) => {
    const lab = open(context);
    if (!lab) return;
    const { platform, global, root } = lab;
    const { replica } = await lab.instances();
    const textNow = () => readOptionText(platform.access, replica);
    const [beforeText, before] = [await textNow(), await global(replica.id, 'innodb_io_capacity')];
    const plan = await lab.planChange({
      instanceId: replica.id,
      settings: ['innodb_io_capacity = 321', 'max_write_lock_count = 4321', 'back_log = 333'],
      evenSo: true,
    });
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
    assert.match(await textNow(), /innodb_io_capacity = 321/);
    const written = (await lab.check()).find(({ instanceId }) => instanceId === replica.id);
    assert.deepEqual(
      written?.driftItems.map(({ name, remedy }) => [name, remedy]),
      [['back_log', 'pending']],
    );
    const restarted = await platform.run('service.restart', { instanceId: replica.id, force: true });
    assert.equal(restarted.state, 'done');
    assert.equal(await global(replica.id, 'innodb_io_capacity'), '321');
    assert.equal(await global(replica.id, 'back_log'), '333');

    // The very step, run again: it finds itself done; then undone.
    const input = plan.calls[0]?.input;
    const step = lab.step();
    assert.deepEqual(await step.isDone(input), { changed: 3 });
    const undone = async () => {
      await step.undo(input);
      assert.equal(await textNow(), beforeText);
      assert.equal(await global(replica.id, 'innodb_io_capacity'), before);
    };
    await undone();
    assert.equal(await step.isDone(input), undefined);
    await undone();
    // Killed half way, one of three set: the next try ends where the first would have; undo goes all the way back.
    await root(replica.id, 'set global max_write_lock_count = 4321');
    await step.run(input);
    assert.equal(await global(replica.id, 'innodb_io_capacity'), '321');
    const wholeText = await textNow();
    await step.run(input);
    assert.equal(await textNow(), wholeText);
    assert.deepEqual(await step.isDone(input), { changed: 3 });
    await undone();
  });

  test('an undo that is told to stop stops, and changes nothing', async (context) => {
    const lab = open(context);
    if (!lab) return;
    const { replica } = await lab.instances();
    const before = await lab.global(replica.id, 'innodb_io_capacity');
    const plan = await lab.planChange({ instanceId: replica.id, settings: ['innodb_io_capacity = 432'] });
    const input = plan.calls[0]?.input;
    await lab.step().run(input);
    await assert.rejects(lab.step(AbortSignal.abort()).undo(input));
    assert.equal(await lab.global(replica.id, 'innodb_io_capacity'), '432');
    await lab.step().undo(input);
    assert.equal(await lab.global(replica.id, 'innodb_io_capacity'), before);
  });

  // MariaDB persists nothing by itself.
  if (flavor === 'mariadb') return;
  test('what somebody had persisted is persisted again by undo, running and not yet running', async (context) => {
    const lab = open(context);
    if (!lab) return;
    const { global, root } = lab;
    const { replica } = await lab.instances();
    const persisted = async () =>
      (
        await root(
          replica.id,
          'select variable_name as name, variable_value as value from performance_schema.persisted_variables',
        )
      )
        .map(({ name, value }) => `${name} = ${value}`)
        .filter((line) => /^(back_log|innodb_io_capacity|net_read_timeout) /.test(line))
        .sort();
    const [backLog, capacity] = [await global(replica.id, 'back_log'), await global(replica.id, 'innodb_io_capacity')];
    await root(replica.id, 'set persist_only back_log = 222');
    await root(replica.id, 'set persist innodb_io_capacity = 250');
    await root(replica.id, 'set global innodb_io_capacity = 260');
    const had = ['back_log = 222', 'innodb_io_capacity = 250'];
    assert.deepEqual(await persisted(), had);
    const plan = await lab.planChange({
      instanceId: replica.id,
      settings: ['back_log = 333', 'innodb_io_capacity = 321', 'net_read_timeout = 44'],
      evenSo: true,
    });
    const input = plan.calls[0]?.input;
    const step = lab.step();
    await step.run(input);
    assert.deepEqual(await persisted(), []);
    await step.undo(input);
    assert.deepEqual(await persisted(), had);
    assert.equal(await global(replica.id, 'back_log'), backLog);
    assert.equal(await global(replica.id, 'innodb_io_capacity'), '260');
    for (const name of ['back_log', 'innodb_io_capacity']) await root(replica.id, `reset persist ${name}`);
    await root(replica.id, `set global innodb_io_capacity = ${capacity}`);
  });

  test('a change somebody made since the plan is not overwritten', async (context) => {
    const lab = open(context);
    if (!lab) return;
    const { platform, root, global } = lab;
    const { replica } = await lab.instances();
    const form = { instanceId: replica.id, settings: ['net_read_timeout = 44'] };
    const plan = await lab.planChange(form);
    await root(replica.id, 'set global net_read_timeout = 55');
    assert.notEqual((await lab.planChange(form)).hash, plan.hash);
    const id = await platform.runPlan(plan);
    assert.equal(await platform.ended(id), 'failed');
    const view = await viewTask(platform.tasks.parts, dba, id);
    assert.equal(view.error?.code, 'PLAN_CHANGED');
    // Between the plan's last look and the step's own: the step looks again.
    await assert.rejects(
      lab.step().run(plan.calls[0]?.input),
      (error) => error instanceof StepFailure && error.error.code === 'PARAMETER_MOVED',
    );
    assert.equal(await global(replica.id, 'net_read_timeout'), '55');
    await root(replica.id, 'set global net_read_timeout = 30');
  });
}
