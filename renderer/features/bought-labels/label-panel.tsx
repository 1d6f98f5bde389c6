import {useTranslation} from 'react-i18next';
import {Button} from '../../ui/button.tsx';
import {MeaningLine} from '../../ui/meaning-line.tsx';
import {Facts, PanelSection, SidePanel} from '../../ui/side-panel.tsx';
import styles from './bought.module.css';
import {type JudgedLabel, numberOf} from './judged.ts';
import {Picture} from './picture.tsx';
import type {OrderToLabel} from './use-shop-labels.ts';
import {meaningOfVerdict, verdictReason, verdictWord} from './verdict-words.ts';

interface LabelPanelProps extends JudgedLabel {
  readonly orders: ReadonlyMap<string, OrderToLabel>;
  readonly onPick: () => void;
  readonly onLeave: () => void;
  readonly onClose: () => void;
}

/** One label as large as it can be read, what was read on it, and whose it is. */
export function LabelPanel({label, verdict, closed, orders, onPick, onLeave, onClose}: LabelPanelProps) {
  const {t, i18n} = useTranslation('bought');
  const number = numberOf(label);
  const order = 'orderId' in verdict && verdict.orderId !== undefined ? orders.get(verdict.orderId) : undefined;
  const numberOfOrder = (orderId: string): string => orders.get(orderId)?.number ?? '';
  const {tracking} = label.number.is === 'number' ? label.number : {};
  const read = [
    {name: t('panel.number'), value: number || '–'},
    {name: t('panel.carrier'), value: tracking?.carrier || '–'},
    ...(tracking?.service === undefined ? [] : [{name: t('panel.service'), value: tracking.service}]),
    {name: t('panel.place'), value: t('row.place', {file: label.fileName, page: label.page})},
  ];
  return (
    <SidePanel
      title={number === '' ? t('row.noNumber') : number}
      subtitle={verdictWord(i18n, {verdict, closed}, numberOfOrder)}
      onClose={onClose}
      footer={
        <>
          <Button keys="x" onClick={onLeave}>
            {t(verdict.is === 'left' ? 'act.back' : 'act.leave')}
          </Button>
          <Button keys="Enter" onClick={onPick}>
            {t('act.pick')}
          </Button>
        </>
      }
    >
      <PanelSection>
        <MeaningLine meaning={meaningOfVerdict[verdict.is]} words={verdictReason(i18n, {verdict, closed})} />
      </PanelSection>
      <PanelSection>
        <Picture className={styles.picture} picture={label.picture} alt={t('panel.picture')} />
      </PanelSection>
      {order ? (
        <PanelSection title={t('panel.order')}>
          <Facts
            facts={[
              {name: t('panel.orderNumber'), value: order.number},
              {name: t('panel.name'), value: order.name || '–'},
              {name: t('panel.postalCode'), value: order.postalCode || '–'},
            ]}
          />
        </PanelSection>
      ) : null}
      <PanelSection title={t('panel.read')}>
        <Facts facts={read} />
        <p className={styles.lines}>{label.text.lines.join('\n')}</p>
      </PanelSection>
    </SidePanel>
  );
}
