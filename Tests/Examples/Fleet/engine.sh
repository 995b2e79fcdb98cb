#!/bin/sh
# engine.sh postgres|redis restart|freeze|thaw: does something to a server that servers.sh has started; restart kills it first.
set -eu
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
children() { grep -ls "^PPid:[[:space:]]*$1\$" /proc/[0-9]*/status | cut -d/ -f3; }

case "$1" in
postgres) pid=$(head -1 "$FLEET_FOLDER/postgres/postmaster.pid") ;;
redis) pid=$(cat "$FLEET_FOLDER/redis.pid") ;;
esac

case "$1 $2" in
"postgres restart") as "$FLEET_POSTGRES_BIN/pg_ctl" -D "$FLEET_FOLDER/postgres" -m immediate -s -w -l "$FLEET_FOLDER/postgres.log" restart ;;
"redis restart")
    kill -9 "$pid"
    while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
    "$FLEET_FOLDER/start-redis"
    ;;
# The server's children stand still with it.
*" freeze") kill -STOP "$pid" $(children "$pid") ;;
*" thaw") kill -CONT "$pid" $(children "$pid") ;;
*) echo "usage: engine.sh postgres|redis restart|freeze|thaw" >&2 && exit 64 ;;
esac
