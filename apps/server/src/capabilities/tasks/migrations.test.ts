import { testMigrations } from '../../platform/database/testing.ts';
import { taskMigrations } from './migrations.ts';

testMigrations('tasks', taskMigrations);
