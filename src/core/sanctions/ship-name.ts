/** Russian and Ukrainian capitals as ships' papers spell them; pairs before single letters. */
const LATIN_BY_CYRILLIC = new Map(
  'ИЯ=IA ИЙ=IY А=A Б=B В=V Г=G Ґ=G Д=D Е=E Ё=E Є=YE Ж=ZH З=Z И=I І=I Ї=YI Й=Y К=K Л=L М=M Н=N О=O П=P Р=R С=S Т=T У=U Ф=F Х=KH Ц=TS Ч=CH Ш=SH Щ=SHCH Ъ= Ы=Y Ь= Э=E Ю=YU Я=YA'
    .split(' ')
    .map(pair => pair.split('=') as [string, string]),
);
const CYRILLIC = new RegExp([...LATIN_BY_CYRILLIC.keys()].join('|'), 'g');

/** `M/V`, `M.V.`, `MV`, `M/T`, `M.T.`, `MT` before a name. */
const PREFIX = /^M[./]?\s?[VT]\.?\s+(?=\S)/;

const ARABIC_BY_ROMAN = new Map(
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX'
    .split(' ')
    .map((roman, index) => [roman, String(index + 1)]),
);

/** Capitals in Latin letters without accents; letters of other scripts stay as they are. */
export function latinCapitals(text: string): string {
  return text
    .normalize('NFC')
    .toUpperCase()
    .replace(CYRILLIC, letters => LATIN_BY_CYRILLIC.get(letters)!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');
}

/**
 * What two spellings of a ship's name have in common: Latin capitals and digits without blanks and punctuation,
 * without M/V and M/T before it, a Roman number at its end (I to XX) as digits. `Sparta-II`, `M/V SPARTA 2` and
 * `СПАРТА II` give `SPARTA2`. Empty where no letter or digit is left. Equal keys are a lead, never proof.
 */
export function shipNameKey(text: string): string {
  const words = latinCapitals(text)
    .trim()
    .replace(PREFIX, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const last = words.length - 1;
  if (last > 0) words[last] = ARABIC_BY_ROMAN.get(words[last]!) ?? words[last]!;
  return words.join('');
}
