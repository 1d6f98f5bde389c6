import {IconAdjustments, IconPencil, IconTrash} from '@tabler/icons-react';
import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Printer} from '#core/printing/printer.ts';
import type {PrinterSaid} from '#core/printing/printer-port.ts';
import type {PrintingDesk} from '#core/shell/printing-calls.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {Button, IconButton} from '../../ui/button.tsx';
import {Section} from '../../ui/section.tsx';
import {SheetTable} from '../../ui/sheet-table.tsx';
import {StatusMark} from '../../ui/status-mark.tsx';
import {CalibrateDialog} from './calibrate-dialog.tsx';
import {PrinterDialog} from './printer-dialog.tsx';
import own from './printing.module.css';
import {mediaWords, placeOf, stateShown} from './printer-words.ts';
import {useRemovePrinter} from './use-remove-printer.ts';
import {usePrintersSay} from './use-printers-say.ts';
import {useTestPrint} from './use-test-print.ts';

/** The printers of this desk, each with what it says of itself. */
export function PrinterList({desk}: {readonly desk: PrintingDesk}) {
  const {t} = useTranslation('printing');
  const said = usePrintersSay(desk.printers);
  const remove = useRemovePrinter(desk);
  const [form, setForm] = useState<{readonly printer: Printer | undefined} | undefined>(undefined);
  const [calibrates, setCalibrates] = useState<Printer | undefined>(undefined);
  const testPrint = useTestPrint();
  const add = (): void => setForm({printer: undefined});
  useKeys('page', [{id: 'printing.add', word: 'printing:list.add', section: 'app:section.page', keys: 'a', run: add}]);
  const sorted = desk.printers.toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <Section title={t('section.printers')}>
      {sorted.length === 0 ? <p>{t('list.none')}</p> : null}
      {sorted.length > 0 ? (
        <SheetTable heads={[t('list.name'), t('list.state'), t('list.paper')]} figures={[t('list.acts')]}>
          {sorted.map((printer) => (
            <PrinterRow
              key={printer.id}
              printer={printer}
              said={said.get(printer.id)}
              onTest={() => void testPrint(printer)}
              onCalibrate={() => setCalibrates(printer)}
              onChange={() => setForm({printer})}
              onRemove={() => void remove(printer)}
            />
          ))}
        </SheetTable>
      ) : null}
      <Button keys="a" onClick={add}>
        {t('list.add')}
      </Button>
      {calibrates ? <CalibrateDialog printer={calibrates} onClose={() => setCalibrates(undefined)} /> : null}
      {form ? <PrinterDialog printer={form.printer} onClose={() => setForm(undefined)} /> : null}
    </Section>
  );
}

interface PrinterRowProps {
  readonly printer: Printer;
  readonly said: PrinterSaid | undefined;
  readonly onTest: () => void;
  readonly onCalibrate: () => void;
  readonly onChange: () => void;
  readonly onRemove: () => void;
}

function PrinterRow({printer, said, onTest, onCalibrate, onChange, onRemove}: PrinterRowProps) {
  const {t} = useTranslation('printing');
  const {name, language, dpi, media} = printer;
  const state = stateShown(t, printer, said);
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{placeOf(printer)}</small>
      </th>
      <td>
        <StatusMark meaning={state.meaning} word={state.word} />
        {state.said === '' ? null : <small>{state.said}</small>}
      </td>
      <td>
        {mediaWords(t, media)}
        <small>{t('list.facts', {language: t(`language.${language}`), dpi})}</small>
      </td>
      <td data-act>
        <div className={own.rowActs}>
          <Button variant="quiet" onClick={onTest}>
            {t('calibrate.test')}
          </Button>
          <IconButton
            label={t('calibrate.open', {name})}
            icon={<IconAdjustments stroke={1.5} />}
            onClick={onCalibrate}
          />
          <IconButton label={t('list.change', {name})} icon={<IconPencil stroke={1.5} />} onClick={onChange} />
          <IconButton label={t('list.remove', {name})} icon={<IconTrash stroke={1.5} />} onClick={onRemove} />
        </div>
      </td>
    </tr>
  );
}
