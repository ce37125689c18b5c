// Which columns of somebody else's file are which of our fields: one small YAML file for each layout, known by its whole
// heading or by its name.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SayRecorded } from '@support-market/words/say';
import { wordsIn } from '@support-market/words/words-in';
import { yamlLibrary } from '../../ports/late-libraries.ts';
import type { OrganisationKind } from './catalogue-row.ts';
import type { Cells } from './cells.ts';
import { FURTHER_COLUMNS } from './further-cells.ts';
import type { Layout } from './layouts.ts';

const FOLDER = fileURLToPath(new URL('./mappings/', import.meta.url));

export interface Mapping {
  readonly source: string;
  /** Every heading that such a file has, in any order; a file with others, or fewer, is not this one. */
  readonly heading?: readonly string[];
  /** Of a layout of our own in place of `heading`: the columns that have to be there. */
  readonly required?: readonly string[];
  /** Of our own layout: what each column says. */
  readonly means?: Readonly<Record<string, string>>;
  readonly kind: 'service' | 'community';
  readonly reference: readonly string[];
  readonly empty: readonly string[];
  readonly organisation: { readonly name: string; readonly kind: OrganisationKind } & Readonly<Record<string, Field>>;
  readonly listing: { readonly title: Field } & Readonly<Record<string, Field>>;
}

/** A sentence of ours with what the columns say in it: the key is one of `sentences` in the words of imported rows. */
export interface Sentence {
  readonly say: string;
  readonly with: readonly string[];
}
export type Field = string | readonly string[] | Sentence;

const isSentence = (field: Field | undefined): field is Sentence => typeof field === 'object' && 'say' in field;

/** Every mapping, our own layout first. */
export function loadMappings(): readonly Mapping[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => yamlLibrary().parse(readFileSync(FOLDER + name, 'utf8')) as Mapping)
    .sort(
      (a, b) => Number(b.required !== undefined) - Number(a.required !== undefined) || a.source.localeCompare(b.source),
    );
}

/** Every heading that a mapping may read. */
function columnsOf(mapping: Mapping): string[] {
  const all = [...Object.values(mapping.organisation), ...Object.values(mapping.listing)];
  const fields = all.flatMap((field) => (isSentence(field) ? field.with : field));
  const named = fields.flatMap((field) => [...field.matchAll(/\{([a-z0-9_]+)\}/g)].map(([, column]) => column ?? ''));
  const whole = fields.filter((field) => /^[a-z0-9_]+$/.test(field));
  const heading = mapping.heading ?? mapping.required ?? [];
  const columns = [...new Set([...(mapping.required ?? []), ...mapping.reference, ...named, ...whole])];
  // A fixed word ("care-homes") is not a heading.
  return mapping.heading ? columns.filter((column) => heading.includes(column)) : columns;
}

/** The layout that a mapping reads. Asked for by name, a file needs the columns that tell one row from another. */
export function layoutOf(mapping: Mapping): Layout {
  const required = mapping.required ?? mapping.reference;
  return {
    name: mapping.source,
    fits: mapping.heading ? { exactly: mapping.heading } : 'own',
    columns: [
      ...columnsOf(mapping).map((name) => ({
        name,
        means: mapping.means?.[name] ?? '',
        ...(required.includes(name) ? { required: true as const } : {}),
      })),
      ...(mapping.required ? FURTHER_COLUMNS : []),
    ],
  };
}

/** The row with this file's words for "nothing" taken as nothing. */
export function withoutFillers(mapping: Mapping, cells: Cells): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([column, value]) => [column, mapping.empty.includes(value.trim()) ? '' : value.trim()]),
  );
}

/** What a field of the mapping says of a row: a column's text, several of them, a sentence of ours, or a fixed word. */
export function fieldText(field: Field | undefined, cells: Cells): string {
  if (isSentence(field)) {
    const values = Object.fromEntries(field.with.map((column) => [column, cells[column] ?? '']));
    // A sentence about nothing is not said.
    if (Object.values(values).every((value) => value === '')) return '';
    return (wordsIn().say('import-rows') as unknown as SayRecorded)(`sentences.${field.say}`, values).trim();
  }
  if (typeof field !== 'string') return '';
  if (field.includes('{'))
    return field.replaceAll(/\{([a-z0-9_]+)\}/g, (_all, column: string) => cells[column] ?? '').trim();
  return field in cells ? (cells[field] ?? '') : field;
}

/** The column that a field reads, so that a fault names what the person sees; the field's own name otherwise. */
export function columnOf(field: Field | undefined, name: string): string {
  return typeof field === 'string' && /^[a-z0-9_]+$/.test(field) ? field : name;
}
