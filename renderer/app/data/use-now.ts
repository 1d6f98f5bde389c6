import {useEffect, useState} from 'react';

const minuteMs = 60_000;

/** The time, told anew each minute: fine enough for ages and for what is late. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
