import {useEffect, useRef, useState} from 'react';
import {useTranslation} from 'react-i18next';
import {must} from '#core/lib/assert.ts';
import type {Buyer, Order} from '#core/orders/schema.ts';
import {type DocumentContent, previewTarget} from '#core/printing/make-document.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {saveFile} from '../../app/desktop/desktop.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {useKeys} from '../../app/keys/use-keys.ts';
import {documents} from '../../app/printing/document-client.ts';
import {labelJobOf} from '../../app/printing/label-job.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {Button} from '../../ui/button.tsx';
import {PdfPreview} from '../../ui/pdf/pdf-preview.tsx';
import {PanelSection} from '../../ui/side-panel.tsx';
import {Skeleton} from '../../ui/skeleton.tsx';
import styles from './label-section.module.css';
import {PrintOn} from './print-on.tsx';
import {useSender} from './use-sender.ts';
import {useWorking} from './use-working.ts';

interface LabelSectionProps {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly storefront: Storefront | undefined;
  readonly business: Business | undefined;
}

type Made = {readonly of: string; readonly pdf: Uint8Array<ArrayBuffer>};

const previewWidthPx = 240;

/** Below an order: its label, seen before it is kept, and printed where labels go. */
export function LabelSection(props: LabelSectionProps) {
  const {order} = props;
  const {t, i18n} = useTranslation(['shipping', 'paper']);
  const senderOf = useSender(props.business);
  const say = useNotices((notices) => notices.say);
  const [made, setMade] = useState<Made | undefined>(undefined);
  const {busy, working} = useWorking(() => say(t('label.failed')));
  const section = useRef<HTMLDivElement>(null);
  const shown = made?.of === order.id ? made : undefined;

  const contentOf = async (): Promise<DocumentContent> => {
    const sender = await senderOf();
    return {make: 'label', job: labelJobOf({...props, sender}, t)};
  };
  const pdfOf = async (): Promise<Made | undefined> => {
    const label = await documents.make({...(await contentOf()), target: previewTarget, isChecked: false});
    if (label.ok) return {of: order.id, pdf: label.value};
    say(faultWords(i18n, label.fault));
    return undefined;
  };
  const make = (): Promise<void> =>
    working(async () => {
      const label = await pdfOf();
      if (label) setMade(label);
    });
  const save = async (): Promise<void> => {
    const name = t('label.fileName', {number: order.channelOrderId.replaceAll(/[^\w-]/g, '')});
    const saved = await saveFile({name, bytes: must(shown, 'a label on screen').pdf, kind: 'pdf'});
    if (!saved.ok) say(faultWords(i18n, saved.fault));
    else if (saved.value !== undefined) say(t('label.saved', {name: saved.value}));
  };

  useKeys('panel', [
    {id: 'shipping.label', word: 'shipping:label.make', section: 'app:section.page', keys: 'l', run: () => void make()},
  ]);
  useEffect(() => {
    if (shown) section.current?.scrollIntoView({block: 'end'});
  }, [shown]);

  return (
    <PanelSection title={t('label.title')}>
      <div ref={section} className={styles.label} aria-busy={busy}>
        {shown ? (
          <div className={styles.paper}>
            <PdfPreview
              bytes={shown.pdf}
              widthPx={previewWidthPx}
              label={t('label.preview', {number: order.channelOrderId})}
              onError={() => say(t('label.failed'))}
            />
          </div>
        ) : busy ? (
          <Skeleton width={`${previewWidthPx}px`} height={`${previewWidthPx * 1.5}px`} />
        ) : null}
        <div className={styles.acts}>
          <PrintOn
            kind="label"
            order={order}
            working={working}
            contentOf={contentOf}
            pdfOf={async () => (shown ?? (await pdfOf()))?.pdf}
          />
          {shown ? (
            <Button onClick={() => void save()}>{t('label.save')}</Button>
          ) : (
            <Button keys="l" onClick={() => void make()}>
              {t('label.make')}
            </Button>
          )}
        </div>
      </div>
    </PanelSection>
  );
}
