import { useEffect, useState } from 'react';
import { type LaneColours, readLaneColours } from './lane-colours.ts';

/**
 * The page's colours for canvases. A new object, so that they paint again, when the theme changes and once the fonts
 * are there: text drawn before is in a stand-in.
 */
export function useLaneColours(): LaneColours {
  const [colours, setColours] = useState(() => readLaneColours(document.documentElement));
  useEffect(() => {
    let left = false;
    const read = (): void => {
      if (!left) setColours(readLaneColours(document.documentElement));
    };
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    void document.fonts.ready.then(read);
    document.fonts.addEventListener('loadingdone', read);
    return () => {
      left = true;
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', read);
    };
  }, []);
  return colours;
}
