import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { quoteText } from './byte-text.ts';
import { inSlices } from './held-bytes.ts';
import { InputError } from './input-error.ts';

const MIB = 1 << 20;
/** What files of tracks and lists need, several times over. */
const DEPTH_CAP = 64;
const ATTRIBUTES_CAP = 64;
const ATTRIBUTE_CAP_CHARACTERS = 1 << 16;
const NAME_CAP_CHARACTERS = 1024;
/** A line of a quarter of a million places is one text. */
const TEXT_CAP_CHARACTERS = 8 * MIB;

/** Encodings of which UTF-8 is a part, or which whoever hands over the bytes has turned into UTF-8. */
const UNICODE = /^(?:utf-?8|utf-?16(?:le|be)?|us-ascii|ascii)$/i;
/** `12:34: ` before the parser's own words. */
const PLACE = /^\d+:\d+: /;

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** An element whose tag has been read. */
export interface XmlElement {
  /** Local name: `trkpt` of `<gpx:trkpt>`. */
  readonly name: string;
  /** Namespace; empty where there is none. */
  readonly uri: string;
  /** By name as written, prefix and all, entities resolved. Namespace declarations are among them. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Null for the root. */
  readonly parent: XmlElement | null;
  /** 1-based line on which its tag ends. */
  readonly line: number;
}

/** Takes the elements of a document in their order. */
export interface XmlHandler {
  open(element: XmlElement): void;
  /**
   * `text` is what stands directly in the element, CDATA included and entities resolved; blank text beside child
   * elements is left out. Lines end with LF.
   */
  close(element: XmlElement, text: string): void;
}

interface Level {
  readonly element: XmlElement;
  text: string;
  hasChildren: boolean;
}

/**
 * Reads XML 1.0 with namespaces (UTF-8; a malformed sequence becomes U+FFFD), chunk by chunk, and holds no more
 * than one piece of markup or text. Nothing outside the document is ever fetched, and no entity but the five of XML
 * is known.
 *
 * Throws `InputError` with the line for what is not well formed, for a document type that declares anything, for
 * another encoding, and for whatever is beyond these caps: 64 levels, 64 attributes of 64 Ki characters, names of 1,024
 * characters, 8 Mi characters in one text, comment or tag.
 */
export class XmlScanner {
  readonly #file: string;
  readonly #handler: XmlHandler;
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #decoder = new TextDecoder('utf-8');
  readonly #levels: Level[] = [];
  /** Of the tag under the cursor: null where there are none yet. */
  #attributes: Map<string, string> | null = null;
  #attributeCount = 0;
  #written = 0;
  /** Where the last piece of markup or text ended that the parser told of. */
  #toldAt = 0;
  /** The encoding that the document claims to have, where that is another. */
  #foreign = '';
  #isEnding = false;

  constructor(file: string, handler: XmlHandler) {
    this.#file = file;
    this.#handler = handler;
    this.#listen();
  }

  /** While the handler is called: characters read up to the end of the tag, a byte order mark left out. */
  get position(): number {
    return this.#parser.position;
  }

