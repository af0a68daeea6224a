# Looks at a host: POSIX sh, coreutils, awk, /proc. Changes nothing; the disk sample is removed before it ends.
# In: baseDirectory, diskSample. Out: one JSON object, null = could not be learned.
base=$in_baseDirectory
sample=$in_diskSample

out=
str() { # key, value ('' = null)
  if [ -n "$2" ]; then out="$out,\"$1\":$(json_str "$2")"; else out="$out,\"$1\":null"; fi
}
num() { # key, value; anything that is no plain number = null
  case $2 in '' | *[!0-9.-]*) out="$out,\"$1\":null" ;; *) out="$out,\"$1\":$2" ;; esac
}
bool() { # key, yes or no
  case $2 in yes) out="$out,\"$1\":true" ;; no) out="$out,\"$1\":false" ;; *) out="$out,\"$1\":null" ;; esac
}
raw() { out="$out,\"$1\":${2:-null}"; }
words() { # key, then words, as a list of strings
  key=$1; shift
  out="$out,\"$key\":$(json_array "$@")"
}
has() { command -v "$1" >/dev/null 2>&1; }
read_file() { [ -r "$1" ] && head -n 1 "$1" 2>/dev/null; }
PATH=$PATH:/usr/sbin:/sbin; export PATH

# --- machine
str hostname "$(uname -n)"
str machineId "$(read_file /etc/machine-id)"
if has hostname && ips=$(hostname -I 2>/dev/null) && [ -n "$ips" ]; then set -f; words addresses $ips; set +f
elif has ip; then set -f; words addresses $(ip -o addr show scope global 2>/dev/null | awk '{sub("/.*","",$4); print $4}'); set +f
else raw addresses null; fi
if has systemd-detect-virt; then virt=$(systemd-detect-virt 2>/dev/null); else virt=$(read_file /sys/class/dmi/id/sys_vendor); fi
str virtualization "$virt"
num uptimeSeconds "$(awk '{printf "%d", $1}' /proc/uptime 2>/dev/null)"

# --- processor and memory
str architecture "$(uname -m)"
str cpuModel "$(awk -F': *' '/^(model name|Model|Hardware|cpu model)/ {print $2; exit}' /proc/cpuinfo 2>/dev/null)"
num cpuCores "$(nproc 2>/dev/null)"
flags=$(awk -F: '/^(flags|Features)/ {print $2; exit}' /proc/cpuinfo 2>/dev/null)
if [ -n "$flags" ]; then
  wanted=
  for flag in sse4_2 popcnt pclmulqdq aes avx2 avx512f crc32 asimd atomics pmull; do
    case " $flags " in *" $flag "*) wanted="$wanted $flag" ;; esac
  done
  words cpuFlags $wanted
else raw cpuFlags null; fi
nodes=0; for node in /sys/devices/system/node/node[0-9]*; do [ -d "$node" ] && nodes=$((nodes + 1)); done
if [ "$nodes" -gt 0 ]; then num numaNodes "$nodes"; else raw numaNodes null; fi
mem() { awk -v key="$1:" '$1 == key {printf "%.0f", $2 * 1024}' /proc/meminfo 2>/dev/null; }
total=$(mem MemTotal)
limit=$(read_file /sys/fs/cgroup/memory.max)
case $limit in '' | *[!0-9]*) ;; *) total=$(awk -v a="$total" -v b="$limit" 'BEGIN {printf "%.0f", (b + 0 < a + 0) ? b : a}') ;; esac
num memoryBytes "$total"
num memoryAvailableBytes "$(mem MemAvailable)"
num swapBytes "$(mem SwapTotal)"
num swappiness "$(read_file /proc/sys/vm/swappiness)"
str transparentHugePages "$(sed -n 's/.*\[\(.*\)\].*/\1/p' /sys/kernel/mm/transparent_hugepage/enabled 2>/dev/null)"

