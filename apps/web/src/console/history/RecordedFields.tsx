import { RecordedName } from './RecordedName.tsx';
import { RecordedValue } from './RecordedValue.tsx';
import { saidFields } from './recorded-value.ts';
import './recorded.css';

/** A record as a list of names and values, one a line. */
export function RecordedFields({ record }: { record: Readonly<Record<string, unknown>> }) {
  return (
    <dl className="recorded-fields">
      {saidFields(record).map(([name, value]) => (
        <div key={name}>
          <dt>
            <RecordedName name={name} />
          </dt>
          <dd>
            <RecordedValue name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
