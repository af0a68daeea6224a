import * as contract from '@myriad/contract';
import type { NoteAudit } from '../../platform/http/audit.ts';
import type { Http } from '../../platform/http/http.ts';
import { serveEndpoint } from '../../platform/http/serve-endpoint.ts';
import { approveTicket } from './approve-ticket.ts';
import type { Tickets } from './create-tickets.ts';
import { listSubmissions, listTicketKinds, listTickets } from './list-tickets.ts';
import type { NoteTicket } from './note-ticket.ts';
import { previewTicket } from './preview-ticket.ts';
import { receiveRequest, replayIntake } from './receive-request.ts';
import { rejectTicket } from './reject-ticket.ts';
import { replanTicket } from './replan-ticket.ts';
import { viewTicket } from './view-ticket.ts';
import { withdrawTicket } from './withdraw-ticket.ts';

const noteWith =
  (audit: NoteAudit): NoteTicket =>
  (tx, ticketId) =>
    audit(tx, { resource: `ticket/${ticketId}` });

/** Hangs the tickets' endpoints on the server. */
export function serveTickets(http: Http, { parts }: Tickets): void {
  serveEndpoint(http, contract.listTicketKinds, async ({ actor }) => listTicketKinds(parts, actor));
  serveEndpoint(http, contract.previewTicket, ({ actor, body }) => previewTicket(parts, actor, body));
  serveEndpoint(http, contract.submitTicket, async ({ actor, body, audit }) => {
    const submission = { body: JSON.stringify(body), source: 'api' };
    return viewTicket(parts, actor, await receiveRequest(parts, actor, submission, noteWith(audit)));
  });
  serveEndpoint(http, contract.listTickets, ({ actor, query }) => listTickets(parts, actor, query));
  serveEndpoint(http, contract.getTicket, ({ actor, params }) => viewTicket(parts, actor, params.ticketId));
  serveEndpoint(http, contract.approveTicket, async ({ actor, params, body, audit }) =>
    viewTicket(parts, actor, await approveTicket(parts, actor, params.ticketId, body, noteWith(audit))),
  );
  serveEndpoint(http, contract.rejectTicket, async ({ actor, params, body, audit }) =>
    viewTicket(parts, actor, await rejectTicket(parts, actor, params.ticketId, body.comment, noteWith(audit))),
  );
  serveEndpoint(http, contract.withdrawTicket, async ({ actor, params, audit }) =>
    viewTicket(parts, actor, await withdrawTicket(parts, actor, params.ticketId, noteWith(audit))),
  );
  serveEndpoint(http, contract.replanTicket, async ({ actor, params, audit }) =>
    viewTicket(parts, actor, await replanTicket(parts, actor, params.ticketId, noteWith(audit))),
  );
  serveEndpoint(http, contract.listTicketIntake, ({ actor, query }) => listSubmissions(parts, actor, query));
  serveEndpoint(http, contract.replayTicketIntake, async ({ actor, params, audit }) =>
    viewTicket(parts, actor, await replayIntake(parts, actor, params.intakeId, noteWith(audit))),
  );
}
