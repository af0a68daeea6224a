export type { ParseLogOptions, ServerLogEntry } from './log-entry.ts';
export { minutesOf } from './log-time.ts';
export { errorLogHead, parseErrorLog } from './parse-error-log.ts';
export { parseSlowLog, slowLogHead } from './parse-slow-log.ts';
