import { testMigrations } from '../../platform/database/testing.ts';
import { standardMigrations } from './migrations.ts';

testMigrations('standards', standardMigrations);
