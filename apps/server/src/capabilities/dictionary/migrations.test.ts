import { testMigrations } from '../../platform/database/testing.ts';
import { dictionaryMigrations } from './migrations.ts';

testMigrations('dictionary', dictionaryMigrations);