  push(chunk: Uint8Array): void {
    inSlices(chunk, slice => this.#write(this.#decoder.decode(slice, { stream: true })));
  }

  /**
   * Ends the document. Throws `InputError` with the remedy `partial` where it is cut off, unless `partial` is true;
   * elements that are open are then not closed. Returns whether it is whole.
   */
  end(partial = false): boolean {
    this.#write(this.#decoder.decode());
    this.#isEnding = true;
    try {
      this.#parser.close();
    } catch (error) {
      if (partial && error instanceof InputError) return false;
      throw error;
    }
    return true;
  }

  #listen(): void {
    const parser = this.#parser;
    const told = () => {
      this.#toldAt = parser.position;
    };
    parser.on('error', error => this.#refuse(error.message.replace(PLACE, '')));
    parser.on('xmldecl', ({ encoding = '' }) => {
      told();
      this.#foreign = UNICODE.test(encoding) ? '' : encoding;
    });
    parser.on('doctype', text => {
      told();
      if (!text.includes('[')) return;
      throw this.#error('a document type without declarations of its own', quoteText(`<!DOCTYPE${text}`));
    });
    parser.on('comment', told);
    parser.on('processinginstruction', told);
    parser.on('text', text => {
      told();
      this.#addText(text);
    });
    parser.on('cdata', text => {
      told();
      this.#addText(text);
    });
    parser.on('opentagstart', ({ name }) => {
      told();
      this.#attributeCount = 0;
      this.#requireShort(name, NAME_CAP_CHARACTERS, 'a name');
    });
    parser.on('attribute', attribute => {
      told();
      this.#addAttribute(attribute);
    });
    parser.on('opentag', tag => {
      told();
      this.#open(tag);
    });
    parser.on('closetag', () => {
      told();
      this.#close();
    });
  }

  #write(text: string): void {
    this.#written += text.length;
    this.#parser.write(text);
    if (this.#foreign !== '' && text.includes('\ufffd')) {
      throw new InputError(this.#file, 1, 'UTF-8 text', `the encoding ${quoteText(this.#foreign)}`);
    }
    if (this.#written - this.#toldAt > TEXT_CAP_CHARACTERS) throw this.#tooLong();
  }

  #addText(text: string): void {
    const level = this.#levels.at(-1);
    if (!level || (level.hasChildren && text.trim() === '')) return;
    level.text += text;
    if (level.text.length > TEXT_CAP_CHARACTERS) throw this.#tooLong();
  }

  #addAttribute({ name, value }: Pick<SaxesAttributeNS, 'name' | 'value'>): void {
    this.#requireShort(name, NAME_CAP_CHARACTERS, 'a name');
    this.#requireShort(value, ATTRIBUTE_CAP_CHARACTERS, 'an attribute');
    if (++this.#attributeCount > ATTRIBUTES_CAP) {
      throw this.#error(`at most ${ATTRIBUTES_CAP} attributes`, 'more of them in one tag');
    }
    this.#attributes ??= new Map();
    this.#attributes.set(name, value);
  }

  #open({ local, uri }: SaxesTagNS): void {
    const parent = this.#levels.at(-1);
    if (this.#levels.length === DEPTH_CAP) {
      throw this.#error(`elements nested at most ${DEPTH_CAP} deep`, 'more levels of them');
    }
    if (parent && !parent.hasChildren) {
      parent.hasChildren = true;
      if (parent.text.trim() === '') parent.text = '';
    }
    const element: XmlElement = {
      name: local,
      uri,
      attributes: this.#attributes ?? NO_ATTRIBUTES,
      parent: parent?.element ?? null,
      line: this.#parser.line,
    };
    this.#attributes = null;
    this.#levels.push({ element, text: '', hasChildren: false });
    this.#handler.open(element);
  }

  #close(): void {
    const { element, text } = this.#levels.pop()!;
    this.#handler.close(element, text);
  }

  #requireShort(text: string, capCharacters: number, what: string): void {
    if (text.length <= capCharacters) return;
    throw this.#error(`${what} of at most ${capCharacters} characters`, quoteText(text));
  }

  #refuse(fault: string): never {
    if (!this.#isEnding) throw this.#error('XML', `no well-formed XML: ${quoteText(fault)}`);
    const open = this.#levels.at(-1)?.element.name;
    const expected = open === undefined ? 'a whole XML document' : `the end of ${quoteText(open)}`;
    const found = 'the end of the file: it is cut off there';
    throw new InputError(this.#file, this.#parser.line, expected, found, { remedy: 'partial' });
  }

  #tooLong(): InputError {
    return this.#error(
      `texts, comments and tags of at most ${TEXT_CAP_CHARACTERS / MIB} Mi characters`,
      'a longer one',
    );
  }

  #error(expected: string, found: string): InputError {
    return new InputError(this.#file, this.#parser.line, expected, found);
  }
}

/** The root element of a document, told from its first bytes; null where they hold none. */
export function xmlRootOf(head: Uint8Array, file: string): XmlElement | null {
  let root: XmlElement | null = null;
  const scanner = new XmlScanner(file, {
    open: element => {
      root ??= element;
    },
    close: () => {},
  });
  try {
    scanner.push(head);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    if (root === null) throw error;
  }
  return root;
}
