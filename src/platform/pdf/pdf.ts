import PDFDocument from 'pdfkit';
import { type Face, fontFiles, fontName, type Part } from './fonts.ts';
import { asWritten, runsOf } from './runs.rules.ts';

/** A document: what it is called, in which language, and when it was made. */
export interface PdfAbout {
  readonly title: string;
  /** Such as en-GB. */
  readonly language: string;
  readonly author: string;
  readonly subject?: string;
  readonly madeAt: Temporal.Instant;
}

export const COLOURS = {
  ink: '#21272a',
  soft: '#55605f',
  pine: '#0d4f4a',
  honey: '#f6c65b',
  line: '#e4ddd2',
  iris: '#4b3f85',
  tint: '#e3efec',
} as const;
export type Colour = keyof typeof COLOURS;

export interface Style {
  /** In points. */
  readonly size?: number;
  readonly face?: Face;
  readonly colour?: Colour;
  readonly align?: 'left' | 'centre';
  /** Room above, in points. */
  readonly above?: number;
}

/** What can be put on the paper, from the top down; it goes on to a new page by itself. */
export interface Sheet {
  readonly heading: (level: 1 | 2 | 3, text: string, style?: Style) => void;
  readonly text: (text: string, style?: Style) => void;
  readonly list: (lines: readonly string[], style?: Style) => void;
  /** What and its words, side by side. */
  readonly facts: (rows: readonly (readonly [string, string])[], style?: Style) => void;
  /** The two rings; decoration, which nobody has read aloud. */
  readonly mark: (align?: 'left' | 'centre') => void;
  /** A line across, decoration. */
  readonly rule: (above?: number) => void;
  /** A frame around the page, decoration. */
  readonly frame: () => void;
  /** Whether every letter of a text can be written. */
  readonly writes: (text: string) => boolean;
  /** Room that stays empty, in points. */
  readonly space: (points: number) => void;
  /** An empty line to write on by hand. */
  readonly blank: (style?: Style) => void;
}

const MARGIN = 64;
const PARTS: readonly Part[] = ['latin', 'latin-ext'];
const HEADING_SIZES = { 1: 26, 2: 15, 3: 12 } as const;
const LEADING = 1.42;

interface Shaped {
  readonly _font: { readonly font: { readonly hasGlyphForCodePoint: (point: number) => boolean } };
}
type Document = PDFKit.PDFDocument;
type Structure = ReturnType<Document['struct']>;

/** What stands in one line: stretches of letters, each in its font. */
interface Line {
  readonly runs: readonly { readonly text: string; readonly font: string }[];
  readonly width: number;
}

const pen = (doc: Document) => {
  const has = (font: string, point: number): boolean => {
    doc.font(font);
    return (doc as unknown as Shaped)._font.font.hasGlyphForCodePoint(point);
  };
  const loaded = new Set(fontFiles().map(({ part, face }) => fontName(part, face)));
  const runs = (text: string, face: Face) =>
    runsOf(
      text,
      PARTS.map((part) => fontName(part, face)).filter((font) => loaded.has(font)),
      has,
    );
  const widthOf = (each: readonly { text: string; font: string }[], size: number): number =>
    each.reduce((sum, { text, font }) => sum + doc.font(font).fontSize(size).widthOfString(text), 0);
  // A word that no line can hold, such as a long address, is cut where the line ends.
  const pieces = (word: string, face: Face, size: number, width: number): readonly string[] => {
    if (widthOf(runs(word, face), size) <= width) return [word];
    const cut: string[] = [''];
    for (const letter of word) {
      const longer = `${cut.at(-1) ?? ''}${letter}`;
      if (widthOf(runs(longer, face), size) <= width) cut[cut.length - 1] = longer;
      else cut.push(letter);
    }
    return cut;
  };
  const lines = (text: string, face: Face, size: number, width: number): readonly Line[] => {
    const found: Line[] = [];
    for (const paragraph of text.split(/\r?\n/)) {
      let line = '';
      const end = () => {
        const written = runs(line, face);
        found.push({ runs: written, width: widthOf(written, size) });
        line = '';
      };
      for (const word of paragraph.split(/\s+/).flatMap((each) => pieces(each, face, size, width))) {
        const longer = line ? `${line} ${word}` : word;
        if (line && widthOf(runs(longer, face), size) > width) end();
        line = line ? `${line} ${word}` : word;
      }
      end();
    }
    return found;
  };
  return { lines, writes: (text: string) => asWritten(runs(text, 'text')) === text.normalize('NFC') };
};

/** One line to draw, and the room it takes. */
interface Step {
  readonly height: number;
  readonly draw: () => void;
}

