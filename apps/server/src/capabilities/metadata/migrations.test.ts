import { testMigrations } from '../../platform/database/testing.ts';
import { metadataMigrations } from './migrations.ts';

testMigrations('metadata', metadataMigrations);