# --- system
str kernel "$(uname -r)"
os() { [ -r /etc/os-release ] && sed -n "s/^$1=//p" /etc/os-release | tr -d '"' | head -n 1; }
str osId "$(os ID)"; str osVersion "$(os VERSION_ID)"; str osName "$(os PRETTY_NAME)"
glibc=$(getconf GNU_LIBC_VERSION 2>/dev/null | awk '{print $2}')
musl=$(ls /lib/ld-musl-* 2>/dev/null | head -n 1)
if [ -n "$glibc" ]; then str libc glibc; str libcVersion "$glibc"
elif [ -n "$musl" ]; then str libc musl; str libcVersion "$("$musl" 2>&1 | awk '/^Version/ {print $2}')"
else raw libc null; raw libcVersion null; fi
str init "$(read_file /proc/1/comm)"
if has getenforce; then str selinux "$(getenforce 2>/dev/null | tr 'A-Z' 'a-z')"
elif [ -r /sys/fs/selinux/enforce ]; then
  if [ "$(cat /sys/fs/selinux/enforce)" = 1 ]; then str selinux enforcing; else str selinux permissive; fi
elif [ -d /sys/fs ]; then str selinux absent; else raw selinux null; fi
profile=no
if [ "$(read_file /sys/module/apparmor/parameters/enabled)" = Y ]; then
  for file in /etc/apparmor.d/usr.sbin.mysqld /etc/apparmor.d/usr.sbin.mariadbd; do
    [ -e "$file" ] && [ ! -e "/etc/apparmor.d/disable/${file##*/}" ] && [ -s "$file" ] && profile=yes
  done
fi
bool apparmorMysqlProfile "$profile"

# --- time
daemon=
for dir in /proc/[0-9]*; do
  name=$(read_file "$dir/comm") || continue
  case $name in chronyd | ntpd | systemd-timesyn | openntpd | ptp4l) daemon=$name; break ;; esac
done
sync=
if has timedatectl; then sync=$(timedatectl show -p NTPSynchronized --value 2>/dev/null); fi
if [ -z "$sync" ] && has chronyc; then
  case $(chronyc -n tracking 2>/dev/null | awk -F': *' '/^Leap status/ {print $2}') in Normal) sync=yes ;; 'Not synchronised') sync=no ;; esac
fi
bool timeSynchronized "$sync"
str timeSyncDaemon "$daemon"

# --- the base directory
str baseDirectory "$base"
exists=no; writable=no; creatable=no; probe=$base
if [ -d "$base" ]; then
  exists=yes
  [ -w "$base" ] && [ -x "$base" ] && writable=yes
elif [ ! -e "$base" ] && [ -n "$base" ]; then
  while [ ! -e "$probe" ]; do probe=$(dirname "$probe"); done
  [ -d "$probe" ] && [ -w "$probe" ] && [ -x "$probe" ] && creatable=yes
