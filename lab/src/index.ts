export { type Corpus, type CorpusName, ensureCorpus, type MissingCorpus } from './corpora/ensure-corpus.ts';
export { type Chromium, ensureChromium, type MissingChromium } from './ensure-chromium.ts';
export { type FaultyDisk, type FreezableDisk, mountFreezableDisk, mountSmallDisk, type SmallDisk } from './faults.ts';
export { freePort, type HeldPort, holdFreePort, isPortFree } from './free-port.ts';
export { ensureSshd, type MissingSshd, type SshdProgram } from './hosts/ensure-sshd.ts';
export { type LabHost, type LabHosts, type LabHostsOptions, startLabHosts } from './lab-hosts.ts';
export { LabUnavailable } from './lab-unavailable.ts';
export { newLoopbackAddresses } from './loopback.ts';
export { type LabNetwork, type NetworkHost, startNetwork } from './network.ts';
export { pathToHost } from './path-to-host.ts';
export {
  findProcesses,
  hasInEnvironment,
  identify,
  isAlive,
  type ProcessId,
  signal,
  waitUntil,
} from './processes.ts';
export { type ReplicationGroup, type ReplicationGroupOptions, startReplicationGroup } from './replication-group.ts';
export { type ReplicationSet, type ReplicationSetOptions, startReplicationSet } from './replication-set.ts';
export { CommandMissing, mustRun, runCommand } from './run-command.ts';
export { inLab, openScratch, rootOnly, type Scratch } from './scratch.ts';
export { type LabServer, type LabServerOptions, startServer } from './server.ts';
export {
  type Hostility,
  type SimulatedServer,
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from './simulator/index.ts';
export { type RunningTool, startTool } from './start-tool.ts';
export { openStoreServer, type StoreServer, shareStoreServers } from './store-servers.ts';
export { ensureTool, type MissingTool, type Tool } from './trees/ensure-tool.ts';
export * from './trees.ts';
export { makeUgly, uglyFlaws } from './ugly-cluster.ts';
export type { Say } from './words.ts';
export { startWriter, type Writer, type WriterOptions, writerTable } from './writer.ts';
export { judgeRows, judgeWriter, type WriterVerdict } from './writer-verdict.ts';
