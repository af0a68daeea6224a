export { exceptionsEnding } from './exceptions-ending.ts';
export type { ReadExpiring } from './parts.ts';
export { serveToday } from './routes.ts';
