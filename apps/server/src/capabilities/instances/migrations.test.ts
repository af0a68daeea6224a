import { testMigrations } from '../../platform/database/testing.ts';
import { instanceMigrations } from './migrations.ts';

testMigrations('instances', instanceMigrations);
