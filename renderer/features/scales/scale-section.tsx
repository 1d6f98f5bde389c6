import {useTranslation} from 'react-i18next';
import type {ScaleKind} from '#core/shipping/packing-bench/scale-port.ts';
import type {Weighing} from '#core/shipping/packing-bench/scale.ts';
import type {WeightRules} from '#core/shipping/packing-bench/weight.ts';
import {
  type ScaleStatus,
  baudRates,
  connectScale,
  disconnectScale,
  scaleKindsHere,
  useScale,
} from '../../app/scale/scale-store.ts';
import {Button} from '../../ui/button.tsx';
import {useLocale} from '../../ui/format/locale.ts';
import {formatCount} from '../../ui/format/numbers.ts';
import {Section} from '../../ui/section.tsx';
import {SelectField} from '../../ui/select-field.tsx';
import {type Meaning, StatusMark} from '../../ui/status-mark.tsx';
import {TextField} from '../../ui/text-field.tsx';
import styles from './scale-section.module.css';

const meanings: Readonly<Record<ScaleStatus, Meaning>> = {
  none: 'note',
  opening: 'note',
  connected: 'good',
  gone: 'watch',
  failed: 'stop',
};

/** The scale of this desk: which it is, what it says now, and how far a box may be off. */
export function ScaleSection() {
  const {t} = useTranslation('scales');
  const {status, name, weighing, wanted} = useScale();
  const kinds = scaleKindsHere();
  return (
    <Section title={t('title')}>
      <p>{t('lead')}</p>
      {kinds.length === 0 ? <p>{t('notHere')}</p> : null}
      {kinds.length > 0 ? (
        <div className={styles.now} role="status">
          <StatusMark
            meaning={meanings[status]}
            word={status === 'connected' && name !== '' ? t('connectedTo', {name}) : t(`status.${status}`)}
          />
          {status === 'connected' ? <Live weighing={weighing} /> : null}
        </div>
      ) : null}
      <div className={styles.acts}>
        {kinds.map((kind: ScaleKind) => (
          <Button key={kind} disabled={status === 'opening'} onClick={() => void connectScale(kind)}>
            {t(`connect.${kind}`)}
          </Button>
        ))}
        {wanted ? (
          <Button variant="quiet" onClick={() => void disconnectScale()}>
            {t('disconnect')}
          </Button>
        ) : null}
      </div>
      {kinds.includes('serial') ? <BaudRate /> : null}
      <Rules />
    </Section>
  );
}

/** The weight as the scale says it, in large type. */
function Live({weighing}: {readonly weighing: Weighing | undefined}) {
  const {t} = useTranslation('scales');
  const locale = useLocale();
  if (weighing?.says !== 'weight') return <span>{t(`says.${weighing?.why ?? 'waiting'}`)}</span>;
  return (
    <>
      <output className={styles.weight}>{t('grams', {grams: formatCount(locale, weighing.grams)})}</output>
      {weighing.isStable ? null : <span>{t('says.moving')}</span>}
    </>
  );
}

function BaudRate() {
  const {t} = useTranslation('scales');
  const baudRate = useScale((scale) => scale.baudRate);
  return (
    <div className={styles.field}>
      <SelectField
        label={t('baudRate')}
        hint={t('baudRateHint')}
        options={baudRates.map((rate) => ({value: String(rate), label: String(rate)}))}
        value={String(baudRate)}
        onChange={(chosen) => useScale.setState({baudRate: Number(chosen)})}
      />
    </div>
  );
}

const figures = ['boxGrams', 'toleranceGrams', 'tolerancePercent'] as const;
const figureDigits = 5;
const percentMax = 100;

function Rules() {
  const {t} = useTranslation('scales');
  const rules = useScale((scale) => scale.rules);
  const write = (figure: keyof WeightRules, written: string): void => {
    const count = Number(written.replaceAll(/\D/g, ''));
    const most = figure === 'tolerancePercent' ? percentMax : Number.MAX_SAFE_INTEGER;
    useScale.setState({rules: {...rules, [figure]: Math.min(count, most)}});
  };
  return (
    <div className={styles.rules}>
      {figures.map((figure) => (
        <TextField
          key={figure}
          label={t(`rules.${figure}`)}
          inputMode="numeric"
          maxLength={figureDigits}
          value={String(rules[figure])}
          onChange={(event) => write(figure, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}
