import { testMigrations } from '../../platform/database/testing.ts';
import { findingMigrations } from './migrations.ts';

testMigrations('findings', findingMigrations);
