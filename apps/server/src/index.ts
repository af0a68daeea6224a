export { escrowKeys, restoreKeys, rotateKeys } from './processes/keys.ts';
export { runServer } from './processes/server.ts';
