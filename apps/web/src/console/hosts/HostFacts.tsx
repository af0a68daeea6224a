import { useTranslation } from 'react-i18next';
import { formatBytes } from '../../shared/format/format-size.ts';

type Facts = Readonly<Record<string, unknown>>;

const numberIn = (facts: Facts, name: string): number | undefined => {
  const value = facts[name];
  return typeof value === 'number' ? value : undefined;
};
const textIn = (facts: Facts, name: string): string | undefined => {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** What a host is, in one line: processors, memory, free disk under its base directory, system. */
export function HostFacts({ facts, short }: { facts: Facts; short?: true }) {
  const { t } = useTranslation();
  const cores = numberIn(facts, 'cpuCores');
  const memory = numberIn(facts, 'memoryBytes');
  const free = numberIn(facts, 'baseFreeBytes');
  const total = numberIn(facts, 'baseTotalBytes');
  const system = textIn(facts, 'osName');
  return (
    <>
      {cores === undefined ? null : <span className="nowrap">{t('host.cpu', { count: cores })}</span>}
      {memory === undefined ? null : <span className="nowrap">{formatBytes(memory)}</span>}
      {free === undefined ? null : (
        <span className="nowrap">
          {t('host.free', { free: formatBytes(free) })}
          {total === undefined || short ? '' : ` / ${formatBytes(total)}`}
        </span>
      )}
      {system && !short ? <span className="nowrap">{system}</span> : null}
    </>
  );
}
