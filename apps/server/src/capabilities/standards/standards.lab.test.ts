import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ensureTree } from '@myriad/lab';
import { proveUndo } from './testing/prove-undo.ts';
import { proveWrongForms } from './testing/prove-wrong-forms.ts';
import { type OpenLab, type StandardsLab, tryStandardsLab } from './testing/standards-lab.ts';

for (const flavor of ['mysql', 'mariadb'] as const) {
  const tree = await ensureTree(flavor);
  describe(`standards on a ${flavor} cluster`, { skip: 'missing' in tree ? tree.words.en : false }, () => {
    let tried: { readonly lab: StandardsLab } | { readonly missing: string } | undefined;
    const open: OpenLab = (context) => {
      if (tried && 'lab' in tried) return tried.lab;
      context.skip(tried?.missing);
      return undefined;
    };
    before(async () => {
      tried = await tryStandardsLab(flavor);
    });
    after(() => (tried && 'lab' in tried ? tried.lab.platform.stop() : undefined));

    test('what we deploy is as our own standard wants it, and nothing is unknown', async (context) => {
      const lab = open(context);
      if (!lab) return;
      const { check } = lab;
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
      const lab = open(context);
      if (!lab) return;
      const { platform, clusterId, instances, root, global, check, openCodes } = lab;
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
      const found = await openCodes();
      assert.equal(
        found.filter((line) => line.startsWith('STANDARD_PARAMETER binlog-flushed')).length,
        2,
        found.join('\n'),
      );
      assert.equal(found.filter((line) => line.startsWith('PARAMETER_DRIFT')).length, 4);

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

    proveUndo(open, flavor);
    proveWrongForms(open);
  });
}
