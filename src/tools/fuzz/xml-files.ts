import type { Dice } from './dice.ts';
import { hostileNumber, hostileText, hostileTime, soundDegrees, soundTime } from './words.ts';

const GPX_ROOT = '<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">';
const KML_ROOT = '<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2">';

const XML_TOKENS: readonly string[] = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<?xml version="1.1" encoding="ISO-8859-1"?>',
  '<!DOCTYPE a [<!ENTITY e "eeee">]>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?',
  '?>',
  '&amp;',
  '&e;',
  '&#x0;',
  '&#x10FFFF;',
  '</',
  '/>',
  '<a:b ',
  ' xmlns:a="u"',
  ' xmlns="u"',
  '"',
  "'",
  '\n',
  '\r\n',
  '\u0000',
  '\ufeff',
];

/** Pieces of GPX. */
export const GPX_TOKENS: readonly string[] = [
  ...XML_TOKENS,
  GPX_ROOT,
  '<trk><name>MMSI 273210440</name><trkseg>',
  '<trkpt lat="42.2" lon="130.3">',
  '<time>2024-03-12T08:29:43Z</time>',
  '</trkpt>',
  '</trkseg></trk></gpx>',
  '<wpt lat="1" lon="2">',
  '<extensions><mmsi>273000001</mmsi></extensions>',
  '<speed>5.1</speed>',
];

/** Pieces of KML. */
export const KML_TOKENS: readonly string[] = [
  ...XML_TOKENS,
  KML_ROOT,
  '<Document>',
  '<Placemark><name>IMO 9161003</name>',
  '<TimeStamp><when>2024-03-12T08:29:43Z</when></TimeStamp>',
  '<Point><coordinates>130.3,42.2,0</coordinates></Point>',
  '<gx:Track>',
  '<when>2024-03-12T08:29:43Z</when>',
  '<gx:coord>130.3 42.2 0</gx:coord>',
  '</gx:Track></Placemark>',
  '<LineString><coordinates>1,2 3,4</coordinates></LineString>',
  '<ExtendedData><Data name="mmsi"><value>273000001</value></Data></ExtendedData>',
  '</Placemark></Document></kml>',
];

/** Writes a GPX file of a track, a route or waypoints. */
export function writeGpx(dice: Dice): string {
  const tag = dice.pick(['trkpt', 'trkpt', 'rtept', 'wpt']);
  const points = Array.from({ length: dice.between(1, 3) }, () => gpxPoint(tag, dice)).join(blank(dice));
  const name = `<name>${shipName(dice)}</name>`;
  const content = gpxContent(tag, name, points);
  return `${declaration(dice)}${GPX_ROOT}${content}</gpx>`;
}

/** Writes a KML file of placemarks with times, or of tracks of the Google extension. */
export function writeKml(dice: Dice): string {
  const placemarks = Array.from({ length: dice.between(1, 2) }, () => placemark(dice)).join(blank(dice));
  return `${declaration(dice)}${KML_ROOT}<Document>${placemarks}</Document></kml>`;
}

function gpxContent(tag: string, name: string, points: string): string {
  switch (tag) {
    case 'trkpt':
      return `<trk>${name}<trkseg>${points}</trkseg></trk>`;
    case 'rtept':
      return `<rte>${name}${points}</rte>`;
    default:
      return points;
  }
}

function gpxPoint(tag: string, dice: Dice): string {
  const place = `lat="${degrees(90, dice)}" lon="${degrees(180, dice)}"`;
  const time = dice.percent(95) ? `<time>${timeText(dice)}</time>` : '';
  const speed = dice.percent(30)
    ? `<speed>${escaped(dice.percent(80) ? '5.1' : hostileNumber(dice))}</speed>`
    : '';
  const more = dice.percent(30) ? `<extensions>${extension(dice)}</extensions>` : '';
  return `<${tag} ${place}>${time}${speed}${more}</${tag}>`;
}

function extension(dice: Dice): string {
  return dice.pick([
    '<mmsi>273000002</mmsi>',
    '<imo>9161003</imo>',
    '<source>reconstructed</source>',
    `<note>${escaped(hostileText(dice))}</note>`,
    '<a:course xmlns:a="u">90</a:course>',
  ]);
}

function placemark(dice: Dice): string {
  const name = `<name>${shipName(dice)}</name>`;
  const data = dice.percent(30)
    ? '<ExtendedData><Data name="mmsi"><value>273000002</value></Data></ExtendedData>'
    : '';
  return `<Placemark>${name}${data}${dice.pick([kmlPoint, kmlTrack])(dice)}</Placemark>`;
}

function kmlPoint(dice: Dice): string {
  const time = dice.percent(90)
    ? `<TimeStamp><when>${timeText(dice)}</when></TimeStamp>`
    : `<TimeSpan><begin>${timeText(dice)}</begin></TimeSpan>`;
  return `${time}<Point><coordinates>${degrees(180, dice)},${degrees(90, dice)}</coordinates></Point>`;
}

function kmlTrack(dice: Dice): string {
  const count = dice.between(1, 3);
  const whens = Array.from({ length: dice.percent(90) ? count : 1 }, () => `<when>${timeText(dice)}</when>`);
  const places = Array.from(
    { length: count },
    () => `<gx:coord>${degrees(180, dice)} ${degrees(90, dice)} 0</gx:coord>`,
  );
  return `<gx:Track>${[...whens, ...places].join('')}</gx:Track>`;
}

function shipName(dice: Dice): string {
  if (dice.percent(10)) return escaped(hostileText(dice));
  return dice.pick(['MMSI 273210440', 'LADY R IMO 9161003', 'IMO 9161004', 'walk in the hills']);
}

function degrees(limit: number, dice: Dice): string {
  return dice.percent(95) ? soundDegrees(dice, limit) : escaped(hostileNumber(dice));
}

function timeText(dice: Dice): string {
  return dice.percent(92) ? soundTime(dice) : escaped(hostileTime(dice));
}

function declaration(dice: Dice): string {
  return dice.percent(60) ? '<?xml version="1.0" encoding="UTF-8"?>\n' : '';
}

function blank(dice: Dice): string {
  return dice.pick(['', '\n', '\r\n  ']);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
