// Makes the program's own database again, empty: for a demonstration that is to begin again, and for nothing else.

import pg from 'pg';

/** Drops the database that `url` names, closing every connection to it, and creates it again with nothing in it. Its owner may do so. */
export async function emptyDatabase(url: string): Promise<void> {
  const elsewhere = new URL(url);
  const name = decodeURIComponent(elsewhere.pathname.slice(1));
  elsewhere.pathname = '/template1';
  const client = new pg.Client({ connectionString: elsewhere.href });
  await client.connect();
  try {
    const quoted = client.escapeIdentifier(name);
    await client.query(`drop database if exists ${quoted} with (force)`);
    await client.query(`create database ${quoted} template template0`);
  } finally {
    await client.end();
  }
}
