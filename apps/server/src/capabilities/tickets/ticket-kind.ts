import type { Role, Words } from '@myriad/contract';
import type { JsonObject } from '@myriad/runbook';
import type { z } from 'zod';
import type { Actor } from '../../platform/policy/decision.ts';

/** What one sub-ticket asks for: the task that fulfils it. `taskInput` holds references to secrets, never a secret. */
export interface SubRequest {
  readonly title: Words;
  readonly taskKind: string;
  readonly taskInput: JsonObject;
  /** The part of the form this sub-ticket carries; absent = the whole form. */
  readonly form?: JsonObject;
}

/**
 * A kind of ticket: the form people fill in, and how it becomes tasks. A capability lists its kinds in `ticket-kinds.ts`,
 * `app.ts` hands them to the tickets slice, which knows no capability.
 * `Ports` is what `prepare` needs of its own slice; `createTickets` is given the ports of all kinds together.
 */
export interface TicketKind<Ports = object> {
  /** `<area>.<what>`, area one of resource, service, fleet, demo; stored for ever: `service.change-parameters`. */
  readonly kind: string;
  /** Of the number people say: R resource, S service, A access, D schema change, M data change, E export, P performance … */
  readonly letter: string;
  readonly title: Words;
  readonly description: Words;
  /** Turned into JSON Schema for the front ends: use `.meta({ title, description })` and defaults; no transforms. */
  readonly form: z.ZodType<unknown>;
  /** Who may ask for it; absent = everybody signed in. */
  readonly openRoles?: readonly Role[];
  /** One of these roles must approve. */
  readonly approverRoles: readonly Role[];
  /** Of the summary ticket; absent = the only sub-ticket's title, or the kind's own. */
  ticketTitle?(form: never): Words;
  /**
   * Reads only. From a form already checked by `form` to one request per sub-ticket, at least one. Throws `ProblemError`
   * `FORM_INVALID` with all its `faults` at once when facts speak against it.
   */
  prepare(ports: Ports, form: never, actor: Actor): Promise<readonly SubRequest[]>;
}

type Definition<Ports, Form> = Omit<TicketKind<Ports>, 'form' | 'prepare' | 'ticketTitle'> & {
  readonly form: z.ZodType<Form>;
  readonly ticketTitle?: (form: Form) => Words;
  readonly prepare: (ports: Ports, form: Form, actor: Actor) => Promise<readonly SubRequest[]>;
};

/** Defines a kind with its form's type known: `defineTicketKind<Ports>()({ kind, letter, form: z.object({ … }), … })`. */
export const defineTicketKind =
  <Ports = object>() =>
  <Form>(definition: Definition<Ports, Form>): TicketKind<Ports> =>
    definition;
