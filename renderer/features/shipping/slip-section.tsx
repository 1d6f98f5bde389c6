import {useTranslation} from 'react-i18next';
import type {Buyer, Order} from '#core/orders/schema.ts';
import {type DocumentContent, sheetTarget} from '#core/printing/make-document.ts';
import type {Business, Storefront} from '#core/storefronts/schema.ts';
import {useNotices} from '../../app/frame/notices.ts';
import {documents} from '../../app/printing/document-client.ts';
import {faultWords} from '../../app/words/fault-words.ts';
import {PanelSection} from '../../ui/side-panel.tsx';
import styles from './label-section.module.css';
import {PrintOn} from './print-on.tsx';
import {slipJobOf} from './slip-job-of.ts';
import {useSender} from './use-sender.ts';
import {useWorking} from './use-working.ts';

interface SlipSectionProps {
  readonly order: Order;
  readonly buyer: Buyer;
  readonly storefront: Storefront | undefined;
  readonly business: Business | undefined;
}

/** Below an order: what lies in its parcel, on paper for whoever opens it. */
export function SlipSection(props: SlipSectionProps) {
  const {t, i18n} = useTranslation(['shipping', 'paper']);
  const say = useNotices((notices) => notices.say);
  const senderOf = useSender(props.business);
  const {busy, working} = useWorking(() => say(t('slip.failed')));
  const contentOf = async (): Promise<DocumentContent> => {
    const sender = await senderOf();
    return {make: 'packingSlip', job: slipJobOf({...props, sender}, t)};
  };
  const pdfOf = async (): Promise<Uint8Array | undefined> => {
    const made = await documents.make({...(await contentOf()), target: sheetTarget, isChecked: false});
    if (made.ok) return made.value;
    say(faultWords(i18n, made.fault));
    return undefined;
  };
  return (
    <PanelSection title={t('slip.title')}>
      <div className={styles.label} aria-busy={busy}>
        <div className={styles.acts}>
          <PrintOn kind="packingSlip" order={props.order} working={working} contentOf={contentOf} pdfOf={pdfOf} />
        </div>
      </div>
    </PanelSection>
  );
}
