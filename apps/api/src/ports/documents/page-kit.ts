// The few building blocks every printed document is made of: a tagged PDF that a screen reader can walk, set in large
// legible type, that breaks over pages with its table headings and never cuts a row in two.

import { localeOf } from '@support-market/words/languages';
import { wordsIn } from '@support-market/words/words-in';
import type { Temporal } from 'temporal-polyfill';
import { loadFonts, type Weight } from './fonts.ts';

export interface Column {
  readonly title: string;
  /** Share of the width; the columns' shares are weighed against each other. */
  readonly share: number;
  readonly align?: 'left' | 'right';
}

export interface TableRow {
  /** Each cell is one or more paragraphs; the first cell names the row. */
  readonly cells: readonly (string | readonly string[])[];
  readonly isStrong?: boolean;
}

export interface PageKit {
  title(text: string): void;
  /** The one sentence that says what matters, set large. */
  lead(text: string): void;
  heading(text: string): void;
  paragraph(text: string): void;
  /** Words in a bordered box, for what must not be missed. */
  callout(text: string): void;
  /** Blocks of short lines side by side, each under its own heading. */
  sideBySide(blocks: readonly { readonly heading: string; readonly lines: readonly string[] }[]): void;
  /** Label and value pairs. */
  facts(rows: readonly (readonly [label: string, value: string])[]): void;
  table(columns: readonly Column[], rows: readonly TableRow[], totals?: readonly TableRow[]): void;
}

export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  /** Stands in the file as its time of making, so that the same document always has the same bytes. */
  readonly madeAt: Temporal.Instant;
  /** Short words at the foot of every page, before the page number. */
  readonly footer: string;
}

const PAGE = { width: 595.28, height: 841.89 } as const;
const MARGIN = { side: 56, top: 56, bottom: 72 } as const;
const WIDTH = PAGE.width - 2 * MARGIN.side;
const BOTTOM = PAGE.height - MARGIN.bottom;
const GAP = 8;
const INK = '#1d1b17';
const QUIET = '#4a463e';
const GREEN = '#14532d';
const LINE = '#b9b2a3';
const TINT = '#faf6ec';
const BODY = 12;
const SMALL = 11;
const LEADING = 1.4;
const TABULAR: PDFKit.Mixins.OpenTypeFeatures[] = ['tnum'];

interface Style {
  readonly size: number;
  readonly weight: Weight;
  readonly colour: string;
}

const STYLE = {
  title: { size: 24, weight: 'bold', colour: GREEN },
  lead: { size: 16, weight: 'bold', colour: INK },
  heading: { size: 14, weight: 'bold', colour: GREEN },
  body: { size: BODY, weight: 'regular', colour: INK },
  cell: { size: SMALL, weight: 'regular', colour: INK },
  quiet: { size: SMALL, weight: 'regular', colour: QUIET },
  label: { size: SMALL, weight: 'bold', colour: INK },
} as const satisfies Record<string, Style>;

