import type { SeatFacts } from '../actions/seat-actions.ts';
import type { DeployInput } from '../deploy-input.ts';
import type { SeatInput } from '../seat.ts';
import type { ServerPackage } from '../server-package.ts';
import type { DeployFacts, RecordCheck, Refusal, SeatCheck } from './check.ts';
import { fixedFits } from './fixed-fits.ts';
import { hostFits } from './host-fits.ts';
import { hostsChosen } from './hosts-chosen.ts';
import { nameTaken } from './name-taken.ts';
import { packageFits } from './package-fits.ts';
import { quotaFits } from './quota-fits.ts';
import { roomOnHost } from './room-on-host.ts';
import { seatFree } from './seat-free.ts';
import { serverIds } from './server-ids.ts';
import { specificationFits } from './specification-fits.ts';

export { asFault, type DeployFacts, type Refusal } from './check.ts';
export { seatedAt } from './hosts-chosen.ts';
export { quotaRefusal } from './quota-fits.ts';

const recordChecks: readonly RecordCheck[] = [
  nameTaken,
  packageFits,
  fixedFits,
  hostsChosen,
  serverIds,
  specificationFits,
  quotaFits,
];
const seatChecks: readonly SeatCheck[] = [seatFree, hostFits, roomOnHost];

/** All refusals at once, in a stable order. */
export const checkRecords = (facts: DeployFacts): readonly Refusal[] => recordChecks.flatMap((check) => check(facts));

export const checkSeatFacts = (
  seat: SeatInput,
  found: SeatFacts,
  wanted: { input: Pick<DeployInput, 'memoryMib' | 'cores'>; serverPackage: ServerPackage },
): readonly Refusal[] => seatChecks.flatMap((check) => check(seat, found, wanted));
