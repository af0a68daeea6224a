import { testMigrations } from '../../platform/database/testing.ts';
import { sweepMigrations } from './migrations.ts';

testMigrations('sweeps', sweepMigrations);
