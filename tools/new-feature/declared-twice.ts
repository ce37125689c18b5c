// Finds names that a file declares twice. A noun such as `date` would make some: `DateIn` is what a body takes, and a date.

const IMPORT = /^import (?:type )?(?:\w+, )?\{([^}]*)\} from /gm;
const DECLARATION = /^(?:export )?(?:async )?(function|const|let|class|interface|type) (\w+)/gm;

/** A name that the text imports twice, or imports and declares; undefined where there is none. */
export function declaredTwice(text: string): string | undefined {
  const imported = [...text.matchAll(IMPORT)].flatMap(([, names = '']) =>
    names.split(',').flatMap((one) => /(\w+)\s*$/.exec(one)?.[1] ?? []),
  );
  // A schema and the type that is read from it share a name on purpose.
  const declared = [...text.matchAll(DECLARATION)].map(([, , name = '']) => name);
  return imported.find((name, index) => imported.indexOf(name) !== index || declared.includes(name));
}
