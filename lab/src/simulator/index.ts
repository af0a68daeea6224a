export type { Account, AuthPlugin } from './login.ts';
export type { Hostility, SimulatedServer } from './simulated-server.ts';
export { type Simulator, type SimulatorOptions, startSimulator } from './start-simulator.ts';
