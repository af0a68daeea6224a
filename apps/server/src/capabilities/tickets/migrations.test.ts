import { testMigrations } from '../../platform/database/testing.ts';
import { ticketMigrations } from './migrations.ts';

testMigrations('tickets', ticketMigrations);
