import { defineStatement } from '../catalogue/statement.ts';
import { isAtLeast } from '../version.ts';
import { looking } from './activity-statements.ts';

export const mostParameters = 3000;

export const parameterOrigins = defineStatement({
  name: 'live.parameter-origins',
  why: {
    en: 'Where each parameter’s value comes from: built in, an option file, persisted, or set at run time by whom.',
    zh: '每个参数的取值来源：内置默认、配置文件、持久化，或由谁在线设置。',
  },
  ...looking,
  text: (version) => {
    if (version.flavor === 'mysql')
      return isAtLeast(version, 8)
        ? `SELECT VARIABLE_NAME AS name, VARIABLE_SOURCE AS source, VARIABLE_PATH AS path, SET_USER AS set_user, SET_HOST AS set_host, SET_TIME AS set_at FROM performance_schema.variables_info LIMIT ${mostParameters + 1}`
        : undefined;
    const path = isAtLeast(version, 10, 5) ? ', GLOBAL_VALUE_PATH AS path' : '';
    return `SELECT VARIABLE_NAME AS name, GLOBAL_VALUE_ORIGIN AS source, LEFT(DEFAULT_VALUE, 1025) AS compiled${path} FROM information_schema.SYSTEM_VARIABLES LIMIT ${mostParameters + 1}`;
  },
});

export const persistedParameters = defineStatement({
  name: 'live.persisted-parameters',
  why: {
    en: 'What was persisted by SET PERSIST, which wins over the option file at the next start.',
    zh: '由 SET PERSIST 持久化的参数，下次启动时优先于配置文件。',
  },
  ...looking,
  text: (version) =>
    version.flavor === 'mysql' && isAtLeast(version, 8)
      ? `SELECT VARIABLE_NAME AS name, LEFT(VARIABLE_VALUE, 1025) AS value FROM performance_schema.persisted_variables LIMIT ${mostParameters + 1}`
      : undefined,
});
