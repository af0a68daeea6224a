/** A line for the person watching: both languages, never joined from halves. Same shape as the runbook's Words. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/** Where progress goes. The caller chooses language and stream; the lab only says what it does. */
export type Say = (words: Words) => void;
