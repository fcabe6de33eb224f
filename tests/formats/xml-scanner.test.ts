import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/formats/input-error.ts';
import { sniff } from '../../src/formats/sniff.ts';
import { type XmlElement, XmlScanner, xmlRootOf } from '../../src/formats/xml-scanner.ts';
import { cutAtRandom } from '../ais/recording-sink.ts';
import { bytesOf } from '../ais/sentences.ts';
import { seededRandom } from '../map/seeded-random.ts';

const NOTHING = { open: () => {}, close: () => {} };

/** What a scanner tells of a document, an element a line. */
function scan(chunks: readonly Uint8Array[], partial = false): string[] {
  const told: string[] = [];
  const scanner = new XmlScanner('list.xml', {
    open: ({ name, uri, attributes, line }) => {
      const pairs = [...attributes].map(([key, value]) => ` ${key}=${JSON.stringify(value)}`);
      told.push(`+${uri ? `{${uri}}` : ''}${name}${pairs.join('')} @${line}`);
    },
    close: ({ name }, text) => told.push(`-${name} ${JSON.stringify(text)}`),
  });
  for (const chunk of chunks) scanner.push(chunk);
  told.push(scanner.end(partial) ? 'whole' : 'cut off');
  return told;
}

function refusal(text: string): InputError {
  try {
    scan([bytesOf(text)]);
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(text.slice(0, 60))} was not refused`);
}

describe('elements, attributes and texts', () => {
  test.each<[string, readonly string[]]>([
    ['<a/>', ['+a @1', '-a ""', 'whole']],
    ['\ufeff<?xml version="1.0"?>\r\n<a>\r\n</a>', ['+a @2', '-a "\\n"', 'whole']],
    ['<a x="1" y=\'&lt;"&#x41;\'>b</a>', ['+a x="1" y="<\\"A" @1', '-a "b"', 'whole']],
    ['<a>&amp;&#65;<![CDATA[<&]]><!-- c --> b</a>', ['+a @1', '-a "&A<& b"', 'whole']],
    ['<a> <b> c </b> d <b/> </a>', ['+a @1', '+b @1', '-b " c "', '+b @1', '-b ""', '-a " d "', 'whole']],
    ['<!DOCTYPE a SYSTEM "a.dtd"><?p q?><a>ж\u{1f6a2}</a>\n', ['+a @1', '-a "ж\u{1f6a2}"', 'whole']],
    [
      '<p:a xmlns:p="u"><b xmlns="v" p:c="1"/></p:a>',
      ['+{u}a xmlns:p="u" @1', '+{v}b xmlns="v" p:c="1" @1', '-b ""', '-a ""', 'whole'],
    ],
  ])('%j', (text, told) => {
    expect(scan([bytesOf(text)])).toEqual(told);
  });

  test('cut at every byte the same', () => {
    const bytes = bytesOf(
      '\ufeff<?xml version="1.0"?>\r\n<!-- - -->\n<p:a xmlns:p="u" ж="&#233;&amp;">\r<b>x\r\n&lt;ж\u{1f6a2}<![CDATA[]]]]></b></p:a>\r\n',
    );
    const whole = scan([bytes]);
    expect(whole).toContain('-b "x\\n<ж\u{1f6a2}]]"');
    for (let at = 0; at <= bytes.length; at++) {
      expect(scan([bytes.subarray(0, at), bytes.subarray(at)]), `cut at ${at}`).toEqual(whole);
    }
    expect(scan(cutAtRandom(bytes, 2, seededRandom(1)))).toEqual(whole);
  });

  test('an element knows what is around it', () => {
    const paths: string[] = [];
    const scanner = new XmlScanner('file', {
      open: element => {
        const path: string[] = [];
        for (let at: XmlElement | null = element; at; at = at.parent) path.unshift(at.name);
        paths.push(path.join('/'));
      },
      close: () => {},
    });
    scanner.push(bytesOf('<a><b><c/></b><d/></a>'));
    scanner.end();
    expect(paths).toEqual(['a', 'a/b', 'a/b/c', 'a/d']);
  });

  test('names of JavaScript objects are names', () => {
    const text = '<__proto__ __proto__="1" constructor="2" polluted="3"><toString>4</toString></__proto__>';
    expect(scan([bytesOf(text)])).toEqual([
      '+__proto__ __proto__="1" constructor="2" polluted="3" @1',
      '+toString @1',
      '-toString "4"',
      '-__proto__ ""',
      'whole',
    ]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('what is not well formed is refused with its line', () => {
  test.each([
    ['<a>\n<b></a>', 'list.xml:2: expected XML, found no well-formed XML: ‘unexpected close tag.’'],
    [
      '<a/>\n<b/>',
      'list.xml:2: expected XML, found no well-formed XML: ‘documents may contain only one root.’',
    ],
    ['<a b=1/>', /unquoted attribute value/],
    ['<a b="1" b="2"/>', /duplicate attribute/],
    ['<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>', /duplicate attribute/],
    ['<p:a/>', /unbound namespace prefix/],
    ['<a>&nbsp;</a>', /undefined entity/],
    ['<a>&constructor;&__proto__;</a>', /undefined entity/],
    ['<a>&#0;</a>', /malformed character entity/],
    ['<a>\u0001</a>', /disallowed character/],
    ['<a>]]></a>', /disallowed/],
    ['text', /text data outside of root/],
    [' <?xml version="1.0"?><a/>', /XML declaration must be at the start/],
  ])('%j', (text, message) => {
    const error = refusal(text);
    expect(error.message).toMatch(message);
    expect(error.remedy).toBe(null);
  });

  test('another encoding, where it shows', () => {
    const head = bytesOf('<?xml version="1.0" encoding="windows-1251"?>\n<a>');
    const latin = Uint8Array.of(...head, 0xcc, 0xc8, ...bytesOf('</a>'));
    expect(() => scan([latin])).toThrow('list.xml:1: expected UTF-8 text, found the encoding ‘windows-1251’');
    expect(scan([head, bytesOf('b</a>')])).toHaveLength(3);
    expect(scan([bytesOf('<?xml version="1.0" encoding="UTF-16"?><a>\ufffd</a>')])).toHaveLength(3);
  });
});

describe('a document that is cut off', () => {
  const TEXT = '<?xml version="1.0"?><!-- c --><a b="1"><c>d</c><!-- e --><![CDATA[f]]></a>';

  test.each(Array.from({ length: TEXT.length }, (_, at) => at))('after %i characters', at => {
    const error = refusal(TEXT.slice(0, at));
    expect(error.message).toMatch(
      /^list\.xml:1: expected .+, found the end of the file: it is cut off there$/,
    );
    expect(error.remedy).toBe('partial');
    const told = scan([bytesOf(TEXT.slice(0, at))], true);
    expect(told.at(-1)).toBe('cut off');
    expect(scan([bytesOf(TEXT)]).slice(0, told.length - 1)).toEqual(told.slice(0, -1));
  });

  test('names what is open', () => {
    expect(refusal('<a><b>\n').message).toBe(
      'list.xml:2: expected the end of ‘b’, found the end of the file: it is cut off there',
    );
  });
});

describe('hostile documents', () => {
  const MIB = 1 << 20;

  /** Bytes pushed before it was refused, and how. */
  function refusedAfter(start: string, filler: string, most: number): { bytes: number; message: string } {
    const scanner = new XmlScanner('file', NOTHING);
    const chunk = bytesOf(filler.repeat(Math.ceil(MIB / filler.length)));
    let bytes = 0;
    try {
      scanner.push(bytesOf(start));
      for (; bytes < most; bytes += chunk.length) scanner.push(chunk);
      scanner.end();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { bytes, message: error.message };
    }
    throw new Error('was not refused');
  }

  test.each([
    ['a text', '<a>', 'x'],
    ['a text of entities', '<a>', '&amp;'],
    ['a text of CDATA', '<a>', '<![CDATA[xxxxxxxxxxxxxxxxxxxxxxxxxxx]]>'],
    ['CDATA', '<a><![CDATA[', 'x'],
    ['a comment', '<a><!--', 'x'],
    ['an instruction', '<a><?p ', 'x'],
    ['a document type', '<!DOCTYPE a "', 'x'],
    ['an attribute', '<a b="', 'x'],
    ['a name', '<', 'a'],
    ['a name of an attribute', '<a ', 'b'],
    ['an entity', '<a>&', 'b'],
    ['blanks in a tag', '<a ', ' '],
    ['a closing tag', '<a></', 'b'],
  ])('%s without end is refused by 12 MiB', (_, start, filler) => {
    const { bytes, message } = refusedAfter(start, filler, 100 * MIB);
    expect(message).toMatch(
      /^file:1: expected texts, comments and tags of at most 8 Mi characters, found a longer one$/,
    );
    expect(bytes).toBeLessThan(12 * MIB);
  });

  test('an endless document of small elements is read', () => {
    let closed = 0;
    const scanner = new XmlScanner('file', { ...NOTHING, close: () => closed++ });
    scanner.push(bytesOf('<a>'));
    const chunk = bytesOf('<b c="1">d</b>\n'.repeat(70_000));
    for (let i = 0; i < 4; i++) scanner.push(chunk);
    scanner.push(bytesOf('</a>'));
    expect(scanner.end()).toBe(true);
    expect(closed).toBe(280_001);
  });

  test.each([
    [
      '<b>'.repeat(1_000_000),
      'list.xml:1: expected elements nested at most 64 deep, found more levels of them',
    ],
    [
      `<a ${Array.from({ length: 65 }, (_, i) => `b${i}=""`).join(' ')}/>`,
      'list.xml:1: expected at most 64 attributes, found more of them in one tag',
    ],
    [
      `<a b="${'x'.repeat(70_000)}"/>`,
      /^list\.xml:1: expected an attribute of at most 65536 characters, found ‘x{60}…’$/,
    ],
    [`<${'a'.repeat(2000)}/>`, /^list\.xml:1: expected a name of at most 1024 characters, found ‘a{60}…’$/],
    [
      '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
      'list.xml:1: expected a document type without declarations of its own, found ‘<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]’',
    ],
    [
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      /a document type without declarations/,
    ],
  ])('%#', (text, message) => {
    expect(refusal(text).message).toMatch(message);
  });

  test('64 levels are read', () => {
    expect(scan([bytesOf('<b>'.repeat(64) + '</b>'.repeat(64))])).toHaveLength(129);
  });

  test.each(Array.from({ length: 40 }, (_, i) => 100 + i))('bytes replaced, seed %i', seed => {
    const random = seededRandom(seed);
    const bytes = bytesOf(
      '<?xml version="1.0"?><p:a xmlns:p="u" b="1&amp;"><c>d&#65;<!--e--></c><![CDATA[f]]></p:a>',
    );
    for (let i = 0; i < 1 + (seed % 3); i++) {
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    }
    try {
      scan(cutAtRandom(bytes, 9, random));
    } catch (error) {
      expect(error, `seed ${seed}`).toBeInstanceOf(InputError);
    }
  });
});

describe('told from its beginning', () => {
  const root = (text: string) => xmlRootOf(bytesOf(text), 'file');

  test('the root, also of what is cut off or broken further on', () => {
    expect(root('<?xml version="1.0"?><!-- <kml> --><g:gpx xmlns:g="u"><trk')).toMatchObject({
      name: 'gpx',
      uri: 'u',
    });
    expect(root('<gpx><a></b>')?.name).toBe('gpx');
    expect(root('<!-- long')).toBe(null);
    expect(() => root('<1>')).toThrow(InputError);
  });

  test.each([
    ['<gpx version="1.1" creator="x"/>', 'gpx'],
    [
      '\ufeff<?xml version="1.0"?>\r\n<!-- !AIVDM,1 -->\r\n<kml xmlns="http://www.opengis.net/kml/2.2">',
      'kml',
    ],
  ])('%j is a file of positions', (text, format) => {
    expect(sniff(bytesOf(text), 'file')).toEqual({ kind: 'positions', format });
  });

  test('a log with syslog priorities is no XML', () => {
    expect(sniff(bytesOf('<13>Mar 12 x !AIVDM,1,1,,A,1,0*00\n'), 'file')).toEqual({
      kind: 'positions',
      format: 'aivdm',
    });
  });

  test.each([
    ['<!doctype html><html><body>', /^file:1: expected XML, found no well-formed XML/],
    [
      '<!DOCTYPE html>\n<html><body>',
      /^file:2: expected .+ GPX, KML, .+, found XML with the root element ‘html’$/,
    ],
    ['<?xml version="1.0"?><__proto__/>', /found XML with the root element ‘__proto__’$/],
    ['<!-- only -->', /found XML that begins without an element$/],
  ])('%j is refused', (text, message) => {
    expect(() => sniff(bytesOf(text), 'file')).toThrow(InputError);
    expect(() => sniff(bytesOf(text), 'file')).toThrow(message);
  });
});
