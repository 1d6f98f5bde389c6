import {IconArrowDown, IconArrowUp, IconX} from '@tabler/icons-react';
import {useTranslation} from 'react-i18next';
import {uploadFields} from '#core/shipping/upload/template.ts';
import {transforms} from '#core/shipping/upload/transform.ts';
import {Button, IconButton} from '../../ui/button.tsx';
import {CheckField} from '../../ui/check-field.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {type ColumnForm, type TemplateForm, moved, withColumn} from './template-form.ts';
import styles from './template.module.css';

interface ColumnsTableProps {
  readonly form: TemplateForm;
  readonly onChange: (form: TemplateForm) => void;
}

/** The columns of the file in their order, each with what stands in it and what the carrier takes. */
export function ColumnsTable({form, onChange}: ColumnsTableProps) {
  const {t} = useTranslation('upload');
  const {columns} = form;
  const changed = (at: number, changes: Partial<ColumnForm>): void =>
    onChange({...form, columns: columns.map((column, place) => (place === at ? {...column, ...changes} : column))});
  return (
    <>
      <table className={styles.columns} aria-label={t('edit.columns')}>
        <thead>
          <tr>
            <th scope="col">{t('edit.heading')}</th>
            <th scope="col">{t('edit.field')}</th>
            <th scope="col">{t('edit.as')}</th>
            <th scope="col">{t('edit.required')}</th>
            <th scope="col">{t('edit.latin')}</th>
            <th scope="col">{t('edit.most')}</th>
            <th scope="col">{t('edit.digits')}</th>
            <th scope="col">{t('files.acts')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column, at) => (
            <ColumnLine
              key={column.key}
              column={column}
              at={at}
              onChange={(changes) => changed(at, changes)}
              onMove={(by) => onChange(moved(form, at, by))}
              onRemove={() => onChange({...form, columns: columns.filter((_, place) => place !== at)})}
            />
          ))}
        </tbody>
      </table>
      <div>
        <Button onClick={() => onChange(withColumn(form, Math.max(0, ...columns.map(({key}) => key)) + 1))}>
          {t('edit.add')}
        </Button>
      </div>
    </>
  );
}

interface ColumnLineProps {
  readonly column: ColumnForm;
  readonly at: number;
  readonly onChange: (changes: Partial<ColumnForm>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

function ColumnLine({column, at, onChange, onMove, onRemove}: ColumnLineProps) {
  const {t} = useTranslation('upload');
  const {name, content, fixed, as, required, latin, most, digits} = column;
  const called = name || t('edit.column', {at: at + 1});
  const label = (what: string): string => `${called}: ${what}`;
  return (
    <tr>
      <td>
        <TextField
          label={label(t('edit.heading'))}
          hideLabel
          value={name}
          maxLength={80}
          onChange={(event) => onChange({name: event.currentTarget.value})}
        />
      </td>
      <td>
        <SelectField
          label={label(t('edit.field'))}
          hideLabel
          searchable
          options={[
            {value: 'fixed' as ColumnForm['content'], label: t('field.fixed')},
            ...uploadFields.map((field) => ({value: field, label: t(`field.${field}`)})),
          ]}
          value={content}
          onChange={(chosen) => onChange({content: chosen})}
        />
      </td>
      <td>
        {content === 'fixed' ? (
          <TextField
            label={label(t('edit.fixed'))}
            hideLabel
            value={fixed}
            maxLength={100}
            onChange={(event) => onChange({fixed: event.currentTarget.value})}
          />
        ) : (
          <SelectField
            label={label(t('edit.as'))}
            hideLabel
            searchable
            options={[
              {value: 'asIs' as ColumnForm['as'], label: t('as.asIs')},
              ...transforms.map((how) => ({value: how, label: t(`as.${how}`)})),
            ]}
            value={as}
            onChange={(chosen) => onChange({as: chosen})}
          />
        )}
      </td>
      <td>
        <CheckField
          label={label(t('edit.required'))}
          hideLabel
          checked={required}
          onChange={(checked) => onChange({required: checked})}
        />
      </td>
      <td>
        <CheckField
          label={label(t('edit.latin'))}
          hideLabel
          checked={latin}
          onChange={(checked) => onChange({latin: checked})}
        />
      </td>
      <td>
        <TextField
          label={label(t('edit.most'))}
          hideLabel
          value={most}
          inputMode="numeric"
          maxLength={5}
          onChange={(event) => onChange({most: event.currentTarget.value})}
        />
      </td>
      <td>
        <TextField
          label={label(t('edit.digits'))}
          hideLabel
          value={digits}
          inputMode="numeric"
          maxLength={3}
          onChange={(event) => onChange({digits: event.currentTarget.value})}
        />
      </td>
      <td>
        <span className={styles.moves}>
          <IconButton
            label={t('edit.up', {name: called})}
            icon={<IconArrowUp stroke={1.5} />}
            onClick={() => onMove(-1)}
          />
          <IconButton
            label={t('edit.down', {name: called})}
            icon={<IconArrowDown stroke={1.5} />}
            onClick={() => onMove(1)}
          />
          <IconButton label={t('edit.remove', {name: called})} icon={<IconX stroke={1.5} />} onClick={onRemove} />
        </span>
      </td>
    </tr>
  );
}
