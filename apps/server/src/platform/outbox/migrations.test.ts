import { testMigrations } from '../database/testing.ts';
import { outboxMigrations } from './migrations.ts';

testMigrations('outbox', outboxMigrations);
