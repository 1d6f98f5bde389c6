import {useEffect, useMemo, useState} from 'react';
import {useTranslation} from 'react-i18next';
import type {Buyer, Order} from '#core/orders/schema.ts';
import {type DocumentContent, ownPapers, previewTarget, sheetTarget} from '#core/printing/make-document.ts';
import type {PrintTarget} from '#core/printing/compile-pages.ts';
import type {DocumentKind} from '#core/printing/print-job.ts';
import {contentKinds} from '#core/shipping/documents/customs.ts';
import {
  type Missing,
  type OrderPaper,
  type PaperFacts,
  missingOf,
  orderPapers,
  paperOf,
} from '#core/shipping/documents/order-papers.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {SenderDialog} from '../../app/business/sender-dialog.tsx';
import {ProductDialog} from '../../app/products/product-dialog.tsx';
import {saveFile} from '../../app/desktop/desktop.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {documents} from '../../app/printing/document-client.ts';
import {sheetJobOf} from '../../app/printing/sheet-job-of.ts';
import {usePaper} from '../../app/printing/use-paper.tsx';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {Dialog} from '../../ui/dialog.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import {PdfPreview} from '../../ui/pdf/pdf-preview.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {TextField} from '../../ui/text-field.tsx';
import {MissingLines} from './missing-lines.tsx';
import styles from './papers-dialog.module.css';
import {usePaperFacts} from './use-paper-facts.ts';

interface PapersDialogProps {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly storefront: Storefront | undefined;
  readonly business: Business;
  readonly onClose: () => void;
}

interface Look {
  readonly kind: DocumentKind;
  /** The paper it is looked at on, and printed by a browser. */
  readonly sheet: PrintTarget;
}

const looks: Readonly<Record<OrderPaper, Look>> = {
  invoice: {kind: 'invoice', sheet: sheetTarget},
  cn22: {kind: 'customsForm', sheet: ownPapers.cn22},
  cn23: {kind: 'customsForm', sheet: ownPapers.cn23},
  commercialInvoice: {kind: 'customsForm', sheet: sheetTarget},
  returnLabel: {kind: 'label', sheet: previewTarget},
  productLabel: {kind: 'smallLabel', sheet: ownPapers.productLabel},
  binLabel: {kind: 'smallLabel', sheet: ownPapers.binLabel},
};

const dialogWidth = 920;
const previewWidthPx = 400;

