export type { ReadExpiring } from './parts.ts';
export { serveToday } from './routes.ts';
