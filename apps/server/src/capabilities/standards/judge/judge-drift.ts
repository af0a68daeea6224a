import type { DriftItem, StandardRule } from '@myriad/contract';
import { findParameter, type Parameter, parameterOfOption, parseVersion, roundedTo, type Spelled } from '@myriad/mysql';
import { keptOf, wayTo } from './remedy.ts';
import type { Subject } from './seen.ts';
import { meets } from './want.ts';

/**
 * What differs by design: roles are set in the running server only, and some names are spoken otherwise than written.
 */
const byDesign =
  /^((super_)?read_only|skip_(slave|replica)_start|rpl_semi_sync_\w+_enabled|event_scheduler|offline_mode|log_bin(_basename|_index)?|relay_log(_basename|_index)?|plugin_load\w*|plugin_dir|open_files_limit|table_definition_cache|table_open_cache|performance_schema_\w+|lc_messages_dir|character_sets_dir|innodb_data_home_dir|innodb_undo_\w+|log_error|basedir|datadir|mysqlx\w*)$/;

const recorded: Readonly<Record<string, string>> = {
  lowerCaseTableNames: 'lower_case_table_names',
  characterSet: 'character_set_server',
  collation: 'collation_server',
  timeZone: 'time_zone',
};

/**
 * The running server against what it would start with, and against what was recorded when it was made. What is kept is what was
 * decided, and the way back leads there; but where a rule wants the running value and not the kept one, the running one is kept.
 */
export function judgeDrift(subject: Subject, rules: readonly StandardRule[] = []): readonly DriftItem[] {
  const { seen, instance, cluster } = subject;
  if (!seen?.variables.ok) return [];
  const running = seen.variables.value;
  const version = parseVersion(instance.version, instance.flavor);
  const kept = new Set([
    ...(seen.persisted.ok ? Object.keys(seen.persisted.value) : []),
    ...(seen.file.ok ? Object.keys(seen.file.value) : []),
  ]);
  const items: DriftItem[] = [];
  for (const option of kept) {
    const parameter = parameterOfOption(version, option);
    const now = parameter && running[parameter.name];
    const then = keptOf(seen, option);
    if (!parameter || now === undefined || !then || byDesign.test(parameter.name)) continue;
    if (agree(parameter, then.value, now)) continue;
    items.push({
      name: parameter.name,
      running: now,
      kept: then.value,
      where: then.where,
      ...back(subject, parameter, rightOf(rules, { flavor: instance.flavor, name: parameter.name }, now, then.value)),
    });
  }
  if (instance.packageId !== null)
    for (const [field, name] of Object.entries(recorded)) {
      const was = cluster.fixed[field];
      const now = running[name];
      const parameter = findParameter(version, name);
      if (was === undefined || was === '' || now === undefined || !parameter || agree(parameter, String(was), now))
        continue;
      if (!items.some((item) => item.name === name))
        items.push({
          name,
          running: now,
          kept: String(was),
          where: 'record',
          ...back(subject, parameter, String(was)),
        });
    }
  return items.slice(0, 200);
}

/** Which of the two is right. */
function rightOf(rules: readonly StandardRule[], parameter: Spelled, running: string, kept: string): string {
  const own = rules.flatMap((rule) =>
    rule.kind === 'parameter' && rule.parameters.includes(parameter.name) ? [rule.want] : [],
  );
  return own.some((want) => meets(want, parameter, running) && !meets(want, parameter, kept)) ? running : kept;
}

const agree = (parameter: Parameter, kept: string, running: string): boolean =>
  roundedTo(parameter, kept, running) || (kept === '' && ['switch', 'text'].includes(parameter.kind));

/** Back to what is kept: where the running server can be changed at all. */
function back(subject: Subject, parameter: Parameter, value: string): Pick<DriftItem, 'remedy' | 'set'> {
  if (parameter.change !== 'now') return { remedy: 'pending' };
  const { remedy, set } = wayTo(subject, parameter.name, value);
  return set ? { remedy, set } : { remedy };
}
