import { testMigrations } from './database/testing.ts';
import { platformMigrations } from './platform-migrations.ts';

testMigrations('platform', platformMigrations);
