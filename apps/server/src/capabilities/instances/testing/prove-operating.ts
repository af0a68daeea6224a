import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readClusterLive } from '../read-live.ts';
import type { LabPlatform } from './lab-platform.ts';

/** The running cluster `orders` stops, starts and restarts, and each time the same one writes. */
export async function proveOperating(platform: LabPlatform): Promise<void> {
  const { db, metadata } = platform;
  const clusterId = (await metadata.findClusterByName(db, 'orders'))?.id ?? '';
  const primary = (await metadata.listInstances(db, { clusterId })).find(({ role }) => role === 'primary');
  const refused = platform.prepare('service.stop', { instanceId: primary?.id });
  await assert.rejects(refused, (error: { code: string; faults: { words: { en: string } }[] }) => {
    assert.equal(error.code, 'FORM_INVALID');
    assert.match(error.faults.map(({ words }) => words.en).join(), /2 replicas fetch from it/);
    return true;
  });
  for (const [kind, state] of [
    ['service.stop', 'stopped'],
    ['service.start', 'running'],
    ['service.restart', 'running'],
  ] as const) {
    const task = await platform.run(kind, { clusterId });
    const errors = task.view.steps.filter(({ error }) => error).map(({ id, error }) => `${id}: ${error?.words.en}`);
    assert.equal(task.state, 'done', `${kind}: ${errors.join('\n')}`);
    assert.equal((await metadata.getCluster(db, clusterId)).state, state);
    const live = (await readClusterLive(platform.ports, clusterId)).instances;
    assert.equal(live.filter(({ reachable }) => reachable).length, state === 'running' ? 3 : 0, kind);
    if (state === 'running') {
      const writers = live.filter(({ readOnly }) => readOnly === false).map(({ instanceId }) => instanceId);
      assert.deepEqual(writers, [primary?.id], kind);
    } else
      assert.ok(
        live.every(({ because }) => because),
        JSON.stringify(live),
      );
  }
}

/** It leaves with its data kept aside, its hosts free and its keys forgotten. */
export async function proveDecommission(platform: LabPlatform): Promise<void> {
  const { db, metadata } = platform;
  const clusterId = (await metadata.findClusterByName(db, 'orders'))?.id ?? '';
  const instances = await metadata.listInstances(db, { clusterId });
  const gone = await platform.run('resource.decommission', { clusterId });
  const errors = gone.view.steps.filter(({ error }) => error).map(({ id, error }) => `${id}: ${error?.words.en}`);
  assert.equal(gone.state, 'done', errors.join('\n'));
  assert.equal((await metadata.getCluster(db, clusterId)).state, 'decommissioned');
  const instanceId = instances[0]?.id ?? '';
  assert.deepEqual(await db.selectFrom('certificate').select('subject').execute(), []);
  const labels = await db.selectFrom('secret').select('label').where('kind', '=', 'tls-key').execute();
  assert.deepEqual(
    labels.filter(({ label }) => label.startsWith('instance/')),
    [],
  );
  for (const what of [{ clusterId }, { instanceId }])
    await assert.rejects(platform.prepare('service.start', what), { code: 'ALREADY_DECOMMISSIONED' });
  assert.ok((await metadata.listHosts(db)).every(({ poolState }) => poolState === 'available'));
  for (const host of platform.lab.hosts) {
    const [kept] = await readdir(join(host.folder, 'm', 'trash'));
    assert.ok((await readdir(join(host.folder, 'm', 'trash', kept ?? ''))).includes('data'));
    assert.deepEqual(await readdir(join(host.folder, 'm', 'instances')), []);
  }
}