/** Draws with `draw` and gives the finished PDF's bytes. Rejects only when drawing itself throws. */
export async function makePdf(info: DocumentInfo, draw: (kit: PageKit) => void): Promise<Uint8Array> {
  // Loaded with the first document: it is the largest library of all.
  const { default: PDFDocument } = await import('pdfkit');
  // pdfkit's types do not know PDF/UA yet; pdfkit does.
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/UA',
    tagged: true,
    lang: localeOf(),
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: info.title,
      Author: info.author,
      // biome-ignore lint/style/noRestrictedGlobals: pdfkit takes its dates as Date; the instant comes from the caller.
      CreationDate: new Date(info.madeAt.epochMilliseconds),
    },
  } as unknown as PDFKit.PDFDocumentOptions);
  const chunks: Buffer[] = [];
  const finished = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
    doc.on('error', reject);
  });
  const lettersOf = loadFonts(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  let y: number = MARGIN.top;

  const artefact = (paint: () => void): void => {
    doc.markContent('Artifact', { type: 'Layout' });
    paint();
    doc.endMarkedContent();
  };
  const bar = (): void => artefact(() => doc.rect(0, 0, PAGE.width, 8).fill(GREEN));
  bar();
  const newPage = (): void => {
    doc.addPage();
    bar();
    y = MARGIN.top;
  };
  const room = (height: number): void => {
    if (y + height > BOTTOM && y > MARGIN.top) newPage();
  };

  const widthOf = (text: string, style: Style): number =>
    doc.font(style.weight).fontSize(style.size).widthOfString(lettersOf(text, style.weight), { features: TABULAR });
  const heightOf = (lines: readonly string[], style: Style): number => lines.length * style.size * LEADING;

  /** Cuts a text into lines that fit; a word longer than the line is cut by letters. */
  const wrap = (text: string, width: number, style: Style): string[] => {
    const lines: string[] = [];
    let line = '';
    // A no-break space keeps its words on one line.
    for (const word of text.split(/[^\S\u00A0]+/).filter(Boolean)) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (widthOf(longer, style) <= width) {
        line = longer;
        continue;
      }
      if (line !== '') lines.push(line);
      line = '';
      for (const letter of word) {
        if (line !== '' && widthOf(line + letter, style) > width) {
          lines.push(line);
          line = '';
        }
        line += letter;
      }
    }
    return line === '' ? lines : [...lines, line];
  };

  const write = (
    text: string,
    x: number,
    top: number,
    style: Style,
    box = WIDTH,
    align: 'left' | 'right' = 'left',
  ): void => {
    const at = align === 'right' ? x + box - widthOf(text, style) : x;
    doc.font(style.weight).fontSize(style.size).fillColor(style.colour);
    // The blank at the end keeps two lines' words apart when the text is read aloud or copied.
    doc.text(lettersOf(`${text} `, style.weight), at, top + (style.size * (LEADING - 1)) / 2, {
      lineBreak: false,
      features: TABULAR,
    });
  };

  type Parent = Pick<typeof root, 'add'>;
  /** One element whose lines may stand on two pages: each line is its own piece of marked content. */
  const flow = (parent: Parent, tag: string, text: string, style: Style): void => {
    const element = doc.struct(tag);
    parent.add(element);
    for (const line of wrap(text, WIDTH, style)) {
      room(style.size * LEADING);
      element.add(() => write(line, MARGIN.side, y, style));
      y += style.size * LEADING;
    }
    element.end();
  };
  /** One element of lines in a box that stays on its page. Gives the height used. */
  const block = (
    parent: Parent,
    tag: string,
    lines: readonly string[],
    at: { x: number; y: number; width: number; align?: 'left' | 'right' },
    style: Style,
    options: { scope?: 'Row' | 'Column' } = {},
  ): void => {
    const element = doc.struct(tag, options as PDFKit.Mixins.StructureElementOptions);
    parent.add(element);
    element.add(() => {
      for (const [index, line] of lines.entries()) {
        write(line, at.x, at.y + index * style.size * LEADING, style, at.width, at.align);
      }
    });
    element.end();
  };
  const rule = (colour: string = LINE, thickness = 0.75): void => {
    const at = y;
    artefact(() =>
      doc
        .moveTo(MARGIN.side, at)
        .lineTo(MARGIN.side + WIDTH, at)
        .lineWidth(thickness)
        .strokeColor(colour)
        .stroke(),
    );
  };

  const kit: PageKit = {
    title: (text) => {
      flow(root, 'H1', text, STYLE.title);
      y += GAP;
    },
    lead: (text) => {
      flow(root, 'P', text, STYLE.lead);
      y += GAP;
    },
    heading: (text) => {
      y += GAP * 2;
      room(STYLE.heading.size * LEADING + 3 * BODY * LEADING);
      flow(root, 'H2', text, STYLE.heading);
      y += GAP / 2;
    },
    paragraph: (text) => {
      flow(root, 'P', text, STYLE.body);
      y += GAP;
    },
    callout: (text) => {
      const pad = GAP * 1.5;
      const lines = wrap(text, WIDTH - 2 * pad - GAP, STYLE.body);
      const height = heightOf(lines, STYLE.body) + 2 * pad;
      y += GAP;
      room(height);
      const top = y;
      artefact(() => {
        doc.rect(MARGIN.side, top, WIDTH, height).fill(TINT);
        doc.rect(MARGIN.side, top, 4, height).fill(GREEN);
      });
      block(root, 'P', lines, { x: MARGIN.side + pad + GAP, y: top + pad, width: WIDTH - 2 * pad }, STYLE.body);
      y += height + GAP;
    },
    sideBySide: (blocks) => {
      const width = (WIDTH - GAP * 3 * (blocks.length - 1)) / blocks.length;
      const wrapped = blocks.map(({ heading, lines }) => ({
        heading: wrap(heading, width, STYLE.label),
        lines: lines.flatMap((line) => wrap(line, width, STYLE.body)),
      }));
      const height = Math.max(
        ...wrapped.map((each) => heightOf(each.heading, STYLE.label) + heightOf(each.lines, STYLE.body)),
      );
      y += GAP;
      room(height);
      for (const [index, each] of wrapped.entries()) {
        const x = MARGIN.side + index * (width + GAP * 3);
        block(root, 'H2', each.heading, { x, y, width }, STYLE.label);
        block(root, 'P', each.lines, { x, y: y + heightOf(each.heading, STYLE.label), width }, STYLE.body);
      }
      y += height + GAP;
    },
    facts: (rows) => {
      const labelWidth = 160;
      const table = doc.struct('Table');
      root.add(table);
      y += GAP;
      for (const [label, value] of rows) {
        const labels = wrap(label, labelWidth - GAP, STYLE.label);
        const values = wrap(value, WIDTH - labelWidth, STYLE.cell);
        const height = Math.max(heightOf(labels, STYLE.label), heightOf(values, STYLE.cell)) + GAP / 2;
        room(height);
        const row = doc.struct('TR');
        table.add(row);
        block(row, 'TH', labels, { x: MARGIN.side, y, width: labelWidth }, STYLE.label, { scope: 'Row' });
        block(row, 'TD', values, { x: MARGIN.side + labelWidth, y, width: WIDTH - labelWidth }, STYLE.cell);
        row.end();
        y += height;
      }
      table.end();
      y += GAP / 2;
    },
    table: (columns, rows, totals = []) => {
      const shares = columns.reduce((total, { share }) => total + share, 0);
      let left = MARGIN.side;
      const boxes = columns.map((column) => {
        const width = (WIDTH * column.share) / shares;
        const box = { x: left, width: width - GAP, align: column.align ?? 'left' } as const;
        left += width;
        return column.align === 'right' ? { ...box, x: box.x + GAP } : box;
      });
      const boxOf = (index: number) => boxes[index] ?? { x: MARGIN.side, width: WIDTH, align: 'left' as const };
      const titles = columns.map(({ title }, index) => wrap(title, boxOf(index).width, STYLE.label));
      const headHeight = Math.max(...titles.map((lines) => heightOf(lines, STYLE.label))) + GAP;
      const drawTitles = (): void => {
        for (const [index, lines] of titles.entries()) {
          const box = boxOf(index);
          for (const [line, text] of lines.entries()) {
            write(text, box.x, y + GAP / 2 + line * STYLE.label.size * LEADING, STYLE.label, box.width, box.align);
          }
        }
      };
      const underline = (): void => {
        y += headHeight;
        rule(GREEN, 1.5);
      };
      const laid = (row: TableRow) => {
        const strong = row.isStrong ? STYLE.label : STYLE.cell;
        const cells = row.cells.map((cell, index) => {
          const [main = '', ...more] = typeof cell === 'string' ? [cell] : cell;
          // A sum is never cut in two: it would rather reach into the empty space on its left.
          const first = (boxOf(index).align === 'right' ? [main] : wrap(main, boxOf(index).width, strong))
            .filter((text) => text !== '')
            .map((text) => ({ text, style: strong as Style }));
          const rest = more.flatMap((text) =>
            wrap(text, boxOf(index).width, STYLE.quiet).map((line) => ({ text: line, style: STYLE.quiet as Style })),
          );
          return [...first, ...rest];
        });
        const tall = cells.map((lines) => lines.reduce((sum, { style }) => sum + style.size * LEADING, 0));
        return { cells, height: Math.max(...tall, 0) + GAP };
      };

      const table = doc.struct('Table');
      root.add(table);
      y += GAP;
      room(headHeight + 3 * SMALL * LEADING + GAP);
      const head = doc.struct('TR');
      table.add(head);
      for (const [index, lines] of titles.entries()) {
        const box = boxOf(index);
        block(head, 'TH', lines, { ...box, y: y + GAP / 2 }, STYLE.label, { scope: 'Column' });
      }
      head.end();
      underline();
      const drawRow = (row: TableRow): void => {
        const { cells, height } = laid(row);
        if (y + height > BOTTOM) {
          newPage();
          // On later pages the headings are for the eye; a screen reader has them from the first.
          artefact(drawTitles);
          underline();
        }
        const element = doc.struct('TR');
        table.add(element);
        for (const [index, lines] of cells.entries()) {
          const box = boxOf(index);
          const cell = doc.struct(
            index === 0 ? 'TH' : 'TD',
            (index === 0 ? { scope: 'Row' } : {}) as PDFKit.Mixins.StructureElementOptions,
          );
          element.add(cell);
          if (lines.length > 0) {
            cell.add(() => {
              let top = y + GAP / 2;
              for (const { text, style } of lines) {
                write(text, box.x, top, style, box.width, box.align);
                top += style.size * LEADING;
              }
            });
          }
          cell.end();
        }
        element.end();
        y += height;
      };
      for (const row of rows) {
        drawRow(row);
        rule();
      }
      // Totals stay together with each other.
      const needed = totals.reduce((sum, row) => sum + laid(row).height, 0);
      if (y + needed > BOTTOM) {
        newPage();
        artefact(drawTitles);
        underline();
      }
      for (const row of totals) drawRow(row);
      table.end();
      y += GAP;
    },
  };

  draw(kit);
  root.end();
  const { count } = doc.bufferedPageRange();
  const say = wordsIn().say('documents');
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    const top = PAGE.height - MARGIN.bottom / 2 - SMALL;
    write(wrap(info.footer, WIDTH - 110, STYLE.quiet)[0] ?? '', MARGIN.side, top, STYLE.quiet);
    write(say('page', { page: page + 1, pages: count }), MARGIN.side, top, STYLE.quiet, WIDTH, 'right');
    doc.endMarkedContent();
  }
  doc.end();
  return finished;
}
