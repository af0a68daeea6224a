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
names=$(cut -d' ' -f1 "$work/hosts")
primary=$(echo "$names" | head -1)
replicas=$(echo "$names" | tail -n +2)
address_of() { grep "^$1 " "$work/hosts" | cut -d' ' -f2; }
password=

for name in $names; do
  on "$name" "uname -a; df -P \$HOME; free -m; ss -ltn" >/dev/null
  on "$name" "mkdir -p $base/packages && cat >$base/package.tar.gz" <"$tarball"
  echo "$sha  $base/package.tar.gz" | on "$name" 'sha256sum -c -' >/dev/null
  on "$name" "tar -xzf $base/package.tar.gz -C $base/packages && sh $base/packages/$top/relocate.sh"
  on "$name" "cd $base && mkdir -p -m 700 data binlog relay tmp files log run && sed \"s#@HOME@#\$HOME#g\" >my.cnf" <"$work/$name.cnf"
  on "$name" "$base/packages/$top/bin/mysqld --defaults-file=\$HOME/$base/my.cnf --initialize-insecure"
  on "$name" "setsid $base/packages/$top/bin/mysqld --defaults-file=\$HOME/$base/my.cnf </dev/null >/dev/null 2>&1 &"
  until on "$name" "$base/packages/$top/bin/mysqladmin --no-defaults --socket=\$HOME/$base/run/mysql.sock -uroot ping" >/dev/null 2>&1; do sleep 0.2; done
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
  until [ "$(sql "$name" 'SELECT @@gtid_executed' 2>/dev/null)" = "$(sql "$primary" 'SELECT @@gtid_executed' 2>/dev/null)" ]; do sleep 0.2; done
done
sql "$primary" "SET GLOBAL rpl_semi_sync_source_enabled = ON;
  CREATE DATABASE by_hand; CREATE TABLE by_hand.proof (id INT PRIMARY KEY); INSERT INTO by_hand.proof VALUES (1);"
for name in $replicas; do
  until [ "$(sql "$name" 'SELECT id FROM by_hand.proof' 2>/dev/null)" = 1 ]; do sleep 0.2; done
  [ "$(sql "$name" 'SELECT @@super_read_only')" = 1 ]
done
