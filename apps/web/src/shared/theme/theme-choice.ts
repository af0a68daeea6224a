import { useSyncExternalStore } from 'react';

export type ThemeChoice = 'system' | 'light' | 'dark';

const storageKey = 'myriad.theme';
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function readChoice(): ThemeChoice {
  const kept = localStorage.getItem(storageKey);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

let choice = readChoice();
const isDark = () => choice === 'dark' || (choice === 'system' && darkSystem.matches);

function apply(): void {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  for (const listener of listeners) listener();
}
darkSystem.addEventListener('change', apply);
apply();

export function changeTheme(next: ThemeChoice): void {
  choice = next;
  if (next === 'system') localStorage.removeItem(storageKey);
  else localStorage.setItem(storageKey, next);
  apply();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useThemeChoice = (): ThemeChoice => useSyncExternalStore(subscribe, () => choice);
export const useIsDark = (): boolean => useSyncExternalStore(subscribe, isDark);

const stillSystem = window.matchMedia('(prefers-reduced-motion: reduce)');
const subscribeStill = (listener: () => void) => {
  stillSystem.addEventListener('change', listener);
  return () => stillSystem.removeEventListener('change', listener);
};

/** The person has asked their system for as little movement as possible: dialogs and menus are there at once. */
export const useIsStill = (): boolean => useSyncExternalStore(subscribeStill, () => stillSystem.matches);
