import assert from 'node:assert/strict';
import { getClusterLive, getTask, type LiveInstance, listClusters } from '@myriad/contract';
import { type LabHost, waitUntil } from '@myriad/lab';
import { isRunning } from '../platform/engine/restate/running-process.ts';
import type { Rig, Run } from './crash-rig.ts';
import { readEngineMark } from './engine-mark.ts';
import { countInBinlog, countInLog, readProcesses } from './seat-marks.ts';

/** The task ended right, and its journal tells of every death what happened. */
export async function assertTask({ approver }: Rig, { ticket, journal, deaths, cut }: Run): Promise<void> {
  const { taskId } = journal;
  const task = await approver.call(getTask, { params: { taskId } });
  const faults = task.steps.filter(({ state }) => state !== 'done').map(({ id, error }) => `${id}: ${error?.words.en}`);
  assert.equal(ticket.state, 'done', faults.join('\n'));
  assert.equal(task.state, 'done');
  assert.deepEqual(faults, []);
  assert.deepEqual(journal.locks, []);
  assert.equal(
    new Set(deaths.map((line) => line.slice(line.indexOf(' ')))).size,
    deaths.length,
    'each moment died once',
  );

  const interrupted = journal.attempts.filter(({ outcome }) => outcome === 'interrupted');
  assert.deepEqual(new Set(interrupted.map(({ step_id, attempt }) => `${step_id}#${attempt}`)), cut);
  for (const { step_id, attempt } of journal.steps) {
    const outcomes = journal.attempts.filter((each) => each.step_id === step_id).map(({ outcome }) => outcome);
    assert.deepEqual(outcomes, [...Array(attempt - 1).fill('interrupted'), 'done'], `attempts of ${step_id}`);
  }
}

/** The engine is back, and it is not one of those that were killed. */
export async function assertEngine({ home }: Rig, { deaths }: Run): Promise<void> {
  const killed = new Set(deaths.map((line) => line.split(' ')[0]?.split(':')[2]));
  const lives = await waitUntil(() => {
    const mark = readEngineMark(home);
    return mark !== undefined && isRunning(mark) && !killed.has(String(mark.pid));
  }, 30_000);
  assert.ok(lives, 'no engine runs');
}

/**
 * Nothing was made twice: what was seen once stayed the same file or process, or went and did not come back.
 * `servers`: how many processes a seat's server may have had, one after the other; 2 for a restart.
 */
export function assertOnce({ marks }: Run, servers = 1): void {
  for (const [mark, values] of marks) {
    const made = values.filter((value) => value !== undefined);
    assert.ok(
      made.length <= (mark.endsWith('/server') ? servers : 1),
      `${mark} was made ${made.length} times: ${values.join(' → ')}`,
    );
  }
}

const onHost = (rig: Rig, run: Run) =>
  run.journal.seats.map((seat) => ({
    ...seat,
    lab: rig.lab.hosts.find(({ name }) => name === seat.host) as LabHost,
  }));

/** Each recorded instance runs exactly once on its host, answers as what it is recorded as, and nobody has anything alone. */
export async function assertRuns(rig: Rig, run: Run): Promise<void> {
  const cluster = (await rig.approver.call(listClusters, { query: {} })).items[0];
  assert.equal(cluster?.state, 'running');
  const live = (await rig.approver.call(getClusterLive, { params: { clusterId: cluster.id } })).instances;
  const seats = onHost(rig, run);
  assert.deepEqual(new Set(live.map(({ instanceId }) => instanceId)), new Set(seats.map(({ id }) => id)));
  for (const { id, role, state, directory, host, lab } of seats) {
    assert.equal(state, 'running', `record of ${host}`);
    const seen = live.find(({ instanceId }) => instanceId === id);
    assertLive(role, seen, seats.length);
    // The watcher forks for every look of its own.
    await waitUntil(() => readProcesses(lab, directory).watchers.length === 1, 3_000);
    const { servers, watchers } = readProcesses(lab, directory);
    assert.equal(servers.length, 1, `${host}: ${servers.length} servers`);
    assert.equal(watchers.length, 1, `${host}: ${watchers.length} watchers`);
  }
  assert.equal(new Set(live.map(({ gtidExecuted }) => gtidExecuted)).size, 1, JSON.stringify(live));
  const primary = live.find(({ readOnly }) => readOnly === false);
  if (cluster.flavor === 'mysql')
    assert.match(primary?.gtidExecuted ?? '', new RegExp(`^${primary?.serverUuid}:1-\\d+$`), 'only the primary wrote');
  else assert.match(primary?.gtidExecuted ?? '', /^\d+-\d+-\d+$/);
}

function assertLive(role: string, seen: LiveInstance | undefined, count: number): void {
  const what = JSON.stringify(seen);
  assert.ok(seen?.reachable, what);
  assert.equal(seen.readOnly, role === 'replica', what);
  if (role === 'replica') {
    assert.deepEqual([seen.receiver, seen.applier, seen.semiSync], ['running', 'running', 'replica'], what);
    assert.equal(seen.error ?? '', '', what);
  } else if (count > 1) assert.deepEqual([seen.semiSync, seen.semiSyncClients], ['source', count - 1], what);
}

/** What only a deploy does, each exactly once, as the servers' own logs tell. */
export function assertMadeOnce(rig: Rig, run: Run, flavor: 'mysql' | 'mariadb'): void {
  for (const { host, directory, lab, role } of onHost(rig, run)) {
    if (flavor === 'mysql') {
      assert.equal(countInLog(lab, directory, /initializing of server in progress/g), 1, `${host}: initialised once`);
      assert.equal(
        countInLog(lab, directory, /\(mysqld [\d.]+[^)]*\) starting as process/g),
        1,
        `${host}: started once`,
      );
    }
    if (role === 'replica') continue;
    for (const user of ['myriad_admin', 'myriad_repl', 'myriad_monitor', 'myriad_backup'])
      assert.equal(countInBinlog(lab, directory, new RegExp(`CREATE USER IF NOT EXISTS '${user}'`, 'g')), 1, user);
  }
}

/** Nothing of the cluster runs, and the record says so. */
export async function assertStopped(rig: Rig, run: Run, state: 'stopped' | 'decommissioned'): Promise<void> {
  for (const { directory, host, lab, state: recorded } of onHost(rig, run)) {
    assert.equal(recorded, state, host);
    await waitUntil(() => readProcesses(lab, directory).watchers.length === 0, 5_000);
    assert.deepEqual(readProcesses(lab, directory), { servers: [], watchers: [] }, host);
  }
}