/** The papers of an order, one at a time: what is missing and where to tell it, how it looks, and out it comes. */
export function PapersDialog({onClose, ...about}: PapersDialogProps) {
  const {order} = about;
  const {t, i18n} = useTranslation('papers');
  const {t: onPaper} = useTranslation(['paper']);
  const say = useNotices((notices) => notices.say);
  const {print, asking} = usePaper();
  const [paper, setPaper] = useState<OrderPaper>('invoice');
  const [said, setSaid] = useState<PaperFacts['said']>({
    invoiceNumber: order.channelOrderId,
    terms: '',
    kind: 'sale',
  });
  const [telling, setTelling] = useState<Missing | undefined>(undefined);
  const facts = usePaperFacts({...about, said});
  const missing = facts ? missingOf(paper, facts) : [];
  const document = useMemo((): DocumentContent | undefined => {
    const sheet = facts && paperOf(paper, facts);
    if (!sheet) return undefined;
    const title = t('document', {paper: t(`paper.${paper}`), number: order.channelOrderId});
    const pieces = order.lines.reduce((sum, {quantity}) => sum + Math.max(0, quantity), 0);
    return {
      make: 'sheet',
      job: sheetJobOf({sheet, title, madeAt: order.orderedAt, counts: {'label.pieces': pieces}}, onPaper),
    };
  }, [facts, paper, order, t, onPaper]);
  const {kind, sheet} = looks[paper];
  const pdf = usePdf(document, sheet, (words) => say(words));
  const save = async (): Promise<void> => {
    if (!pdf) return;
    const name = t('fileName', {paper, number: order.channelOrderId.replaceAll(/[^\w-]/g, '')});
    const saved = await saveFile({name, bytes: pdf, kind: 'pdf'});
    if (!saved.ok) say(faultWords(i18n, saved.fault));
    else if (saved.value !== undefined) say(t('saved', {name: saved.value}));
  };
  useKeys('dialog', []);
  const told = (): void => setTelling(undefined);
  // One question at a time: this one comes back with what was told.
  if (telling && 'item' in telling) return <ProductDialog sku={telling.item} title={telling.title} onClose={told} />;
  if (telling) return <SenderDialog business={about.business} onClose={told} />;
  const isCustoms = paper === 'cn22' || paper === 'cn23' || paper === 'commercialInvoice';
  return (
    <Dialog
      title={t('dialogTitle', {number: order.channelOrderId})}
      opened
      onClose={onClose}
      tall
      width={dialogWidth}
      actions={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button disabled={!pdf} onClick={() => void save()}>
            {t('save')}
          </Button>
          <Button
            variant="primary"
            disabled={!document}
            onClick={() => document && void print({kind, about: order.id, document, sheet})}
          >
            {t('print')}
          </Button>
        </>
      }
    >
      <div className={styles.both}>
        <div className={styles.asked}>
          <SelectField
            label={t('which')}
            options={orderPapers.map((value) => ({value, label: t(`paper.${value}`)}))}
            value={paper}
            onChange={setPaper}
          />
          {paper === 'invoice' || paper === 'commercialInvoice' ? (
            <TextField
              label={t('invoiceNumber')}
              maxLength={40}
              autoComplete="off"
              value={said.invoiceNumber}
              onChange={(event) => setSaid({...said, invoiceNumber: event.currentTarget.value})}
            />
          ) : null}
          {paper === 'commercialInvoice' ? (
            <TextField
              label={t('terms')}
              hint={t('termsHint')}
              maxLength={60}
              autoComplete="off"
              value={said.terms}
              onChange={(event) => setSaid({...said, terms: event.currentTarget.value})}
            />
          ) : null}
          {isCustoms ? (
            <SelectField
              label={t('kind')}
              options={contentKinds.map((value) => ({value, label: t(`kinds.${value}`)}))}
              value={said.kind}
              onChange={(chosen) => setSaid({...said, kind: chosen})}
            />
          ) : null}
          {facts && missing.length === 0 ? <MeaningLine meaning="good" words={t('whole')} /> : null}
          <MissingLines missing={missing} onTell={setTelling} />
        </div>
        <div className={styles.preview} aria-busy={document !== undefined && !pdf}>
          {pdf ? (
            <div className={styles.paper}>
              <PdfPreview
                bytes={pdf}
                widthPx={previewWidthPx}
                label={t('preview', {paper: t(`paper.${paper}`), number: order.channelOrderId})}
                onError={() => say(t('failed'))}
              />
            </div>
          ) : document ? null : (
            <p className={styles.none}>{t('notYet')}</p>
          )}
        </div>
      </div>
      {asking}
    </Dialog>
  );
}

/** The document as it would come out; undefined while it is made, or where it cannot be. */
function usePdf(
  document: DocumentContent | undefined,
  sheet: PrintTarget,
  say: (words: string) => void,
): Uint8Array<ArrayBuffer> | undefined {
  const {t, i18n} = useTranslation('papers');
  const [made, setMade] = useState<{readonly of: DocumentContent; readonly pdf: Uint8Array<ArrayBuffer>} | undefined>();
  useEffect(() => {
    if (!document) return undefined;
    const abandoned = new AbortController();
    documents.make({...document, target: sheet, isChecked: false}, {signal: abandoned.signal}).then(
      (pdf) => {
        if (abandoned.signal.aborted) return;
        if (pdf.ok) setMade({of: document, pdf: pdf.value});
        else say(faultWords(i18n, pdf.fault));
      },
      () => {
        if (!abandoned.signal.aborted) say(t('failed'));
      },
    );
    return () => abandoned.abort();
    // What says words is another function at each drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [document, sheet, i18n, t]);
  return made && made.of === document ? made.pdf : undefined;
}
