#!/bin/sh
# The peer of `deploy.ts`: one primary and two replicas the way a careful person's script does it, host after host and
# command after command, over plain ssh. Same package, same option files, same checks at the end as the product.
#   deploy-sequential.sh WORK TARBALL        WORK holds key, hosts (lines "name address port user"), NAME.cnf per host
set -eu
work=$1 tarball=$2
base=myriad-by-hand
sha=$(sha256sum "$tarball" | cut -d' ' -f1)
top=$(tar -tzf "$tarball" | head -1 | cut -d/ -f1)

on() { # on NAME COMMAND…: one ssh login each, as a script does
  name=$1
  shift
  set -- "$@"
  read -r _ address port user <<EOF
$(grep "^$name " "$work/hosts")
EOF
  ssh -q -i "$work/key" -p "$port" -o StrictHostKeyChecking=no -o UserKnownHostsFile="$work/known" -o BatchMode=yes "$user@$address" "$@"
}
sql() { # sql NAME STATEMENTS: as root over the socket
  on "$1" "$base/packages/$top/bin/mysql --no-defaults --socket=\$HOME/$base/run/mysql.sock -uroot ${password:+-p$password} -N -B" <<EOF
$2
EOF
}
within() { # within SECONDS COMMAND…: until it succeeds; a server that never comes up ends the script with its name
  until=$(($(date +%s) + $1))
  shift
  until "$@"; do
    [ "$(date +%s)" -lt "$until" ] || { echo "gave up waiting for: $*" >&2; exit 1; }
    sleep 0.2
  done
}
names=$(cut -d' ' -f1 "$work/hosts")
primary=$(echo "$names" | head -1)
replicas=$(echo "$names" | tail -n +2)
address_of() { grep "^$1 " "$work/hosts" | cut -d' ' -f2; }
password=
answers() { on "$1" "$base/packages/$top/bin/mysqladmin --no-defaults --socket=\$HOME/$base/run/mysql.sock -uroot ping" >/dev/null 2>&1; }
caught_up() { [ "$(sql "$1" 'SELECT @@gtid_executed' 2>/dev/null)" = "$(sql "$primary" 'SELECT @@gtid_executed' 2>/dev/null)" ]; }
has_proof() { [ "$(sql "$1" 'SELECT id FROM by_hand.proof' 2>/dev/null)" = 1 ]; }

# one authority, as the product has one; a certificate a host is signed below
openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=by-hand -keyout "$work/ca.key" -out "$work/ca.pem" 2>/dev/null

for name in $names; do
  on "$name" "uname -a; df -P \$HOME; free -m; ss -ltn" >/dev/null
  on "$name" "mkdir -p $base/packages && cat >$base/package.tar.gz" <"$tarball"
  echo "$sha  $base/package.tar.gz" | on "$name" 'sha256sum -c -' >/dev/null
  on "$name" "tar -xzf $base/package.tar.gz -C $base/packages && sh $base/packages/$top/relocate.sh"
  on "$name" "cd $base && mkdir -p -m 700 data binlog relay tmp files log run && sed \"s#@HOME@#\$HOME#g\" >my.cnf" <"$work/$name.cnf"
  openssl req -newkey rsa:2048 -nodes -subj "/CN=$name" -keyout "$work/$name.key" -out "$work/$name.csr" 2>/dev/null
  openssl x509 -req -days 3650 -in "$work/$name.csr" -CA "$work/ca.pem" -CAkey "$work/ca.key" -CAcreateserial -out "$work/$name.pem" 2>/dev/null
  on "$name" "mkdir -p -m 700 $base/tls"
  on "$name" "umask 077 && cat >$base/tls/ca.pem" <"$work/ca.pem"
  on "$name" "umask 077 && cat >$base/tls/cert.pem" <"$work/$name.pem"
  on "$name" "umask 077 && cat >$base/tls/key.pem" <"$work/$name.key"
  on "$name" "$base/packages/$top/bin/mysqld --defaults-file=\$HOME/$base/my.cnf --initialize-insecure"
  on "$name" "setsid $base/packages/$top/bin/mysqld --defaults-file=\$HOME/$base/my.cnf </dev/null >/dev/null 2>&1 &"
  within 60 answers "$name"
done

sql "$primary" "SET GLOBAL super_read_only = OFF; SET GLOBAL read_only = OFF;
  CREATE USER repl@'%' IDENTIFIED BY 'by-hand-r' REQUIRE SSL; GRANT REPLICATION SLAVE ON *.* TO repl@'%';
  CREATE USER monitor@'%' IDENTIFIED BY 'by-hand-m'; GRANT PROCESS, REPLICATION CLIENT ON *.* TO monitor@'%';
  CREATE USER backup@'%' IDENTIFIED BY 'by-hand-b'; GRANT BACKUP_ADMIN ON *.* TO backup@'%';
  ALTER USER root@localhost IDENTIFIED BY 'by-hand-root';"
password=by-hand-root
for name in $replicas; do
  password='' sql "$name" "CHANGE REPLICATION SOURCE TO SOURCE_HOST='$(address_of "$primary")', SOURCE_PORT=3306,
    SOURCE_USER='repl', SOURCE_PASSWORD='by-hand-r', SOURCE_AUTO_POSITION=1, SOURCE_SSL=1;
    SET GLOBAL rpl_semi_sync_replica_enabled = ON; START REPLICA;"
  within 60 caught_up "$name"
done
sql "$primary" "SET GLOBAL rpl_semi_sync_source_enabled = ON;
  CREATE DATABASE by_hand; CREATE TABLE by_hand.proof (id INT PRIMARY KEY); INSERT INTO by_hand.proof VALUES (1);"
for name in $replicas; do
  within 60 has_proof "$name"
  [ "$(sql "$name" 'SELECT @@super_read_only')" = 1 ]
done
