import * as contract from '@myriad/contract';
import type { NoteAudit } from '../../../platform/http/audit.ts';
import type { Http } from '../../../platform/http/http.ts';
import { serveEndpoint } from '../../../platform/http/serve-endpoint.ts';
import { addFreeze } from './add-freeze.ts';
import { addSchedule } from './add-schedule.ts';
import { changeSchedule } from './change-schedule.ts';
import type { Schedules } from './create-schedules.ts';
import { pauseSchedule, resumeSchedule } from './pause-schedule.ts';
import { previewSchedule } from './preview-schedule.ts';
import { removeFreeze } from './remove-freeze.ts';
import { removeSchedule } from './remove-schedule.ts';
import { listKinds } from './schedulable-kinds.ts';
import type { NoteSchedule } from './schedule-parts.ts';
import { viewCalendar } from './view-calendar.ts';
import { listFreezes, viewFreeze } from './view-freeze.ts';
import { listSchedules, viewSchedule, viewScheduleRuns } from './view-schedule.ts';

const noteAs =
  (audit: NoteAudit, noun: 'schedule' | 'freeze'): NoteSchedule =>
  (tx, id) =>
    audit(tx, { resource: `${noun}/${id}` });

/** Hangs the endpoints of schedules, change freezes and the calendar on the server. */
export function serveSchedules(http: Http, schedules: Schedules): void {
  const { parts } = schedules;
  serveEndpoint(http, contract.listSchedules, ({ actor, query }) => listSchedules(parts, actor, query));
  serveEndpoint(http, contract.getSchedule, ({ actor, params }) => viewSchedule(parts, actor, params.scheduleId));
  serveEndpoint(http, contract.listScheduleRuns, async ({ params, query }) => ({
    items: await viewScheduleRuns(parts, params.scheduleId, query.limit),
  }));
  serveEndpoint(http, contract.listScheduleKinds, async () => ({ items: listKinds(parts) }));
  serveEndpoint(http, contract.viewCalendar, ({ actor, query }) => viewCalendar(parts, actor, query));
  serveEndpoint(http, contract.previewSchedule, async ({ body }) => ({ fires: await previewSchedule(parts, body) }));
  serveEndpoint(http, contract.addSchedule, async ({ actor, body, audit }) => {
    const { id } = await addSchedule(schedules, actor, body, noteAs(audit, 'schedule'));
    return viewSchedule(parts, actor, id);
  });
  serveEndpoint(http, contract.changeSchedule, async ({ actor, params, body, audit }) => {
    await changeSchedule(schedules, actor, { ...params, ...body }, noteAs(audit, 'schedule'));
    return viewSchedule(parts, actor, params.scheduleId);
  });
  serveEndpoint(http, contract.pauseSchedule, async ({ actor, params, audit }) => {
    await pauseSchedule(schedules, actor, params.scheduleId, noteAs(audit, 'schedule'));
    return viewSchedule(parts, actor, params.scheduleId);
  });
  serveEndpoint(http, contract.resumeSchedule, async ({ actor, params, audit }) => {
    await resumeSchedule(schedules, actor, params.scheduleId, noteAs(audit, 'schedule'));
    return viewSchedule(parts, actor, params.scheduleId);
  });
  serveEndpoint(http, contract.removeSchedule, async ({ actor, params, audit }) => {
    await removeSchedule(schedules, actor, params.scheduleId, noteAs(audit, 'schedule'));
    return {};
  });
  serveEndpoint(http, contract.listFreezes, ({ actor, query }) => listFreezes(parts, actor, query));
  serveEndpoint(http, contract.addFreeze, async ({ actor, body, audit }) => {
    const { id } = await addFreeze(schedules, actor, body, noteAs(audit, 'freeze'));
    return viewFreeze(parts, actor, id);
  });
  serveEndpoint(http, contract.removeFreeze, async ({ actor, params, audit }) => {
    await removeFreeze(schedules, actor, params.freezeId, noteAs(audit, 'freeze'));
    return {};
  });
}
