import {useTranslation} from 'react-i18next';
import type {Printer} from '#core/printing/printer.ts';

/** What a printer was taught so far. */
export function CalibrationNow({printer: {calibration}}: {readonly printer: Printer}) {
  const {t} = useTranslation('printing');
  if (!calibration) return <p>{t('calibrate.none')}</p>;
  const {offsetXDots: x, offsetYDots: y, darkness, speed, rotation} = calibration;
  return (
    <p>
      {t('calibrate.now', {
        x: signed(x),
        y: signed(y),
        darkness: signed(darkness),
        speed: speed === undefined ? t('calibrate.speedFree') : t('calibrate.speedSet', {speed}),
        turned: rotation === '180' ? t('calibrate.turned') : t('calibrate.upright'),
      })}
    </p>
  );
}

function signed(value: number): string {
  return value < 0 ? `−${-value}` : String(value);
}
