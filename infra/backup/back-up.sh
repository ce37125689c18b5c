#!/usr/bin/env bash
# Writes one whole backup of the database with its checksum and the number of rows it must hold, and keeps the newest few.
# Takes DATABASE_URL, BACKUP_DIR and KEEP (14 unless said otherwise). Exits 1, with a reason, when there is no new backup.
set -euo pipefail
umask 077
# shellcheck source=infra/backup/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

: "${DATABASE_URL:?is the database to back up}" "${BACKUP_DIR:?is the folder for the backups}"
KEEP=${KEEP:-14}
[[ $KEEP =~ ^[1-9][0-9]*$ ]] || fail 'KEEP must be a whole number from 1'
use_server "$DATABASE_URL"
assert_clients_fit pg_dump
mkdir -p "$BACKUP_DIR"
cd "$BACKUP_DIR"

NAME=market-$(date --utc +%Y%m%dT%H%M%SZ)
PART=$(mktemp --directory ".$NAME.XXXXXX")
trap 'rm -rf "$PART"' EXIT
export NAME PART

# Counted and dumped at the same instant: the dump is taken from within the transaction that counted.
ask --set=count_sql="$(count_sql)" "$PLAIN_URL" <<'SQL' || fail 'the database could not be read'
begin isolation level repeatable read read only;
select pg_export_snapshot() as snapshot \gset
\getenv part PART
\getenv name NAME
\set counts :part '/' :name '.counts'
\o :counts
:count_sql;
\o
\setenv SNAPSHOT :snapshot
\! pg_dump --format=custom --snapshot="$SNAPSHOT" --file="$PART/$NAME.dump" "$PLAIN_URL" && touch "$PART/whole"
commit;
SQL
[[ -e $PART/whole ]] || fail 'pg_dump failed, so there is no backup; its own words are above'
(cd "$PART" && sha256sum "$NAME.dump" "$NAME.counts" >"$NAME.sha256")
sync "$PART/$NAME".*
# The dump comes last: where it lies, what belongs to it lies too.
mv "$PART/$NAME.counts" "$PART/$NAME.sha256" .
mv "$PART/$NAME.dump" .

find . -maxdepth 1 -name 'market-*.dump' | sort | head --lines=-"$KEEP" | while read -r old; do
  rm -f "$old" "${old%.dump}.counts" "${old%.dump}.sha256"
done
echo "back-up: $BACKUP_DIR/$NAME.dump, $(stat --format=%s "$NAME.dump") bytes"
