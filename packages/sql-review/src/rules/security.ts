import type { Rule } from '../rule.ts';
import { authPluginOld } from './security/auth-plugin-old.ts';
import { definerFixed } from './security/definer-fixed.ts';
import { dropUser } from './security/drop-user.ts';
import { flushPrivileges } from './security/flush-privileges.ts';
import { grantAdminOption } from './security/grant-admin-option.ts';
import { grantCreatesUser } from './security/grant-creates-user.ts';
import { grantDangerous } from './security/grant-dangerous.ts';
import { grantDdl } from './security/grant-ddl.ts';
import { grantSystemSchema } from './security/grant-system-schema.ts';
import { killStatement } from './security/kill-statement.ts';
import { loadDataLocal } from './security/load-data-local.ts';
import { loadableFunction } from './security/loadable-function.ts';
import { passwordColumn } from './security/password-column.ts';
import { passwordInText } from './security/password-in-text.ts';
import { passwordLiteral } from './security/password-literal.ts';
import { pluginChange } from './security/plugin-change.ts';
import { securityDefiner } from './security/security-definer.ts';
import { sensitiveColumnRead } from './security/sensitive-column-read.ts';
import { setGlobal } from './security/set-global.ts';
import { shutdownStatement } from './security/shutdown-statement.ts';
import { textSubstituted } from './security/text-substituted.ts';
import { userAnonymous } from './security/user-anonymous.ts';
import { userAnyHost } from './security/user-any-host.ts';
import { userNoPassword } from './security/user-no-password.ts';
import { userNoTls } from './security/user-no-tls.ts';
import { userPasswordNeverExpires } from './security/user-password-never-expires.ts';

export const securityRules: readonly Rule[] = [
  authPluginOld,
  definerFixed,
  dropUser,
  flushPrivileges,
  grantAdminOption,
  grantCreatesUser,
  grantDangerous,
  grantDdl,
  grantSystemSchema,
  killStatement,
  loadDataLocal,
  loadableFunction,
  passwordColumn,
  passwordInText,
  passwordLiteral,
  pluginChange,
  securityDefiner,
  sensitiveColumnRead,
  setGlobal,
  shutdownStatement,
  textSubstituted,
  userAnonymous,
  userAnyHost,
  userNoPassword,
  userNoTls,
  userPasswordNeverExpires,
];
