/** Where texts are kept across visits; null where the browser lets nothing be kept. */
export function keptTexts(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
