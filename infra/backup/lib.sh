# shellcheck shell=bash
# What the backup and its drill share. Sourced, not run.

# The tables whose rows are counted in the backup and again after restoring: the people, what they bought, and both books.
TABLES='people orders visits invoices ledger_transfers ledger_entries audit_entries'

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

count_sql() {
  local table sql=''
  for table in $TABLES; do sql+="${sql:+ union all }select '$table', count(*) from $table"; done
  echo "$sql order by 1"
}

# Splits $1 into PLAIN_URL and PGPASSWORD: a password on a command line can be read by everyone on the machine.
use_server() {
  [[ $1 =~ ^postgres(ql)?:// ]] || fail 'the address of the database must begin with postgres://'
  PLAIN_URL=$1
  if [[ $1 =~ ^(postgres(ql)?://[^:/@]*):([^@]*)@(.*)$ ]]; then
    PLAIN_URL="${BASH_REMATCH[1]}@${BASH_REMATCH[4]}"
    local password=${BASH_REMATCH[3]//\\/\\\\}
    PGPASSWORD=$(printf '%b' "${password//%/\\x}")
    export PGPASSWORD
  fi
  export PLAIN_URL
}

# The address $1, for the database $2 on the same server.
with_database() {
  [[ $1 =~ ^(postgres(ql)?://[^/?]*)(/[^?]*)?(\?.*)?$ ]] || fail 'the address of the database must begin with postgres://'
  echo "${BASH_REMATCH[1]}/$2${BASH_REMATCH[4]}"
}

ask() {
  psql --no-psqlrc --quiet --no-align --tuples-only --field-separator=' ' --set=ON_ERROR_STOP=1 "$@"
}

# pg_dump refuses a server that is newer than itself; say so before anything is written.
assert_clients_fit() {
  local server client
  server=$(ask --command='show server_version_num' "$PLAIN_URL") || fail 'the database does not answer'
  client=$("$1" --version | grep --only-matching --extended-regexp '[0-9]+' | head --lines=1)
  ((client >= server / 10000)) ||
    fail "$1 is version $client and the server is version $((server / 10000)): install the clients of $((server / 10000)) or newer"
}
