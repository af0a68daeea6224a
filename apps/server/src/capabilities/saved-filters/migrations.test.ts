import { testMigrations } from '../../platform/database/testing.ts';
import { savedFilterMigrations } from './migrations.ts';

testMigrations('saved filters', savedFilterMigrations);
