#!/bin/sh
# First process of a lab host, inside its own mount, process and host-name namespaces (as root).
# init.sh ROOT HOME NAME COMMAND…: ROOT (a folder outside) becomes HOME and holds /tmp; then COMMAND takes over.
set -eu
root=$1 home=$2 name=$3
shift 3
hostname "$name" 2>/dev/null || echo "$name" >/proc/sys/kernel/hostname
# An empty /run also says: no systemd here. The host's own files stay in sight below it when /tmp is covered.
mount -t tmpfs -o mode=755 tmpfs /run
mkdir /run/sshd /run/myriad-lab
mount --bind "$root" /run/myriad-lab
mount --bind "$root/home" "$home"
mount --bind "$root/tmp" /tmp
# Own devices: whatever happened to the machine's /dev/null, this one is right; shared memory is the host's own.
if mount -t tmpfs -o mode=755 tmpfs /mnt 2>/dev/null; then
  mkdir -m 1777 /mnt/shm
  mkdir /mnt/pts
  for device in null:3 zero:5 full:7 random:8 urandom:9; do
    mknod -m 666 "/mnt/${device%:*}" c 1 "${device#*:}" 2>/dev/null || {
      : >"/mnt/${device%:*}"
      mount --bind "/dev/${device%:*}" "/mnt/${device%:*}"
    }
  done
  mknod -m 666 /mnt/tty c 5 0 2>/dev/null || :
  mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts /mnt/pts && ln -s pts/ptmx /mnt/ptmx
  ln -s /proc/self/fd /mnt/fd
  ln -s fd/0 /mnt/stdin
  ln -s fd/1 /mnt/stdout
  ln -s fd/2 /mnt/stderr
  mount --move /mnt /dev
fi
exec "$@"
