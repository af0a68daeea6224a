import { adoptionMigrations } from './capabilities/adoption/index.ts';
import { authMigrations } from './capabilities/auth/index.ts';
import { dictionaryMigrations } from './capabilities/dictionary/index.ts';
import { findingMigrations } from './capabilities/findings/index.ts';
import { hostMigrations } from './capabilities/hosts/index.ts';
import { instanceMigrations } from './capabilities/instances/index.ts';
import { metadataMigrations } from './capabilities/metadata/index.ts';
import { pathMigrations } from './capabilities/paths/index.ts';
import { savedFilterMigrations } from './capabilities/saved-filters/index.ts';
import { sqlReviewMigrations } from './capabilities/sql-review/index.ts';
import { standardMigrations } from './capabilities/standards/index.ts';
import { sweepMigrations } from './capabilities/sweeps/index.ts';
import { taskMigrations } from './capabilities/tasks/index.ts';
import { ticketMigrations } from './capabilities/tickets/index.ts';
import { outboxMigrations } from './platform/outbox/migrations.ts';
import { platformMigrations } from './platform/platform-migrations.ts';

/** All tables, whatever is switched on: a store does not change shape with a setting. */
export const migrations = [
  ...platformMigrations,
  ...outboxMigrations,
  ...authMigrations,
  ...savedFilterMigrations,
  ...metadataMigrations,
  ...pathMigrations,
  ...taskMigrations,
  ...findingMigrations,
  ...ticketMigrations,
  ...hostMigrations,
  ...instanceMigrations,
  ...sweepMigrations,
  ...adoptionMigrations,
  ...standardMigrations,
  ...dictionaryMigrations,
  ...sqlReviewMigrations,
];
