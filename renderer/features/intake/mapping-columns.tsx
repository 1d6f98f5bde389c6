import {useTranslation} from 'react-i18next';
import type {SourceRow} from '#core/intake/draft.ts';
import type {Field} from '#core/intake/format.ts';
import type {Mapping} from '#core/intake/mapping.ts';
import {SelectField} from '../../ui/select-field.tsx';
import {fieldOf, mappableFields, withField} from './edit-mapping.ts';
import styles from './mapping.module.css';

interface MappingColumnsProps {
  readonly header: readonly string[];
  readonly sample: readonly SourceRow[];
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

const samplesMax = 3;
const nothing = '';

/** The columns of the file with their first values on the left, what they are to us on the right. */
export function MappingColumns({header, sample, mapping, onChange}: MappingColumnsProps) {
  const {t} = useTranslation('intake');
  const options = [
    {value: nothing as Field | typeof nothing, label: t('mapping.nothing')},
    ...mappableFields.map((field) => ({value: field, label: fieldWord(field)})),
  ];
  function fieldWord(field: Field): string {
    const word = t(`field.${field as 'orderNumber'}`);
    return field === 'orderNumber' || field === 'orderedAt' ? `${word} *` : word;
  }
  const named = header.flatMap((column, at) => (column.trim() === '' ? [] : [{column, at}]));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with keys
    <div className={styles.columns} role="group" aria-label={t('mapping.columns')} tabIndex={0}>
      <p>{t('mapping.required')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('mapping.column')}</th>
            <th scope="col">{t('mapping.sample')}</th>
            <th scope="col">{t('mapping.field')}</th>
          </tr>
        </thead>
        <tbody>
          {named.map(({column, at}) => (
            <tr key={at}>
              <th scope="row">{column}</th>
              <td title={valuesOf(sample, at).join('\n')}>{valuesOf(sample, at).slice(0, samplesMax).join(' · ')}</td>
              <td>
                <SelectField
                  label={column}
                  hideLabel
                  searchable
                  options={options}
                  value={fieldOf(mapping, column) ?? nothing}
                  onChange={(field) => onChange(withField(mapping, column, field === nothing ? undefined : field))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The first different values of a column, as they stand in the file. */
function valuesOf(sample: readonly SourceRow[], at: number): readonly string[] {
  return [...new Set(sample.map(({cells}) => (cells[at] ?? '').trim()).filter((cell) => cell !== ''))];
}
