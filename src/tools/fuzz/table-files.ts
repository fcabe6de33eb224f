import { csvField } from './csv-files.ts';
import type { Dice } from './dice.ts';
import { hostileNumber, hostileText, hostileTime, soundDegrees } from './words.ts';

type Cell = (dice: Dice) => string;

const either =
  (...texts: readonly string[]): Cell =>
  dice =>
    dice.pick(texts);
const degrees =
  (limit: number): Cell =>
  dice =>
    soundDegrees(dice, limit);
const day: Cell = dice => `2024-0${dice.between(1, 9)}-1${dice.below(9)}`;
const imo = either('9161003', '9179842', 'IMO 9161003', '9161003; 9179842', '', '9161004');
const REMARKS =
  "Vessel Registration Identification IMO 7406784; f.k.a. 'ANA I'; MMSI 273210440; Linked To: X CO; a.k.a. 'B";

const LIST: readonly (readonly [name: string, cell: Cell])[] = [
  ['ship', either('LADY R', 'ANGARA', '')],
  ['imo', imo],
  ['authority', either('US OFAC/State', 'EU', 'Republic of Korea MOFA', 'Narnia', '')],
  ['programme', either('RUSSIA-EO14024', '')],
  ['announced', day],
  ['effective', either('2024-04-03', '', 'not public')],
  ['status', either('verified-2+', 'unverified', 'single-source', '')],
  ['sources', either('press')],
  ['conflict_or_note', either('', 'a note')],
];
const EU: readonly (readonly [name: string, cell: Cell])[] = [
  ['celex', either('32014R0833', '32017R1509')],
  ['recordId', dice => String(dice.below(3))],
  ['programKey', either('EU-RUS')],
  ['annex', either('XLII', 'XIII.A', 'XIV')],
  ['measure', either('Port ban')],
  ['startDate', either('25.6.2024', '12 March 2022', '31.2.2024', '')],
  ['reason', either('reason')],
  ['schema', either('Vessel', 'LegalEntity', 'Person', 'Asset')],
  ['name', either('Lady R', 'Chong Bong (Greenlight) (Blue Nouvelle)')],
  ['alias', either('', 'A; B')],
  ['imoNumber', imo],
];
const SIGHTINGS: readonly (readonly [name: string, cell: Cell])[] = [
  ['date_start', either('2024-03-12', '2024-04', '2024-03-12T08:00:00Z', '2024-02-30')],
  ['date_end', either('', '2024-05-01', '2024-06')],
  ['vessel', either('LADY R')],
  ['imo', imo],
  ['place', either('Rajin', '')],
  ['kind', either('imagery')],
  ['note', either('')],
  ['source', either('CSIS')],
];
const PORTS: readonly (readonly [name: string, cell: Cell])[] = [
  ['id', dice => `p${dice.below(20)}`],
  ['name', either('Rajin', '라진', '')],
  ['country', either('KP', 'Russia', '')],
  ['lat', degrees(90)],
  ['lon', degrees(180)],
  ['radius_km', either('', '3', '100')],
  ['concern', either('yes', 'no')],
  ['aliases', either('', 'A|B')],
];

/** Pieces of tables of designations, sightings and ports. */
export const TABLE_TOKENS: readonly string[] = [
  ...[...LIST, ...EU, ...SIGHTINGS, ...PORTS].map(([name]) => name),
  '-0- ',
  'vessel',
  REMARKS,
  '1571,"X",vessel,CUBA,-0- ,CL2192,Tug,-0- ,212,Cuba,O,-0- \n',
  '1571,4411,aka,"Y",-0- \n',
  '9161003',
  '2024-03-12',
  ',',
  ';',
  '|',
  '"',
  '\n',
  '\r',
  '\u001a',
  '\ufeff',
];

/** Writes a plain list or table of notices. */
export const writeList: Cell = dice => writeTable(LIST, dice);
/** Writes annexes of the EU as a table. */
export const writeEuTable: Cell = dice => writeTable(EU, dice);
/** Writes published sightings. */
export const writeSightings: Cell = dice => writeTable(SIGHTINGS, dice);
/** Writes ports, mostly with ids of their own. */
export const writePorts: Cell = dice => writeTable(PORTS, dice);

/** Writes OFAC's file without header: entries, or with `isAlt` their aliases. */
export function writeOfac(dice: Dice, isAlt: boolean): string {
  const entry = () => {
    const fields = isAlt
      ? [uid(dice), '4411', dice.pick(['aka', 'fka', 'nka']), name(dice), '-0- ']
      : [
          uid(dice),
          name(dice),
          dice.pick(['vessel', '-0- ', 'individual', 'aircraft']),
          'CUBA',
          ...details(dice),
        ];
    return fields.map(field => csvField(field, ',', dice)).join(',');
  };
  const rows = Array.from({ length: dice.between(1, 3) }, entry);
  return rows.join('\r\n') + dice.pick(['\r\n', '\n', '\r\n\u001a', '']);
}

function details(dice: Dice): string[] {
  const remarks = dice.pick(['-0- ', REMARKS, `${REMARKS}${'; a remark'.repeat(90)}`, hostileText(dice)]);
  return ['-0- ', 'CL2192', 'Tug', '-0- ', '212', 'Cuba', 'Samir de Navegacion S.A.', remarks];
}

function uid(dice: Dice): string {
  return dice.percent(95) ? String(1571 + dice.below(3)) : hostileNumber(dice);
}

function name(dice: Dice): string {
  return dice.percent(85) ? 'LADY R' : hostileText(dice);
}

function writeTable(columns: readonly (readonly [name: string, cell: Cell])[], dice: Dice): string {
  const shown = dice.percent(70) ? columns : dice.shuffle(columns).filter(() => dice.percent(95));
  const isHostile = dice.percent(50);
  const row = () => shown.map(([, cell]) => (isHostile && dice.percent(10) ? hostileCell(dice) : cell(dice)));
  const rows = [shown.map(([title]) => title), ...Array.from({ length: dice.between(1, 3) }, row)];
  const newline = dice.pick(['\n', '\r\n']);
  return (
    rows.map(fields => fields.map(field => csvField(field, ',', dice)).join(',')).join(newline) + newline
  );
}

function hostileCell(dice: Dice): string {
  return dice.pick([hostileNumber, hostileText, hostileTime])(dice);
}
