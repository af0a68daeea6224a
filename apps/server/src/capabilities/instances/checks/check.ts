import type { Words } from '@myriad/contract';
import type { HostRecord, InstanceRecord, QuotaRefusal } from '../../metadata/index.ts';
import type { SeatFacts } from '../actions/seat-actions.ts';
import type { DeployInput } from '../deploy-input.ts';
import type { SeatInput } from '../seat.ts';
import type { ServerPackage } from '../server-package.ts';

/** Why a deployment cannot be: where in the form, in words, and what to do. */
export interface Refusal {
  readonly code: string;
  /** Path in the form: `name`, `hostIds`, `port`, `packageId`, `memoryMib`. */
  readonly path: string;
  readonly words: Words;
  readonly next: Words;
}

/** What is known from the records alone. */
export interface DeployFacts {
  readonly input: DeployInput;
  readonly serverPackage: ServerPackage | undefined;
  readonly hosts: ReadonlyMap<string, HostRecord>;
  /** All of the platform's, those of this very cluster left out. */
  readonly instances: readonly InstanceRecord[];
  readonly nameTakenBy: string | undefined;
  /** The named size each instance is to have, where one was chosen and there is one of that name. */
  readonly size?: { readonly memoryBytes: number } | undefined;
  /** What the quota of its application says against it. */
  readonly quota?: QuotaRefusal | undefined;
}

export type RecordCheck = (facts: DeployFacts) => readonly Refusal[];

/** What was found on the host by looking. */
export type SeatCheck = (
  seat: SeatInput,
  found: SeatFacts,
  wanted: { input: Pick<DeployInput, 'memoryMib' | 'cores'>; serverPackage: ServerPackage },
) => readonly Refusal[];

/** One sentence with its next move, as form faults carry it. */
export const asFault = ({ path, words, next }: Refusal): { path: string; words: Words } => ({
  path,
  words: { en: `${words.en} ${next.en}`, zh: `${words.zh}${next.zh}` },
});
