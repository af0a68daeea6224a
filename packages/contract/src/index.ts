export * from './auth.ts';
export * from './client.ts';
export * from './endpoint.ts';
export * from './fleet.ts';
export * from './host.ts';
export * from './problem.ts';
export * from './task.ts';
export * from './ticket.ts';
