import { adoptionRetention } from './capabilities/adoption/index.ts';
import { authRetention } from './capabilities/auth/index.ts';
import { dictionaryRetention } from './capabilities/dictionary/index.ts';
import { findingRetention } from './capabilities/findings/index.ts';
import { hostRetention } from './capabilities/hosts/index.ts';
import { sqlReviewRetention } from './capabilities/sql-review/index.ts';
import { standardRetention } from './capabilities/standards/index.ts';
import { sweepRetention } from './capabilities/sweeps/index.ts';
import { taskRetention } from './capabilities/tasks/index.ts';
import { ticketRetention } from './capabilities/tickets/index.ts';
import { httpRetention } from './platform/http/retention.ts';
import type { RetentionRule } from './platform/retention/retention.ts';
import type { Secrets } from './platform/secrets/secrets.ts';

/** What leaves the store by its age and takes nothing else with it. */
export const retentionRules: readonly RetentionRule[] = [
  ...httpRetention,
  ...authRetention,
  ...taskRetention,
  ...findingRetention,
  ...ticketRetention,
  ...hostRetention,
  ...sweepRetention,
  ...standardRetention,
  ...dictionaryRetention,
  ...sqlReviewRetention,
];

/** Everything that leaves the store by its age, what holds passwords too; docs/operate/retention.md says the same to people. */
export const allRetentionRules = (secrets: Pick<Secrets, 'remove'>): readonly RetentionRule[] => [
  ...retentionRules,
  ...adoptionRetention(secrets),
];
