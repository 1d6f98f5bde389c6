import {useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Fault} from '#core/faults.ts';
import {learnFromSheet} from '#core/printing/learn-from-sheet.ts';
import type {Printer} from '#core/printing/printer.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {callPrinting} from '../../app/printing/print-store.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {FormDialog} from '../../ui/form-dialog.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import styles from '../../ui/sheet.module.css';
import {CalibrationNow} from './calibration-now.tsx';
import {SheetFields} from './sheet-fields.tsx';
import {type SheetForm, answersOf, newSheetForm} from './sheet-form.ts';
import {squareOf, useTestPrint} from './use-test-print.ts';

interface CalibrateDialogProps {
  readonly printer: Printer;
  readonly onClose: () => void;
}

/** Prints a test sheet and asks what can be seen on it; what was learned is applied to every document made from then on. */
export function CalibrateDialog({printer, onClose}: CalibrateDialogProps) {
  const {t, i18n} = useTranslation('printing');
  const {name} = printer;
  const [form, setForm] = useState<SheetForm>(() => newSheetForm(squareOf(printer)));
  const [isWrong, setIsWrong] = useState(false);
  const [fault, setFault] = useState<Fault | undefined>(undefined);
  const testPrint = useTestPrint();
  useKeys('dialog', []);

  const keep = async (changed: Printer, words: string): Promise<void> => {
    const saved = await callPrinting('printing.save', changed);
    if (!saved.ok) return setFault(saved.fault);
    const {say} = useNotices.getState();
    const putBack = async (): Promise<void> => {
      const back = await callPrinting('printing.save', printer);
      say(back.ok ? t('calibrate.back', {name}) : faultWords(i18n, back.fault));
    };
    say(words, () => void putBack());
    return onClose();
  };
  const save = async (): Promise<void> => {
    const answers = answersOf(form);
    if (!answers) return setIsWrong(true);
    const learned = learnFromSheet(printer, answers);
    if (!learned.ok) return setFault(learned.fault);
    const {dpi} = learned.value;
    const words = dpi === printer.dpi ? t('calibrate.saved', {name}) : t('calibrate.dpiSaved', {name, dpi});
    return keep(learned.value, words);
  };
  const reset = (): Promise<void> => {
    const {calibration: _, ...plain} = printer;
    return keep(plain, t('calibrate.saved', {name}));
  };
  return (
    <FormDialog
      title={t('calibrate.title', {name})}
      act={t('calibrate.save')}
      tall
      onAct={() => void save()}
      onClose={onClose}
    >
      {fault ? <MeaningLine meaning="stop" words={faultWords(i18n, fault)} role="alert" /> : null}
      <p>{t('calibrate.lead')}</p>
      <CalibrationNow printer={printer} />
      <div className={styles.acts}>
        <Button onClick={() => void testPrint(printer)}>{t('calibrate.print')}</Button>
        {printer.calibration ? (
          <Button variant="quiet" onClick={() => void reset()}>
            {t('calibrate.reset')}
          </Button>
        ) : null}
      </div>
      <SheetFields
        printer={printer}
        form={form}
        isWrong={isWrong}
        onChange={(changes) => {
          setForm({...form, ...changes});
          setIsWrong(false);
          setFault(undefined);
        }}
      />
    </FormDialog>
  );
}
