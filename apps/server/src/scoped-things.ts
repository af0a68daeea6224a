import type { ScopedThings } from './capabilities/auth/index.ts';
import { findingThing } from './capabilities/findings/index.ts';
import { metadataThings } from './capabilities/metadata/index.ts';
import { createTaskThing } from './capabilities/tasks/index.ts';
import { findTicketOpener, ticketThing } from './capabilities/tickets/index.ts';

/** Everything rights can reach, from the slice that keeps it; the names are those of `thingParameter` in the contract. */
export const scopedThings: ScopedThings = {
  ...metadataThings,
  task: createTaskThing(findTicketOpener),
  ticket: ticketThing,
  finding: findingThing,
};
