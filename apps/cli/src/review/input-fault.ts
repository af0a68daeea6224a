import type { ExitName } from '../exit-codes.ts';
import type { Words } from '../language.ts';

/** The command line or a file is not what a review can work on; says what to do next. */
export class InputFault extends Error {
  readonly words: Words;
  readonly exit: ExitName;
  constructor(words: Words, exit: ExitName = 'usage') {
    super(words.en);
    this.words = words;
    this.exit = exit;
  }
}
