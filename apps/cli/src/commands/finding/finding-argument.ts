import type { Argument } from '../../command.ts';

export const findingArgument: Argument = {
  name: 'FINDING',
  words: { en: 'Its id, as `finding list` shows it', zh: '发现项 ID，见 finding list' },
};
