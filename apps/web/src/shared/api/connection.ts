import { useSyncExternalStore } from 'react';

let lostSince: number | undefined;
const listeners = new Set<() => void>();

function change(next: number | undefined): void {
  if (lostSince === next) return;
  lostSince = next;
  for (const listener of listeners) listener();
}

/** A call was not answered; the first one in a row sets the time. */
export const noteLost = (): void => change(lostSince ?? Date.now());
export const noteAnswered = (): void => change(undefined);

export function onConnectionChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Since when nothing has been answered (ms), or undefined while connected. */
export const connectionLostSince = (): number | undefined => lostSince;
export const useConnectionLostSince = (): number | undefined =>
  useSyncExternalStore(onConnectionChange, connectionLostSince);
