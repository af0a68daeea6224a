import { defineTask, type Fragment, inOrder, sideBySide } from '@myriad/runbook';
import { ProblemError } from '../../../platform/http/problem-error.ts';
import { certificateFor } from '../certificates.ts';
import { asFault, checkRecords } from '../checks/index.ts';
import { type DeployInput, DeployInput as DeployInputSchema } from '../deploy-input.ts';
import { readDeployFacts, seatsOf } from '../plan-deploy.ts';
import type { InstancePorts } from '../ports.ts';
import { optionText, type SeatInput } from '../seat.ts';
import type { ServerInput } from '../server-input.ts';
import type { ServerPackage } from '../server-package.ts';
import { attachReplica } from '../steps/attach-replica.ts';
import { checkSeatStep } from '../steps/check-seat.ts';
import { initialiseStep } from '../steps/initialise.ts';
import { makeAccounts } from '../steps/make-accounts.ts';
import { makeDirectoriesStep } from '../steps/make-directories.ts';
import { openPrimary } from '../steps/open-primary.ts';
import { registerCluster } from '../steps/register-cluster.ts';
import { reserveSeats } from '../steps/reserve-seats.ts';
import { shipPackage } from '../steps/ship-package.ts';
import { startServerStep } from '../steps/start-server.ts';
import { unpackPackage } from '../steps/unpack-package.ts';
import { verifyCluster } from '../steps/verify-cluster.ts';
import { writeCertificate } from '../steps/write-certificate.ts';
import { writeOptionFile } from '../steps/write-option-file.ts';

interface Facts {
  readonly serverPackage: ServerPackage;
  readonly seats: readonly SeatInput[];
}

const serverOf = (seat: SeatInput): ServerInput => {
  const { adminPort: _adminPort, serverId: _serverId, packageId: _packageId, ...server } = seat;
  return server;
};

/** Everything on one host, up to a running server nobody can reach yet. */
function makeInstance(input: DeployInput, seat: SeatInput, serverPackage: ServerPackage): Fragment {
  const on = { target: seat.name };
  return inOrder(
    shipPackage({ seat }, on),
    unpackPackage({ seat }, on),
    makeDirectoriesStep({ seat }, on),
    sideBySide(
      ...(certificateFor(seat) === 'platform' ? [writeCertificate({ seat }, on)] : []),
      writeOptionFile({ seat, text: optionText(input, seat, serverPackage) }, on),
    ),
    initialiseStep({ seat }, on),
    startServerStep({ server: serverOf(seat) }, on),
  );
}

function planDeploy(input: DeployInput, { seats, serverPackage }: Facts): Fragment {
  const { clusterId, name, topology, environment, applicationId, fixed, specification } = input;
  const [primary, ...replicas] = [...seats].sort((a, b) => Number(a.role === 'replica') - Number(b.role === 'replica'));
  if (!primary) throw new Error('a cluster needs a seat');
  const on = { target: primary.name };
  const certified = certificateFor(primary) === 'platform';
  const fixedRecord = Object.fromEntries(Object.entries(fixed).filter(([, value]) => value !== undefined));
  return inOrder(
    reserveSeats(
      {
        ...{ clusterId, name, topology, environment, applicationId, fixed: fixedRecord, seats: [...seats] },
        ...(specification === undefined ? {} : { specification }),
      },
      { target: name },
    ),
    // All hosts before any: one that refuses stops the deployment before another was changed.
    sideBySide(
      ...seats.map((seat) =>
        checkSeatStep({ seat, memoryMib: input.memoryMib, cores: input.cores }, { target: seat.name }),
      ),
    ),
    sideBySide(...seats.map((seat) => makeInstance(input, seat, serverPackage))),
    makeAccounts({ seat: primary, ...(certified ? { replicationTls: 'demanded' } : {}) }, on),
    sideBySide(
      ...replicas.map((seat) =>
        attachReplica({ seat, primary, ...(certified ? { tls: 'verified' } : {}) }, { target: seat.name }),
      ),
    ),
    openPrimary({ server: serverOf(primary), replicas: replicas.length }, on),
    verifyCluster(
      {
        primary: serverOf(primary),
        replicas: replicas.map(serverOf),
        ...(certified ? { replicationTls: 'verified' } : {}),
      },
      { id: 'instances.verify-cluster', target: name },
    ),
    registerCluster({ clusterId, verifiedBy: 'instances.verify-cluster' }, { target: name }),
  );
}

/** A cluster from nothing: hosts work side by side, replicas are made of the primary's binlog alone. */
export const deployClusterTask = defineTask<InstancePorts>()({
  kind: 'instances.deploy-cluster',
  input: DeployInputSchema,
  facts: async (ports, input): Promise<Facts> => {
    const facts = await readDeployFacts(ports, ports.db, input);
    const refusals = checkRecords(facts);
    const { serverPackage } = facts;
    if (!serverPackage || refusals.length > 0) throw new ProblemError('FORM_INVALID', {}, refusals.map(asFault));
    return { serverPackage, seats: seatsOf(facts) };
  },
  title: ({ name }, { serverPackage: { flavor, version }, seats }) => {
    const product = flavor === 'mysql' ? 'MySQL' : 'MariaDB';
    return seats.length === 1
      ? { en: `Deploy ${name}: one ${product} ${version}`, zh: `部署 ${name}：单点 ${product} ${version}` }
      : {
          en: `Deploy ${name}: ${product} ${version}, one primary, ${seats.length - 1} replicas`,
          zh: `部署 ${name}：${product} ${version}，一主 ${seats.length - 1} 从`,
        };
  },
  locks: ({ clusterId, seats }) => [`cluster/${clusterId}`, ...seats.map(({ hostId }) => `host/${hostId}`)],
  plan: planDeploy,
  steps: [
    reserveSeats,
    checkSeatStep,
    shipPackage,
    unpackPackage,
    makeDirectoriesStep,
    writeCertificate,
    writeOptionFile,
    initialiseStep,
    startServerStep,
    makeAccounts,
    attachReplica,
    openPrimary,
    verifyCluster,
    registerCluster,
  ],
});