const sheetOn = (doc: Document, root: Structure): Sheet => {
  const { lines, writes } = pen(doc);
  const inside = { left: MARGIN, width: doc.page.width - 2 * MARGIN, bottom: doc.page.height - MARGIN };
  const room = (height: number) => {
    if (doc.y + height > inside.bottom) {
      doc.addPage();
      doc.y = MARGIN;
    }
  };
  /** The steps that put a text at a place, a line each, so that a page ends between two of them. */
  const put = (text: string, style: Style, left = inside.left, width = inside.width): Step[] => {
    const { size = 11, face = 'text', colour = 'ink', align = 'left' } = style;
    const height = size * LEADING;
    // Words in the middle of the paper do not run to its edges.
    const within = align === 'centre' ? width - 70 : width;
    return lines(text, face, size, within).map((line) => ({
      height,
      draw: () => {
        const top = doc.y;
        let across = align === 'centre' ? left + (width - line.width) / 2 : left;
        for (const run of line.runs) {
          doc.font(run.font).fontSize(size).fillColor(COLOURS[colour]);
          doc.text(run.text, across, top, { lineBreak: false });
          across += doc.widthOfString(run.text);
        }
        doc.x = inside.left;
        doc.y = top + height;
      },
    }));
  };
  const add = (type: string, steps: readonly Step[], into: Structure = root) => {
    const element = doc.struct(type);
    into.add(element);
    for (const { height, draw } of steps) {
      room(height);
      element.add(draw);
    }
    element.end();
  };
  const decoration = (draw: () => void) => {
    doc.markContent('Artifact', { type: 'Layout' });
    doc.save();
    draw();
    doc.restore();
    doc.endMarkedContent();
  };
  const down = (points: number) => {
    doc.y += points;
  };
  const sheet: Sheet = {
    heading: (level, text, style = {}) => {
      down(style.above ?? (level === 1 ? 6 : 14));
      room(HEADING_SIZES[level] * 3);
      add(`H${level}`, put(text, { size: HEADING_SIZES[level], face: 'strong', ...style }));
    },
    text: (text, style = {}) => {
      down(style.above ?? 6);
      add('P', put(text, style));
    },
    list: (items, style = {}) => {
      down(style.above ?? 4);
      const list = doc.struct('L');
      root.add(list);
      for (const each of items) {
        const entry = doc.struct('LI');
        list.add(entry);
        const size = style.size ?? 11;
        const bullet = () => {
          const top = doc.y;
          doc.font(fontName('latin', 'strong')).fontSize(size).fillColor(COLOURS.pine);
          doc.text('•', inside.left + 2, top, { lineBreak: false });
          doc.y = top;
        };
        add('Lbl', [{ height: size * LEADING, draw: bullet }], entry);
        add('LBody', put(each, style, inside.left + 16, inside.width - 16), entry);
        entry.end();
        down(2);
      }
      list.end();
    },
    facts: (rows, style = {}) => {
      down(style.above ?? 8);
      for (const [label, value] of rows) {
        const [first, ...below] = put(value, style, inside.left + 150, inside.width - 150);
        const [beside] = put(label, { ...style, colour: 'soft' });
        if (!first || !beside) continue;
        const together = () => {
          const top = doc.y;
          beside.draw();
          doc.y = top;
          first.draw();
        };
        add('P', [{ height: first.height, draw: together }, ...below]);
        down(3);
      }
    },
    mark: (align = 'left') => {
      const middle = align === 'centre' ? doc.page.width / 2 : inside.left + 26;
      const top = doc.y;
      decoration(() => {
        doc
          .lineWidth(5)
          .strokeColor(COLOURS.pine)
          .circle(middle + 10, top + 17, 14)
          .stroke();
        doc
          .lineWidth(5)
          .strokeColor(COLOURS.honey)
          .circle(middle - 10, top + 17, 14)
          .stroke();
      });
      doc.y = top + 44;
    },
    rule: (above = 12) => {
      down(above);
      const top = doc.y;
      decoration(() => {
        doc
          .lineWidth(1)
          .strokeColor(COLOURS.line)
          .moveTo(inside.left, top)
          .lineTo(inside.left + inside.width, top)
          .stroke();
      });
      doc.y = top + 4;
    },
    frame: () => {
      const top = doc.y;
      decoration(() => {
        doc
          .lineWidth(1.5)
          .strokeColor(COLOURS.honey)
          .roundedRect(28, 28, doc.page.width - 56, doc.page.height - 56, 14)
          .stroke();
      });
      doc.y = top;
    },
    writes,
    space: down,
    blank: (style = {}) => {
      down(style.above ?? 30);
      const top = doc.y;
      decoration(() => {
        const width = style.align === 'centre' ? inside.width / 2 : inside.width;
        const left = style.align === 'centre' ? inside.left + inside.width / 4 : inside.left;
        doc
          .lineWidth(1)
          .strokeColor(COLOURS.soft)
          .moveTo(left, top)
          .lineTo(left + width, top)
          .stroke();
      });
      doc.y = top + 8;
    },
  };
  return sheet;
};

/**
 * A document on A4, set in our own letters and tagged, so that it can be read aloud: title, language, headings, lists,
 * and decoration marked as such. A letter of a script that we have no font for stands as a question mark; it never
 * fails. Ask `writes` first where that would not do.
 */
export const pdf = (about: PdfAbout, draw: (sheet: Sheet) => void): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const doc = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      lang: about.language,
      pdfVersion: '1.7',
      // Its types do not know yet what it does.
      subset: 'PDF/UA' as 'PDF/A-1',
      tagged: true,
      displayTitle: true,
      font: null as unknown as string,
      autoFirstPage: false,
      info: {
        Title: about.title,
        Author: about.author,
        ...(about.subject && { Subject: about.subject }),
        CreationDate: new Date(about.madeAt.epochMilliseconds),
      },
    });
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
    for (const { part, face, bytes } of fontFiles()) doc.registerFont(fontName(part, face), bytes);
    doc.font(fontName('latin', 'text'));
    doc.addPage();
    const root = doc.struct('Document');
    doc.addStructure(root);
    draw(sheetOn(doc, root));
    root.end();
    doc.end();
  });
