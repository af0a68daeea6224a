import { at, defineRule } from '../../rule.ts';

export const shutdownStatement = defineRule({
  id: 'shutdown-statement',
  grade: 'X',
  theme: 'security',
  why: {
    en: 'RESTART and SHUTDOWN end the server for everybody.',
    zh: 'RESTART、SHUTDOWN 会使实例对所有人停止服务。',
  },
  on: ['server-command'],
  check: (statement) =>
    (statement.what === 'RESTART' || statement.what.startsWith('SHUTDOWN')) &&
    at(statement, `${statement.what} stops the server.`, `${statement.what} 会停止服务器。`),
});
