import { decisionCommand } from './decide.ts';

export const command = decisionCommand('abort', {
  en: 'End it here and leave things as they are',
  zh: '就此终止，保持现状',
});
