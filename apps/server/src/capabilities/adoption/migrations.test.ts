import { testMigrations } from '../../platform/database/testing.ts';
import { adoptionMigrations } from './migrations.ts';

testMigrations('adoption', adoptionMigrations);
