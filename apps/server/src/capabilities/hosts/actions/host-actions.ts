import type { HostAction } from '@myriad/paths';
import { collectHostFacts } from './collect-host-facts.ts';
import { readHostLoad } from './read-host-load.ts';

/** Actions people may run on many hosts at once; each only looks. Listed, never registered by import. */
// biome-ignore lint/suspicious/noExplicitAny: a list of actions of different inputs; each parses its own.
export const hostActions: readonly HostAction<any, any>[] = [collectHostFacts, readHostLoad];

export const findHostAction = (name: string) => hostActions.find((action) => action.name === name);
