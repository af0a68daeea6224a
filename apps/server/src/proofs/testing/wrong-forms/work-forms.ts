import {
  type WrongInput,
  wrongAmounts,
  wrongChoices,
  wrongLines,
  wrongTexts,
  wrongTimes,
} from '../../../platform/http/testing.ts';
import type { Fleet } from '../../../scopes/random-fleet.ts';
import { butBlank, butNull, type Form, longest, wrongAt } from './form.ts';

const day = 86_400_000;
const soon = Date.now() + day;
const lastTime = 253_402_300_799_999;

/** What is wrong with one part of a form, the rest of that part right. */
const within = (part: string, rest: object, wrong: readonly WrongInput[]): WrongInput[] =>
  wrong.map(([given, ...refusal]) => {
    const { [part]: inner } = given as Readonly<Record<string, object>>;
    return [{ [part]: { ...rest, ...inner } }, ...refusal];
  });

/** As the local console sends it: columns under `values`. */
const asRow = (wrong: readonly WrongInput[]): WrongInput[] =>
  wrong.map(([values, code, path]) => wrongAt(code, { values }, path?.replace('body.', 'body.values.')));

const keyOf = (...parts: readonly string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

/** Forms of what is done: the local console, schedules, freezes, maintenance, findings and tickets. */
export function workForms({ clusters, findings, tickets, applications }: Fleet): readonly Form[] {
  const cluster = `/api/clusters/${clusters[0]?.id}`;
  const finding = `/api/findings/${findings[0]?.id}`;
  const ticket = `/api/tickets/${tickets[0]?.id}`;
  const application = applications[0]?.id ?? '';
  const mute = { reason: 'known', until: soon };
  return [
    {
      ...{ name: 'row of a table', method: 'PATCH', path: `/api/tables/application/rows/${keyOf(application)}` },
      reads: `/api/applications/${application}`,
      wrong: [
        ...asRow(['name', 'owner'].flatMap((name) => wrongLines(name, 100))),
        wrongAt('COLUMN_READ_ONLY', { values: { id: 'x' } }),
        wrongAt('COLUMN_READ_ONLY', { values: { created_at: 1 } }),
        wrongAt('INPUT_INVALID', { values: { level: 'vital' } }, 'body.values.level'),
        wrongAt('INPUT_INVALID', { values: [] }, 'body.values'),
        wrongAt('INPUT_INVALID', { values: { owner: 'x' }, reason: 'x'.repeat(501) }, 'body.reason'),
        wrongAt('INPUT_INVALID', { values: { owner: 'x' }, reason: '\u0007' }, 'body.reason'),
      ],
    },
    {
      ...{ name: 'saved filter', method: 'PUT', path: '/api/saved-filters', reads: '/api/saved-filters' },
      base: { page: 'fleet', name: 'mine', address: '/fleet?filter=x' },
      wrong: [
        ...wrongLines('name', 60),
        ...['', 'Fleet', 'a b', '../x', 'x'.repeat(81)].map((page) => wrongAt('INPUT_INVALID', { page }, 'body.page')),
        ...[
          '',
          'fleet',
          '//elsewhere',
          '/\\elsewhere',
          'https://x',
          `/${'x'.repeat(8000)}`,
          '/a\nb',
          '/a b',
          '/\u0007',
        ].map((address) => wrongAt('INPUT_INVALID', { address }, 'body.address')),
      ],
      right: { page: 'p'.repeat(80), name: longest(60), address: `/${'x'.repeat(7999)}` },
    },
    {
      ...{ name: 'schedule', method: 'POST', path: '/api/schedules', reads: '/api/schedules' },
      base: {
        name: 'n',
        cron: '0 2 * * *',
        timeZone: 'UTC',
        taskKind: 'hosts.check',
        taskInput: { hostIds: ['none'] },
      },
      wrong: [
        ...wrongLines('name', 100),
        ...['61 * * * *', '0 2', 'x', '* * * * * * *'].map((cron) => wrongAt('SCHEDULE_CRON', { cron })),
        ...['', 'x'.repeat(101), 5].map((cron) => wrongAt('INPUT_INVALID', { cron }, 'body.cron')),
        ...['Mars/Olympus', '+08:00'].map((timeZone) => wrongAt('SCHEDULE_TIME_ZONE', { timeZone })),
        ...['25:00', '2:00', '02:60', 2].map((from) =>
          wrongAt('INPUT_INVALID', { window: { from, to: '03:00' } }, 'body.window.from'),
        ),
        ...wrongAmounts('jitterSeconds'),
        wrongAt('INPUT_INVALID', { jitterSeconds: 3601 }, 'body.jitterSeconds'),
        ...wrongChoices('overlap', 'skip'),
        wrongAt('SCHEDULE_NEVER_FIRES', { cron: '0 0 30 2 *' }),
        wrongAt('TASK_KIND_UNKNOWN', { taskKind: 'fleet.burn' }),
        wrongAt('SCHEDULE_INPUT', { taskInput: { hostIds: 'all' } }, 'body.taskInput.hostIds'),
        wrongAt('HOST_NOT_FOUND', {}),
      ],
    },
    {
      ...{ name: 'change freeze', method: 'POST', path: '/api/change-freezes', reads: '/api/change-freezes' },
      base: { name: 'n', reason: 'r', fromAt: soon, untilAt: soon + day },
      wrong: [
        ...wrongLines('name', 100),
        ...wrongTexts('reason', 500),
        ...wrongTimes('fromAt'),
        ...wrongTimes('untilAt'),
        wrongAt('FREEZE_TIMES', { untilAt: soon }),
        wrongAt('FREEZE_OVER', { fromAt: 1, untilAt: 2 }),
        wrongAt('SCHEDULE_NOT_FOUND', { scope: { kind: 'schedules', scheduleIds: ['none'] } }),
        wrongAt('INPUT_INVALID', { scope: { kind: 'task-kinds', taskKinds: [] } }, 'body.scope.taskKinds'),
        wrongAt('INPUT_INVALID', { scope: { kind: 'some' } }, 'body.scope.kind'),
      ],
      right: { name: longest(100), reason: longest(500), untilAt: lastTime },
    },
    {
      ...{ name: 'maintenance', method: 'PUT', path: `${cluster}/maintenance`, reads: cluster },
      wrong: [
        ...within('maintenance', { until: soon }, wrongTexts('maintenance.reason', 500)),
        ...within('maintenance', { reason: 'r' }, wrongTimes('maintenance.until')),
        wrongAt('MAINTENANCE_OVER', { maintenance: { reason: 'r', until: 5 } }),
        wrongAt('INPUT_INVALID', {}, 'body.maintenance'),
      ],
      right: { maintenance: { reason: longest(500), until: lastTime } },
    },
    {
      ...{ name: 'mute', method: 'PUT', path: `${finding}/mute`, reads: finding },
      wrong: [
        ...within('mute', mute, wrongTexts('mute.reason', 500)),
        ...within('mute', mute, wrongTimes('mute.until')),
        ...within('mute', mute, wrongLines('mute.owner', 100)),
        wrongAt('FINDING_MUTE_END', { mute: { ...mute, until: 5 } }),
        wrongAt('INPUT_INVALID', {}, 'body.mute'),
      ],
      right: { mute: { reason: longest(500), until: soon, owner: longest(100) } },
    },
    {
      ...{ name: 'owner of a finding', method: 'PUT', path: `${finding}/owner`, reads: finding },
      wrong: [...butNull(wrongLines('owner', 100)), wrongAt('INPUT_INVALID', {}, 'body.owner')],
      right: { owner: longest(100) },
    },
    {
      ...{ name: 'rejection', method: 'POST', path: `${ticket}/rejection`, reads: ticket },
      wrong: [...wrongTexts('comment', 2000), wrongAt('INPUT_INVALID', {}, 'body.comment')],
    },
    {
      ...{ name: 'approval', method: 'POST', path: `${ticket}/approval`, reads: ticket, base: { planHash: 'other' } },
      wrong: [
        ...butBlank(wrongTexts('comment', 2000)),
        ...[7, null, {}].map((planHash) => wrongAt('INPUT_INVALID', { planHash }, 'body.planHash')),
        // Planted: of a kind that is gone, so that no plan can be made to compare with.
        wrongAt('TASK_KIND_UNKNOWN', {}),
        wrongAt('INPUT_INVALID', { freeze: { choice: 'never' } }, 'body.freeze.choice'),
        wrongAt('INPUT_INVALID', { freeze: { choice: 'override', reason: ' ' } }, 'body.freeze.reason'),
      ],
    },
  ];
}
