import './tables.ts';

export { sqlReviewMigrations } from './migrations.ts';
export { sqlReviewRetention } from './retention.ts';
export { serveSqlReview } from './routes.ts';
