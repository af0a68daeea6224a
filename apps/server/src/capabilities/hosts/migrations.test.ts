import { testMigrations } from '../../platform/database/testing.ts';
import { hostMigrations } from './migrations.ts';

testMigrations('hosts', hostMigrations);
