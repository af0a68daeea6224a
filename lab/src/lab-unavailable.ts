import type { Words } from './words.ts';

/** Something the machine lacks. The words say what, and what to install or set: a test skips by this name, loudly. */
export class LabUnavailable extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.words = words;
  }
}
