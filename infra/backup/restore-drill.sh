#!/usr/bin/env bash
# Proves that the newest backup can be restored: into a new database, with every row that was counted, and books that
# balance. Takes BACKUP_DIR and DATABASE_URL, an account that may make databases on the server to practise on (rather not
# the one that serves); MAX_AGE_HOURS (26) is how old the newest backup may be. Exits 1, with a reason, when anything is wrong.
set -euo pipefail
umask 077
# shellcheck source=infra/backup/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

: "${DATABASE_URL:?is the server to practise on}" "${BACKUP_DIR:?is the folder with the backups}"
MAX_AGE_HOURS=${MAX_AGE_HOURS:-26}
STARTED=$SECONDS
use_server "$DATABASE_URL"
assert_clients_fit pg_restore
cd "$BACKUP_DIR"

NAME=$(find . -maxdepth 1 -name 'market-*.dump' -printf '%f\n' | sort | tail --lines=1)
NAME=${NAME%.dump}
[[ -n $NAME ]] || fail "there is no backup in $BACKUP_DIR"
[[ -n $(find . -name "$NAME.dump" -mmin "-$((MAX_AGE_HOURS * 60))") ]] ||
  fail "the newest backup, $NAME, is older than $MAX_AGE_HOURS hours"
sha256sum --check --quiet "$NAME.sha256" || fail "$NAME is not what was written"

DATABASE=restore_drill_$$
SAID=$(mktemp)
# The role belongs to the server and not to the database, so a backup does not bring it along.
ask "$PLAIN_URL" <<'SQL' || fail 'the role support_market_app is not there and could not be made'
select 'create role support_market_app nologin' where not exists (select from pg_roles where rolname = 'support_market_app')
\gexec
SQL
ask --command="create database $DATABASE" "$PLAIN_URL" || fail 'a new database could not be made'
trap 'rm -f "$SAID"; ask --command="drop database if exists $DATABASE with (force)" "$PLAIN_URL"' EXIT
TARGET=$(with_database "$PLAIN_URL" "$DATABASE")

pg_restore --exit-on-error --no-owner --dbname="$TARGET" "$NAME.dump" || fail "$NAME could not be restored"
# Statistics are not part of a dump, and without them every question takes a hundred times as long.
ask --command='set client_min_messages = error' --command=analyze "$TARGET"
ask --command="$(count_sql)" "$TARGET" | diff "$NAME.counts" - >&2 || fail "$NAME does not hold the rows that were counted"
if ! (cd "$ROOT" && DATABASE_URL=$(with_database "$DATABASE_URL" "$DATABASE") npm run --silent verify:ledger) >"$SAID" 2>&1; then
  cat "$SAID" >&2
  fail "the books of $NAME could not be proved; why is above"
fi
echo "restore-drill: ok, $NAME restored with $(awk '{rows += $2} END {print rows}' "$NAME.counts") rows counted and books balanced, $((SECONDS - STARTED)) s"
