import './tables.ts';

export { savedFilterMigrations } from './migrations.ts';
export { serveSavedFilters } from './routes.ts';
