import type { InstanceGlance, SweepStatus } from '@myriad/contract';
import type { Seat } from '../../metadata/index.ts';
import { type Family, headOf, type Labels, lineOf } from './text-format.ts';

const gauge = (name: string, help: string): Family => ({ name: `myriad_${name}`, help, type: 'gauge' });

export interface Exposed {
  readonly version: string;
  readonly sweep: SweepStatus;
  readonly glance: (instanceId: string) => InstanceGlance | undefined;
  readonly seats: AsyncIterable<readonly Seat[]>;
}

const cpu: Family = {
  name: 'process_cpu_seconds_total',
  help: 'Processor time of the server process.',
  type: 'counter',
};
const memory: Family = { name: 'process_resident_memory_bytes', help: 'Memory of the server process.', type: 'gauge' };
const started: Family = {
  name: 'process_start_time_seconds',
  help: 'Start of the server process, seconds since 1970.',
  type: 'gauge',
};

type Row = readonly [family: Family, value: number, labels?: Labels];

function* platformRows(version: string, sweep: SweepStatus, now: number): Generator<Row> {
  const { user, system } = process.cpuUsage();
  yield [cpu, (user + system) / 1e6];
  yield [memory, process.memoryUsage.rss()];
  yield [started, Math.round(now / 1000 - process.uptime())];
  yield [gauge('build_info', 'Always 1; the version as a label.'), 1, { version }];
  const instances = gauge('sweep_instances', 'Instances that are looked at, by how their last look went.');
  yield [instances, sweep.answering, { state: 'answers' }];
  yield [instances, sweep.failing, { state: 'fails' }];
  yield [instances, sweep.waiting, { state: 'waiting' }];
  yield [gauge('sweep_connections', 'Connections the sweep keeps.'), sweep.connections];
  yield [gauge('sweep_period_seconds', 'How often each instance is looked at; 0: never.'), sweep.periodSeconds];
  yield [gauge('sweep_unwritten', 'Looks whose outcome still has to be written to the store.'), sweep.unwritten];
  if (!sweep.last) return;
  const { worstLateMilliseconds, leftOut } = sweep.last;
  yield [gauge('sweep_worst_late_seconds', 'The latest look of the last period.'), worstLateMilliseconds / 1000];
  yield [gauge('sweep_left_out', 'Looks of the last period that were not begun: the one before still ran.'), leftOut];
}

const info = gauge('instance_info', 'Always 1; what the record says of the instance, as labels.');
const up = gauge('instance_up', '1: the last look was answered; 0: it was not. Absent: not looked at.');
const primary = gauge('instance_primary', '1: the record says primary.');
const readOnly = gauge('instance_read_only', '1: read_only at the last look that was answered.');
const lag = gauge('instance_replication_lag_seconds', 'Of the slowest channel, as the replica says; NaN: not known.');
const channels = gauge('instance_replication_stopped', 'Channels of which a thread does not run.');
const looked = gauge('instance_last_answer_seconds', 'The last look that was answered, seconds since 1970.');

/** The families of one instance; `replicates` has channels. */
function* instanceRows(seat: Seat, seen: InstanceGlance | undefined): Generator<Row> {
  const labels = { instance_id: seat.id, instance_name: seat.name, cluster: seat.cluster };
  const { environment, application, role, flavor, version, state } = seat;
  yield [info, 1, { ...labels, environment, application, role, flavor, version, state }];
  yield [primary, role === 'primary' ? 1 : 0, labels];
  if (!seen || seen.state === 'not-swept' || seen.state === 'waiting') return;
  yield [up, seen.state === 'answers' ? 1 : 0, labels];
  if (seen.answeredAt !== undefined) yield [looked, seen.answeredAt / 1000, labels];
  // Of one that does not answer any more, what it said last is no news.
  if (!seen.glance || seen.state !== 'answers') return;
  yield [readOnly, seen.glance.readOnly ? 1 : 0, labels];
  if (seen.glance.channels.length === 0) return;
  const lags = seen.glance.channels.map(({ lagSeconds }) => lagSeconds ?? Number.NaN);
  const stopped = seen.glance.channels.filter(
    ({ receiver, applier }) => receiver !== 'running' || applier !== 'running',
  );
  yield [lag, Math.max(...lags), labels];
  yield [channels, stopped.length, labels];
}

const instanceFamilies: readonly Family[] = [info, primary, up, looked, readOnly, lag, channels];

/** All of `/metrics` in pieces, each family in one block as the format wants it. */
export async function* writeExposition(
  { version, sweep, glance, seats }: Exposed,
  now: number,
): AsyncGenerator<string> {
  let before = '';
  for (const [family, value, labels] of platformRows(version, sweep, now)) {
    yield `${family.name === before ? '' : headOf(family)}${lineOf(family, value, labels)}`;
    before = family.name;
  }
  const blocks = new Map(instanceFamilies.map((family) => [family, [headOf(family)]]));
  for await (const page of seats) {
    const lines = new Map<Family, string>();
    for (const seat of page)
      for (const [family, value, labels] of instanceRows(seat, glance(seat.id)))
        lines.set(family, (lines.get(family) ?? '') + lineOf(family, value, labels));
    for (const [family, text] of lines) blocks.get(family)?.push(text);
  }
  for (const block of blocks.values()) yield* block;
}
