import type { Words } from '@myriad/contract';
import { defineTask, type Fragment, inOrder, type StepMaker, sideBySide } from '@myriad/runbook';
import { acknowledgersOf, opensAlone } from '../acknowledgers.ts';
import { howOf, OperateInput } from '../operate-input.ts';
import type { InstancePorts } from '../ports.ts';
import type { Verb } from '../prepare-operate.ts';
import { type ClusterServers, readClusterServers } from '../read-servers.ts';
import type { ServerInput } from '../server-input.ts';
import { closeForWrites } from '../steps/close-for-writes.ts';
import { guardStop } from '../steps/guard-stop.ts';
import { moveAsideStep } from '../steps/move-aside.ts';
import { openPrimary } from '../steps/open-primary.ts';
import { recordState, setMaintenanceStep } from '../steps/record-state.ts';
import { requireOnlyWriter } from '../steps/require-only-writer.ts';
import { resumeReplica } from '../steps/resume-replica.ts';
import { startServerStep } from '../steps/start-server.ts';
import { stopServerStep } from '../steps/stop-server.ts';
import { turnOnSemiSync } from '../steps/turn-on-semi-sync.ts';

interface Facts extends ClusterServers {
  /** What the task is about: one, or all. */
  readonly chosen: readonly ServerInput[];
  readonly what: string;
}

const readFacts = async (ports: InstancePorts, { clusterId, instanceId }: OperateInput): Promise<Facts> => {
  const found = await readClusterServers(ports, ports.db, clusterId);
  const chosen =
    instanceId === undefined ? found.servers : found.servers.filter((each) => each.instanceId === instanceId);
  // An id that is no longer there: the record itself says so, with its own problem.
  if (instanceId !== undefined && chosen.length === 0) await ports.metadata.getInstance(ports.db, instanceId);
  return { ...found, chosen, what: instanceId === undefined ? found.cluster.name : (chosen[0]?.name ?? instanceId) };
};

const on = (server: ServerInput, id?: string) => ({
  target: server.name,
  ...(id ? { id: `${id}:${server.name}` } : {}),
});
const ids = (servers: readonly ServerInput[]) => servers.map(({ instanceId }) => instanceId);
const isReplica = ({ role }: ServerInput) => role === 'replica';

/** Who else there is, and how many of them will acknowledge. */
const aroundOf = (facts: Facts, primary: ServerInput) => ({
  others: facts.servers.filter((server) => server !== primary),
  replicas: acknowledgersOf(facts, facts.chosen, primary).length,
});

/** Closed first, so that no commit waits; then the replicas, the primary last. */
function stopping(input: OperateInput, facts: Facts): Fragment {
  const { chosen, servers } = facts;
  const how = howOf(input);
  const primary = servers.find(({ role }) => role === 'primary');
  // A replica that stops alone: its primary may be waiting for it.
  const from = (server: ServerInput) => (primary && isReplica(server) && how.scope === 'instance' ? { primary } : {});
  const primaries = chosen.filter(({ role }) => role === 'primary');
  const stop = (servers: readonly ServerInput[]) =>
    sideBySide(...servers.map((server) => stopServerStep({ server }, on(server))));
  return inOrder(
    sideBySide(...chosen.map((server) => guardStop({ server, ...how, ...from(server) }, on(server)))),
    ...primaries.map((server) =>
      closeForWrites(
        { server, ...aroundOf(facts, server), ...(how.manner === 'even-so' ? { clients: 'cut' } : {}) },
        on(server),
      ),
    ),
    stop(chosen.filter(isReplica)),
    stop(chosen.filter((server) => !isReplica(server))),
  );
}

/** The primary first, then its replicas; opened only when it is sure that nobody else is. */
function starting(facts: Facts): Fragment {
  const { chosen, servers } = facts;
  const first = chosen.filter((server) => !isReplica(server));
  const replicas = chosen.filter(isReplica);
  const primary = first.find(({ role }) => role === 'primary');
  const around = primary && aroundOf(facts, primary);
  // It goes on meanwhile, and may have been opened while nobody acknowledged.
  const left = servers.find((server) => server.role === 'primary' && !chosen.includes(server));
  return inOrder(
    ...first.map((server) => startServerStep({ server }, on(server))),
    sideBySide(...replicas.map((server) => startServerStep({ server }, on(server)))),
    sideBySide(...replicas.map((server) => resumeReplica({ server }, on(server)))),
    ...(left && replicas.length > 0 ? [turnOnSemiSync({ server: left }, on(left))] : []),
    ...(primary && around
      ? [
          requireOnlyWriter({ server: primary, others: around.others }, on(primary)),
          openPrimary({ server: primary, replicas: around.replicas }, on(primary)),
        ]
      : []),
  );
}

const maintain = ({ clusterId }: OperateInput, { chosen }: Facts, reason: string) =>
  setMaintenanceStep({ clusterId, instanceIds: ids(chosen), reason });
const record = ({ clusterId }: OperateInput, { chosen }: Facts, state: 'running' | 'stopped' | 'decommissioned') =>
  recordState({ clusterId, instanceIds: ids(chosen), state });

// biome-ignore lint/suspicious/noExplicitAny: a list of steps of different inputs; each parses its own.
const steps: readonly StepMaker<any>[] = [
  setMaintenanceStep,
  guardStop,
  closeForWrites,
  stopServerStep,
  startServerStep,
  resumeReplica,
  turnOnSemiSync,
  requireOnlyWriter,
  openPrimary,
  moveAsideStep,
  recordState,
];

/** Said where it is approved: the plan's own words. */
const titleAlone = ({ en, zh }: Words): Words => ({
  en: `${en}: opens although no replica acknowledges`,
  zh: `${zh}：没有从库确认提交，仍开放写入`,
});

function operateTask(
  verb: Verb,
  title: (what: string) => Words,
  plan: (input: OperateInput, facts: Facts) => Fragment,
) {
  const opens = verb === 'start' || verb === 'restart';
  return defineTask<InstancePorts>()({
    kind: `instances.${verb}`,
    input: OperateInput,
    facts: readFacts,
    title: (_, facts) => (opens && opensAlone(facts, facts.chosen) ? titleAlone(title(facts.what)) : title(facts.what)),
    locks: ({ clusterId }) => [`cluster/${clusterId}`],
    plan,
    steps,
  });
}

export const operateTasks = [
  operateTask(
    'start',
    (what) => ({ en: `Start ${what}`, zh: `启动 ${what}` }),
    (input, facts) => inOrder(starting(facts), record(input, facts, 'running')),
  ),
  operateTask(
    'stop',
    (what) => ({ en: `Stop ${what}`, zh: `停止 ${what}` }),
    (input, facts) => inOrder(maintain(input, facts, 'stop'), stopping(input, facts), record(input, facts, 'stopped')),
  ),
  operateTask(
    'restart',
    (what) => ({ en: `Restart ${what}`, zh: `重启 ${what}` }),
    (input, facts) =>
      inOrder(
        maintain(input, facts, 'restart'),
        stopping(input, facts),
        starting(facts),
        record(input, facts, 'running'),
      ),
  ),
  operateTask(
    'decommission',
    (what) => ({ en: `Decommission ${what}`, zh: `下线 ${what}` }),
    (input, facts) =>
      inOrder(
        maintain(input, facts, 'decommission'),
        stopping(input, facts),
        sideBySide(...facts.chosen.map((server) => moveAsideStep({ server }, on(server)))),
        record(input, facts, 'decommissioned'),
      ),
  ),
];
