import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { xmlElement, xmlText } from '../../src/formats/xml-write.ts';
import { seededRandom } from '../map/seeded-random.ts';

/** What a parser of XML takes a text for. */
function parsed(text: string): string {
  let read = '';
  const parser = new SaxesParser();
  parser.on('text', part => {
    read += part;
  });
  parser.on('error', error => {
    throw error;
  });
  parser.write(`<a>${text}</a>`).close();
  return read;
}

describe('text of XML', () => {
  test.each([
    ['A & B <C> "D" \'E\'', 'A &amp; B &lt;C&gt; "D" \'E\''],
    [']]>', ']]&gt;'],
    ['a\r\nb\tc', 'a&#13;\nb\tc'],
    ['\u0000\u0008\u000b\u001f', '\ufffd\ufffd\ufffd\ufffd'],
    ['\ufffe\uffff', '\ufffd\ufffd'],
    ['\u007f\u0085\u2028', '\u007f\u0085\u2028'],
    ['🚢', '🚢'],
    ['\ud83d', '\ufffd'],
    ['\udea2\ud83d', '\ufffd\ufffd'],
  ])('%j is %j', (text, written) => {
    expect(xmlText(text)).toBe(written);
  });

  test('of any characters is well formed and reads back, but for those that XML forbids', () => {
    const seed = 7;
    const random = seededRandom(seed);
    const parts = [
      '<',
      '>',
      '&',
      ']]>',
      '&#0;',
      '\r',
      '\n',
      '\r\n',
      '\u0000',
      '\uffff',
      '\ud800',
      '\udfff',
      'ю',
      '🚢',
      'x',
    ];
    for (let round = 0; round < 3000; round++) {
      const text = Array.from(
        { length: random() * 9 },
        () => parts[Math.floor(random() * parts.length)],
      ).join('');
      const expected = new TextDecoder()
        .decode(new TextEncoder().encode(text))
        .replaceAll('\u0000', '\ufffd')
        .replaceAll('\uffff', '\ufffd');
      expect(parsed(xmlText(text)), `seed ${seed}, ${JSON.stringify(text)}`).toBe(expected);
    }
  });
});

test('an element holds its text', () => {
  expect(xmlElement('name', 'A<B')).toBe('<name>A&lt;B</name>');
});
