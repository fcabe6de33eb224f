import { useSyncExternalStore } from 'react';
import { useSelect } from '../state/hooks.ts';
import type { ThemeChoice } from '../state/store.ts';

export type ThemeName = 'night' | 'day' | 'contrast';

const CONTRAST = '(prefers-contrast: more)';
const LIGHT = '(prefers-color-scheme: light)';

/** The theme in force: the user's choice, or what the system asks for; night if it asks for nothing. */
export function useTheme(): ThemeName {
  const choice = useSelect(state => state.theme);
  const system = useSyncExternalStore(listenSystem, systemTheme);
  return choice === 'system' ? system : choice;
}

function listenSystem(listener: () => void): () => void {
  const queries = [CONTRAST, LIGHT].map(query => matchMedia(query));
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

function systemTheme(): ThemeName {
  if (matchMedia(CONTRAST).matches) return 'contrast';
  return matchMedia(LIGHT).matches ? 'day' : 'night';
}

const STORED = 'wakeline.theme';
const CHOICES: readonly ThemeChoice[] = ['system', 'night', 'day', 'contrast'];

/** The theme chosen in an earlier visit; `system` if none was, or nothing can be kept. */
export function rememberedTheme(): ThemeChoice {
  try {
    const stored = localStorage.getItem(STORED);
    return CHOICES.find(choice => choice === stored) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Keeps the user's own choice; the theme of a link that was opened is not kept. */
export function rememberTheme(theme: ThemeChoice): void {
  try {
    localStorage.setItem(STORED, theme);
  } catch {
    // Storage is off: the choice holds for this visit.
  }
}
