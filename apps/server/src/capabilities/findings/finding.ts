import type { FindingEntity, FindingGrade, Words } from '@myriad/contract';
import type { Tx } from '../../platform/database/schema.ts';
import type { Actor } from '../../platform/policy/decision.ts';

/** What somebody who looked holds to be wrong. */
export interface NewFinding {
  /** UPPER_SNAKE, chosen slowly, never renamed. */
  readonly code: string;
  readonly entity: FindingEntity;
  readonly entityId: string;
  /** Which part of it, at most 190 characters; absent where the code says it all. */
  readonly about?: string;
  readonly clusterId?: string;
  /** Default: the grade of its kind. */
  readonly grade?: FindingGrade;
  /** Values, also those of the `{places}` in the kind's words. Texts of servers are welcome: they are cut and made harmless. */
  readonly evidence?: Readonly<Record<string, unknown>>;
  /** Where the kind's own words do not say it well enough. */
  readonly words?: Words;
  readonly next?: Words;
}

/** One look at one scope, complete: what this source found there before and does not name here is closed. */
export interface FindingReport {
  /** Who looks: `sweep`, `portrait`, `standards` … */
  readonly source: string;
  /** `<noun>/<id>`, at most 80 characters. */
  readonly scope: string;
  /** When it looked, epoch ms: an older look changes nothing. */
  readonly at: number;
  readonly findings: readonly NewFinding[];
}

export interface FindingRecord {
  readonly id: string;
  readonly code: string;
  readonly grade: FindingGrade;
  readonly entity: FindingEntity;
  readonly entityId: string;
  readonly about: string;
  readonly clusterId: string | null;
  readonly source: string;
  readonly scope: string;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** The reporter's own, where it brought them. */
  readonly words: Words | null;
  readonly next: Words | null;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly closedAt: number | null;
  readonly times: number;
  readonly owner: string | null;
  readonly mute: {
    readonly reason: string;
    readonly by: string;
    readonly since: number;
    readonly until: number;
  } | null;
}

/** One thing that can be found, as data: handed in by `app.ts`, so that this slice knows no capability. */
export interface FindingKind {
  readonly grade: FindingGrade;
  /** `{places}` are filled from the evidence. */
  readonly words: Words;
  readonly next?: Words;
  /** The runbook's note: what it costs, what to know before mending it. */
  readonly note?: Words;
  /** Address of a page in docs/. */
  readonly runbook?: string;
  /**
   * Makes the record agree with what was found, in the transaction that closes the finding.
   * @throws ProblemError FINDING_CHANGED where the record no longer is what the finding was about
   */
  readonly accept?: (tx: Tx, finding: FindingRecord, actor: Actor) => Promise<void>;
  /** Where not every finding of the kind can be accepted; default: each. */
  readonly accepts?: (finding: Pick<FindingRecord, 'evidence'>) => boolean;
  /** The ticket that would make reality agree with the record. */
  readonly bringBack?: (
    finding: FindingRecord,
  ) => { readonly ticketKind: string; readonly form: Record<string, unknown> } | undefined;
}

export type FindingCatalogue = Readonly<Record<string, FindingKind>>;

/** A mute counts until its end, not a moment longer; nobody has to end it. */
export const isMuted = ({ mute }: Pick<FindingRecord, 'mute'>, now: number): boolean =>
  mute !== null && mute.until > now;
