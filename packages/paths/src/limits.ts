import { type CallLimits, PathError, type PathErrorCode } from './types.ts';

/** Which hop an error names. */
export interface Where {
  readonly hop: number;
  readonly hopName: string;
}

export const defaultTimeoutSeconds = 30;
export const defaultMaxOutputBytes = 1024 * 1024;

/** The end of a call: its time limit and its caller's signal in one. */
export interface Deadline extends Disposable {
  /** Resolves with the error when the time is over or the caller gave up; never rejects. */
  readonly over: Promise<PathError>;
  /** `work`, or the deadline's error if that comes first. `late` gets a result nobody waits for any more. */
  guard<T>(work: Promise<T>, late?: (value: T) => void): Promise<T>;
}

export function startDeadline(where: Where, what: string, limits: CallLimits = {}): Deadline {
  const seconds = limits.timeoutSeconds ?? defaultTimeoutSeconds;
  let settle: (error: PathError) => void = () => {};
  const over = new Promise<PathError>((resolve) => {
    settle = resolve;
  });
  const end = (code: PathErrorCode, message: string) => settle(new PathError(code, message, where));
  const onAbort = () => end('ABORTED', `${what} was aborted`);
  const isLate = () => end('TIMED_OUT', `${what} took longer than ${seconds} s`);
  let lastTurn: NodeJS.Immediate | undefined;
  // What has arrived counts: a process that was held up itself reads it before it calls the other end late.
  const timer = setTimeout(() => {
    lastTurn = setImmediate(isLate);
  }, seconds * 1000);
  if (limits.signal?.aborted) onAbort();
  else limits.signal?.addEventListener('abort', onAbort, { once: true });
  return {
    over,
    guard: (work, late) => firstOf(work, over, late),
    [Symbol.dispose]: () => {
      clearTimeout(timer);
      clearImmediate(lastTurn);
      limits.signal?.removeEventListener('abort', onAbort);
    },
  };
}

function firstOf<T>(work: Promise<T>, over: Promise<PathError>, late?: (value: T) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let left = false;
    over.then(
      (error) => {
        left = true;
        reject(error);
      },
      () => {},
    );
    work.then(
      (value) => (left ? late?.(value) : resolve(value)),
      (error: unknown) => reject(error),
    );
  });
}
