export { freePort, type HeldPort, holdFreePort, isPortFree } from './free-port.ts';
export { ensureSshd, type MissingSshd, type SshdProgram } from './hosts/ensure-sshd.ts';
export { type LabHost, type LabHosts, type LabHostsOptions, LabUnavailable, startLabHosts } from './lab-hosts.ts';
export { newLoopbackAddresses } from './loopback.ts';
export * from './trees.ts';
export type { Say } from './words.ts';
