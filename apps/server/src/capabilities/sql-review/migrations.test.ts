import { testMigrations } from '../../platform/database/testing.ts';
import { sqlReviewMigrations } from './migrations.ts';

testMigrations('sql review', sqlReviewMigrations);