fi
bool baseExists "$exists"; bool baseWritable "$writable"; bool baseCreatable "$creatable"
mount_point=$(df -P "$probe" 2>/dev/null | awk 'NR == 2 {print $6}')
mount_line=$(awk -v at="$mount_point" '$2 == at {line = $3 " " $4} END {print line}' /proc/mounts 2>/dev/null)
str baseFilesystem "${mount_line%% *}"
str baseMountPoint "$mount_point"
if [ -n "$mount_line" ]; then
  set -f; old=$IFS; IFS=,; set -- ${mount_line#* }; IFS=$old; words baseMountOptions "$@"; set +f
else raw baseMountOptions null; fi
num baseTotalBytes "$(df -Pk "$probe" 2>/dev/null | awk 'NR == 2 {printf "%.0f", $2 * 1024}')"
free=$(df -Pk "$probe" 2>/dev/null | awk 'NR == 2 {printf "%.0f", $4 * 1024}')
num baseFreeBytes "$free"
num baseFreeInodes "$(df -Pi "$probe" 2>/dev/null | awk 'NR == 2 {print $4}')"

# --- disk speed: 64 MiB in a row with fsync, then 100 synchronous writes of 4 KiB; only with room to spare
rate=; latency=; made=
if [ "$sample" = true ] && [ -n "$free" ] && [ "$(awk -v f="$free" 'BEGIN {print (f > 268435456)}')" = 1 ]; then
  # A base directory that is not there yet is made for the sample and taken away again.
  if [ "$creatable" = yes ] && [ "$(dirname "$base")" = "$probe" ] && mkdir "$base" 2>/dev/null; then made=yes; fi
  if [ "$writable" = yes ] || [ "$made" = yes ]; then
    file=$base/.myriad-disk-sample.$$
    trap 'rm -f "$file"; [ "$made" = yes ] && rmdir "$base" 2>/dev/null' EXIT
    trap 'exit 143' HUP INT TERM
    seconds() { awk '/copied|bytes/ {for (i = 2; i <= NF; i++) if ($i ~ /^(s,?|seconds,?)$/) {print $(i - 1); exit}}'; }
    took=$(timeout 20 dd if=/dev/zero of="$file" bs=1048576 count=64 conv=fsync 2>&1 | seconds)
    rate=$(awk -v s="$took" 'BEGIN {if (s > 0) printf "%.1f", 64 / s}')
    took=$(timeout 20 dd if=/dev/zero of="$file" bs=4096 count=100 conv=notrunc oflag=dsync 2>&1 | seconds)
    latency=$(awk -v s="$took" 'BEGIN {if (s > 0) printf "%.0f", s * 10000}')
  fi
fi
num writeMiBPerSecond "$rate"; num fsyncMicroseconds "$latency"

# --- limits
lim() { awk -v name="$1" -v col="$2" 'index($0, name) == 1 {v = $(NF - 3 + col); if (v == "unlimited") v = 9007199254740991; print v}' /proc/self/limits 2>/dev/null; }
num openFilesSoft "$(lim 'Max open files' 1)"; num openFilesHard "$(lim 'Max open files' 2)"
num processesSoft "$(lim 'Max processes' 1)"; num processesHard "$(lim 'Max processes' 2)"
num somaxconn "$(read_file /proc/sys/net/core/somaxconn)"
num aioMaxNr "$(read_file /proc/sys/fs/aio-max-nr)"; num aioNr "$(read_file /proc/sys/fs/aio-nr)"

# --- what runs here
if [ -r /proc/net/tcp ]; then
  ports=$(awk 'function hex(s,  i, v) {v = 0; s = tolower(s); for (i = 1; i <= length(s); i++) v = v * 16 + index("0123456789abcdef", substr(s, i, 1)) - 1; return v}
    $4 == "0A" {n = split($2, a, ":"); print hex(a[n])}' /proc/net/tcp /proc/net/tcp6 2>/dev/null | sort -nu | tr '\n' ',')
  raw listeningPorts "[${ports%,}]"
else raw listeningPorts null; fi
found=
for dir in /proc/[0-9]*; do
  case $(read_file "$dir/comm") in
    mysqld | mariadbd)
      # Arguments may hold anything; only where it lives and listens is told, the rest never leaves the host.
      shown=$(tr '\000' '\n' <"$dir/cmdline" 2>/dev/null | awk 'NR == 1 || /^--(defaults-file|datadir|port|basedir|socket)=/ {printf "%s%s", (n++ ? " " : ""), $0}')
      found="$found,{\"pid\":${dir#/proc/},\"command\":$(json_str "$shown")}" ;;
  esac
done
raw serverProcesses "[${found#,}]"
present=
for tool in tar gzip xz zstd sha256sum awk sed grep find timeout setsid flock openssl perl systemctl sudo runuser rsync numactl; do has "$tool" && present="$present $tool"; done
words tools $present
if has ldconfig; then
  set -f; words libraries $(ldconfig -p 2>/dev/null | awk '/lib(aio|numa|ncurses|tinfo|ssl|crypto|tirpc)\.so/ {print $1}' | sort -u); set +f
else raw libraries null; fi

# --- the account
str user "$(id -un 2>/dev/null || id -u)"
num uid "$(id -u)"
if [ "$(id -u)" = 0 ]; then str sudo all
elif ! has sudo; then str sudo none
elif rights=$(timeout 5 sudo -n -l 2>/dev/null); then
  case $rights in *'NOPASSWD: ALL'*) str sudo all ;; *NOPASSWD*) str sudo some ;; *) str sudo none ;; esac
else str sudo none; fi
if [ -n "$HOME" ] && [ -w "$HOME" ]; then bool homeWritable yes; else bool homeWritable no; fi

printf '{%s}\n' "${out#,}"
