export { serveTables } from './routes.ts';
