import { useTranslation } from 'react-i18next';

/** One change of a step that says what was and what will be, as its input carries it. */
interface Change {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly takesEffect?: unknown;
  readonly kept?: unknown;
  readonly keptBefore?: { readonly file?: unknown; readonly persisted?: unknown };
}

const isChange = (value: unknown): value is Change =>
  typeof value === 'object' &&
  value !== null &&
  ['name', 'before', 'after'].every((key) => typeof (value as Record<string, unknown>)[key] === 'string');

/** Before and after, where whoever approves reads the plan; nothing for a step that changes no values. */
export function StepChanges({ input }: { input: Readonly<Record<string, unknown>> | undefined }) {
  const changes = Array.isArray(input?.changes) ? input.changes.filter(isChange) : [];
  if (changes.length === 0) return null;
  return (
    <span className="step-changes">
      {changes.map((change) => (
        <OneChange key={change.name} change={change} />
      ))}
    </span>
  );
}

function OneChange({ change: { name, before, after, takesEffect, kept, keptBefore } }: { change: Change }) {
  const { t } = useTranslation();
  const where = kept === 'option-file' || kept === 'persisted' ? kept : undefined;
  const was = where === 'option-file' ? keptBefore?.file : keptBefore?.persisted;
  return (
    <span>
      <code>{name}</code> <code className="soft">{before}</code> → <b className="mono">{after}</b>{' '}
      {takesEffect === 'restart' ? <span className="tone-warn">{t('standard.afterRestart')} </span> : null}
      {where && was !== after ? (
        <span className="faint">
          {t(`standard.where.${where}`)} {typeof was === 'string' ? was : t('standard.keptNothing')} → {after}
        </span>
      ) : null}
      {kept === 'nowhere' ? <span className="tone-warn">{t('standard.notKept')}</span> : null}
    </span>
  );
}
