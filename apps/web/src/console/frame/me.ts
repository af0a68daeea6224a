import { getMe, type Me } from '@myriad/contract';
import { useOutletContext } from 'react-router';
import { useAnswer } from '../../shared/api/use-answer.ts';

export const useMeQuery = () => useAnswer(getMe, {});

/** Who is signed in; only below the frame, which lets nobody else in. */
export const useMe = (): Me => useOutletContext<Me>();

/** `/sign-in` that comes back to where one is. */
export function signInAddress(from: { pathname: string; search: string }): string {
  const here = from.pathname + from.search;
  return here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`;
}

/** Only addresses inside the console are gone back to: `//elsewhere` and `/\elsewhere` are not. */
export function nextAddress(search: URLSearchParams): string {
  const next = search.get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
