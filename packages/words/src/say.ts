// What a sentence is asked for by: its noun, its key, and the values that it cannot be said without.
import type { Branches, Words } from './generated/words.ts';

export type Noun = keyof Words;

/** Known wherever a sentence is said, and `otherwise` for a key that is made of what a file or a server said. */
type Everywhere = {
  readonly councilReach?: string;
  readonly safeguardingReach?: string;
  readonly emergencyTelephone?: string;
  readonly defaultValue?: string;
};

/** All of them: where the key is one of several, every one of those must be able to be said. */
type AllOf<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;

type Given<Values> = keyof Values extends never ? [values?: Everywhere] : [values: Readonly<Values> & Everywhere];

/** `say('placed.title', { count: 2 })`. A key that does not exist, or a value that is missing, is a type error. */
export type Say<Of extends Noun> = {
  <Key extends keyof Branches[Of]>(
    key: Key,
    values: { readonly returnObjects: true } & Readonly<Record<string, unknown>>,
  ): Readonly<Branches[Of][Key]>;
  <Key extends keyof Words[Of]>(key: Key, ...values: Given<AllOf<Words[Of][Key]>>): string;
};

/** For a sentence whose key and values stand in a record (a message, a refusal): its kinds are proved by a test of their own. */
export type SayRecorded = (key: string, values: Readonly<Record<string, unknown>>) => string;
