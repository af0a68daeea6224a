import { hashSecretText, isSameHash, newSecretText } from './secret-text.ts';

/** The one-time token for making the administrator. It lives in this process only; a restart makes another. */
export interface FirstRun {
  /** A fresh token; an earlier one is void. */
  open(): string;
  isToken(text: string): boolean;
  close(): void;
}

export function createFirstRun(): FirstRun {
  let hash: string | undefined;
  return {
    open: () => {
      const token = newSecretText();
      hash = hashSecretText(token);
      return token;
    },
    isToken: (text) => hash !== undefined && isSameHash(hash, hashSecretText(text)),
    close: () => {
      hash = undefined;
    },
  };
}
