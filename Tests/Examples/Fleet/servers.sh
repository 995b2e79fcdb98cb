#!/usr/bin/env bash
# servers.sh COMMAND…: runs a command beside a PostgreSQL and a Redis of its own, on free ports of the loopback, with data in
# a temporary folder, and ends them with it. The command finds FLEET_POSTGRES and FLEET_REDIS_PORT in its environment.
set -eu

postgres_bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -n "$postgres_bin" ] || postgres_bin=$(dirname "$(command -v postgres)")
redis=$(command -v valkey-server || command -v redis-server)
folder=$(mktemp -d "${TMPDIR:-/tmp}/waybill-fleet.XXXXXX")

# PostgreSQL refuses to run as root.
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
port() {
    local port
    # Below those that systems give to clients.
    while port=$((20000 + RANDOM % 12000)); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
    done
    echo "$port"
}

finish() {
    as "$postgres_bin/pg_ctl" -D "$folder/postgres" -m immediate -s stop >/dev/null 2>&1 || true
    if [ -f "$folder/redis.pid" ]; then
        pid=$(cat "$folder/redis.pid")
        kill -9 "$pid" 2>/dev/null || true
        while kill -0 "$pid" 2>/dev/null; do sleep 0.05; done
    fi
    rm -rf "$folder" || { sleep 1 && rm -rf "$folder"; }
}
trap finish EXIT
trap 'exit 130' INT TERM HUP

[ "$(id -u)" != 0 ] || chown postgres "$folder"
chmod 711 "$folder"
FLEET_POSTGRES_PORT=$(port)
FLEET_REDIS_PORT=$(port)
export FLEET_POSTGRES_PORT FLEET_REDIS_PORT FLEET_FOLDER="$folder" FLEET_POSTGRES_BIN="$postgres_bin"
FLEET_ENGINE=$(cd "$(dirname "$0")" && pwd)/engine.sh
export FLEET_ENGINE
as "$postgres_bin/initdb" -D "$folder/postgres" -U waybill -A trust -E UTF8 >"$folder/initdb.log" 2>&1
as "$postgres_bin/pg_ctl" -D "$folder/postgres" -s -w -l "$folder/postgres.log" \
    -o "-p $FLEET_POSTGRES_PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200" start ||
    { cat "$folder/postgres.log" >&2 && exit 1; }
cat >"$folder/start-redis" <<END
#!/usr/bin/env bash
"$redis" --port "$FLEET_REDIS_PORT" --bind 127.0.0.1 --dir "$folder" --appendonly yes --daemonize yes \\
    --pidfile "$folder/redis.pid" --logfile "$folder/redis.log" >/dev/null
# It listens only after that.
for _ in {1..600}; do
    (exec 3<>"/dev/tcp/127.0.0.1/$FLEET_REDIS_PORT") 2>/dev/null && exit
    sleep 0.05
done
echo "redis does not listen" >&2
exit 1
END
chmod +x "$folder/start-redis"
"$folder/start-redis"
export FLEET_POSTGRES="host=127.0.0.1 port=$FLEET_POSTGRES_PORT user=waybill dbname=postgres"

"$@"
