// A statement whose text is put together once and then only given its values: for what runs with every request, building and
// compiling it anew costs the program more than PostgreSQL needs to carry it out.

import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';

/** Compiles, and is connected to nothing. */
const compiler = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** Stands for a value while the text is put together. */
class Slot {
  readonly index: number;
  /** A list that is not empty, where that is asked. */
  readonly length = 1;

  constructor(index: number) {
    this.index = index;
  }
}

interface Buildable<Row> {
  compile: (executor: Kysely<never>) => CompiledQuery<Row>;
}

/** A text in which each value stands once, however often the statement names it, and what stands at each number. */
function eachOnce({ sql, parameters }: CompiledQuery): Pick<CompiledQuery, 'sql' | 'parameters'> {
  const different = [...new Set(parameters)];
  const numbers = parameters.map((one) => different.indexOf(one) + 1);
  return {
    sql: sql.replaceAll(/\$(\d+)/g, (_, number: string) => `$${numbers[Number(number) - 1]}`),
    parameters: different,
  };
}

/**
 * A function that answers the statement with given values. `build` is called once, with something in the place of each value:
 * it may only hand them on to the statement, each as a parameter.
 */
export function prepared<Values extends readonly unknown[], Row>(
  build: (...values: Values) => Buildable<Row>,
): (...values: Values) => CompiledQuery<Row> {
  let kept: CompiledQuery<Row> | undefined;
  return (...values) => {
    if (kept === undefined) {
      const slots = values.map((_, index) => new Slot(index)) as unknown as Values;
      const built = build(...slots).compile(compiler);
      kept = { ...built, ...eachOnce(built) };
    }
    return { ...kept, parameters: kept.parameters.map((one) => (one instanceof Slot ? values[one.index] : one)) };
  };
}
