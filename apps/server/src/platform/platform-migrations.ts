import { certificateMigrations } from './certificates/migrations.ts';
import type { Migration } from './database/migration.ts';
import { httpMigrations } from './http/migrations.ts';
import { secretMigrations } from './secrets/migrations.ts';

/** Tables of the platform itself (those of the outbox live with it). */
export const platformMigrations: readonly Migration[] = [
  ...httpMigrations,
  ...secretMigrations,
  ...certificateMigrations,
];
