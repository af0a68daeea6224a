export type Tone = 'good' | 'bad' | 'warn' | 'live' | 'calm';
export type Shape =
  | 'tick'
  | 'cross'
  | 'ring'
  | 'dot'
  | 'turn'
  | 'bars'
  | 'clock'
  | 'back'
  | 'slash'
  | 'diamond'
  | 'hook';

export interface Mark {
  readonly shape: Shape;
  readonly tone: Tone;
}
const mark = (shape: Shape, tone: Tone): Mark => ({ shape, tone });

/** How each state is drawn. Never by colour alone: every tone appears with shapes of its own. */
export const stateMarks = {
  ticket: {
    waiting: mark('clock', 'warn'),
    approved: mark('ring', 'live'),
    running: mark('turn', 'live'),
    // Of a ticket that runs: its task stopped and waits for a person.
    paused: mark('bars', 'warn'),
    done: mark('tick', 'good'),
    failed: mark('cross', 'bad'),
    rejected: mark('slash', 'bad'),
    withdrawn: mark('back', 'calm'),
    cancelled: mark('slash', 'calm'),
  },
  task: {
    queued: mark('ring', 'calm'),
    waiting: mark('clock', 'calm'),
    running: mark('turn', 'live'),
    paused: mark('bars', 'warn'),
    undoing: mark('back', 'warn'),
    done: mark('tick', 'good'),
    failed: mark('cross', 'bad'),
    cancelled: mark('slash', 'calm'),
    undone: mark('back', 'calm'),
  },
  step: {
    pending: mark('ring', 'calm'),
    running: mark('turn', 'live'),
    waiting: mark('clock', 'warn'),
    done: mark('tick', 'good'),
    failed: mark('cross', 'bad'),
    skipped: mark('hook', 'warn'),
    undoing: mark('back', 'warn'),
    undone: mark('back', 'calm'),
    cancelled: mark('slash', 'calm'),
  },
  cluster: {
    deploying: mark('turn', 'live'),
    running: mark('dot', 'good'),
    stopped: mark('ring', 'warn'),
    decommissioned: mark('slash', 'calm'),
  },
  instance: {
    deploying: mark('turn', 'live'),
    running: mark('dot', 'good'),
    stopped: mark('ring', 'warn'),
    decommissioned: mark('slash', 'calm'),
    unknown: mark('diamond', 'warn'),
  },
  pool: {
    unchecked: mark('diamond', 'warn'),
    'failed-check': mark('cross', 'bad'),
    available: mark('ring', 'good'),
    reserved: mark('clock', 'live'),
    'in-use': mark('dot', 'live'),
    'out-of-service': mark('slash', 'calm'),
  },
  verdict: {
    pass: mark('tick', 'good'),
    warn: mark('diamond', 'warn'),
    fail: mark('cross', 'bad'),
    unknown: mark('ring', 'calm'),
  },
  support: {
    'run-here': mark('tick', 'good'),
    'from-fixtures': mark('diamond', 'warn'),
    untested: mark('ring', 'calm'),
  },
  // Of a finding.
  grade: {
    bad: mark('cross', 'bad'),
    warn: mark('diamond', 'warn'),
    info: mark('ring', 'calm'),
    muted: mark('slash', 'calm'),
    closed: mark('tick', 'good'),
  },
  // Of one check of the platform itself.
  health: {
    green: mark('tick', 'good'),
    amber: mark('diamond', 'warn'),
    grey: mark('ring', 'calm'),
  },
  outcome: {
    // Written before the act; one that stays so was cut off, and nobody knows how it ended.
    started: mark('diamond', 'warn'),
    allowed: mark('tick', 'good'),
    refused: mark('slash', 'warn'),
    failed: mark('cross', 'bad'),
  },
} as const satisfies Record<string, Record<string, Mark>>;

export type StateOf = keyof typeof stateMarks;
