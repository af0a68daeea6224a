import { testMigrations } from '../../platform/database/testing.ts';
import { authMigrations } from './migrations.ts';

testMigrations('auth', authMigrations);
