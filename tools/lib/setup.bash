# Set-up for the scripts in tools/: packages, configuration and build.  To be sourced.
#
# Contract: every function prints to stderr only, reads nothing from stdin, and leaves the working
# directory alone.  What has been seen to be in place is remembered under build/.setup, so that a later
# call costs a few file comparisons.  Sourcing this file defines `root` and `setup_dir`.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
setup_dir=$root/build/.setup
packages_file=$root/tools/packages.txt

say() { printf 'sapwood: %s\n' "$*" >&2; }

fail() {
    say "$@"
    exit 1
}

# hold_lock: until this process ends or calls release_lock, no other set-up of this tree runs.
hold_lock() {
    mkdir -p "$setup_dir"
    exec {setup_lock}>"$setup_dir/lock"
    if ! flock -n "$setup_lock"; then
        say "waiting for another set-up of this tree"
        flock "$setup_lock"
    fi
}

release_lock() { exec {setup_lock}>&-; }

# package_rows SECTION...: the rows of those sections, without comments.
package_rows() {
    local line section=
    while IFS= read -r line; do
        line=${line%%#*}
        case $line in
            \[*) section=${line#[}; section=${section%%]*} ;;
            *[![:space:]]*) [[ " $* " == *" $section "* ]] && printf '%s\n' "$line" ;;
        esac
    done <"$packages_file"
    return 0
}

# is_debian_12: the one system whose package names we know.
is_debian_12() {
    local ID= VERSION_ID=
    [[ -r /etc/os-release ]] && . /etc/os-release
    [[ $ID == debian && $VERSION_ID == 12 ]]
}

system_name() {
    local PRETTY_NAME=
    [[ -r /etc/os-release ]] && . /etc/os-release
    printf '%s' "${PRETTY_NAME:-$(uname -s)}"
}

# missing_by_dpkg PACKAGE...: those of them that dpkg does not have, in one query.
missing_by_dpkg() {
    local package status
    declare -A present=()
    while read -r package status; do
        [[ $status == ii* ]] && present[${package%%:*}]=1
    done < <(dpkg-query -W -f '${Package} ${db:Status-Abbrev}\n' "$@" 2>/dev/null)
    for package; do
        [[ ${present[$package]-} ]] || printf '%s\n' "$package"
    done
}

# missing_by_probe SECTION...: the same from the second column, for a system without Debian's dpkg.
missing_by_probe() {
    local package probe _ include
    include=$(/usr/bin/python3 -c 'import sysconfig; print(sysconfig.get_path("include"))' 2>/dev/null) || include=
    while read -r package probe _; do
        case $probe in
            cmd:*) command -v "${probe#cmd:}" >/dev/null || printf '%s\n' "$package" ;;
            python:*) [[ -n $include && -e $include/${probe#python:} ]] || printf '%s\n' "$package" ;;
            header:*)
                printf '#if !__has_include(<%s>)\n#error\n#endif\n' "${probe#header:}" |
                    g++ -E -x c++ - >/dev/null 2>&1 || printf '%s\n' "$package"
                ;;
        esac
    done < <(package_rows "$@")
}

# need_packages SECTION...: returns when everything in those sections is installed; installs what is
# missing, or says what to do and exits.  With no_install=1 it never installs.
need_packages() {
    local stamp=$setup_dir/packages-${*// /-}
    stamp=${stamp// /-}
    if cmp -s "$packages_file" "$stamp" && ! [[ /var/lib/dpkg/status -nt $stamp ]]; then
        return 0
    fi
    mkdir -p "$setup_dir"

    local -a missing=()
    if is_debian_12; then
        local -a wanted
        mapfile -t wanted < <(package_rows "$@" | while read -r package _; do echo "$package"; done | sort -u)
        mapfile -t missing < <(missing_by_dpkg "${wanted[@]}")
        if ((${#missing[@]})); then
            say "packages missing: ${missing[*]}"
            install_packages "${missing[@]}"
            rm -f "$root"/build/*/.configured  # so that the build looks for them again
        fi
    else
        mapfile -t missing < <(missing_by_probe "$@")
        if ((${#missing[@]})); then
            explain_unknown_system "$@"
        fi
    fi
    cp "$packages_file" "$stamp"
}

explain_unknown_system() {
    say "this system is $(system_name); set-up installs packages on Debian 12 only"
    say "what is needed, under Debian's names:"
    local package probe purpose note
    while read -r package probe purpose; do
        note=
        [[ " ${missing[*]} " == *" $package "* ]] && note="   <- not found (${probe#*:})"
        printf '    %-26s %s%s\n' "$package" "$purpose" "$note" >&2
    done < <(package_rows "$@")
    fail "install what was not found, then run this command again"
}

install_packages() {
    local -a as_root=()
    ((EUID == 0)) || as_root=(sudo)
    local command="${as_root[*]:+${as_root[*]} }apt-get install -y --no-install-recommends $*"
    if [[ ${no_install-} ]]; then
        fail "to install them, run:  $command"
    fi
    if ((EUID != 0)) && ! command -v sudo >/dev/null; then
        fail "neither root nor sudo here; as root, run:  apt-get install -y --no-install-recommends $*"
    fi

    local -a apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
        apt-get -q -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0)
    local log=$setup_dir/apt.log
    : >"$log"
    if ! lists_are_recent; then
        say "fetching the package lists (apt-get update)"
        "${apt[@]}" update >>"$log" 2>&1 </dev/null || say "apt-get update failed; going on with the lists there are"
    fi
    say "installing with: $command"
    if "${apt[@]}" install --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
        return
    fi
    say "that failed; fetching the package lists and trying once more"
    "${apt[@]}" update >>"$log" 2>&1 </dev/null
    if ! "${apt[@]}" install --no-install-recommends "$@" >>"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        fail "could not install the packages; the whole log is $log"
    fi
}

# lists_are_recent: apt has package lists younger than a day.
lists_are_recent() {
    [[ -n $(find /var/lib/apt/lists -maxdepth 1 -name '*_Packages*' -mtime -1 -print -quit 2>/dev/null) ]]
}

# need_build FOLDER TARGETS OPTIONS...: brings build/FOLDER up to date.  TARGETS is one word, names
# separated by spaces; OPTIONS are CMake's (-DNAME=VALUE).  Returns non-zero after showing what failed.
# With keep_going=1 one failing target does not stop the others.
need_build() {
    local folder=$root/build/$1 targets=$2
    shift 2
    local configured="$root $*"
    if ! [[ -e $folder/build.ninja && -e $folder/.configured && $(<"$folder/.configured") == "$configured" ]]; then
        configure_build "$folder" "$@" || return
        printf '%s' "$configured" >"$folder/.configured"
    fi

    local log=$folder/build.log status
    # shellcheck disable=SC2086  # targets are words
    NINJA_STATUS='[%f/%t] ' ninja -C "$folder" ${keep_going:+-k 0} $targets </dev/null 2>&1 | show_progress "$log"
    status=${PIPESTATUS[0]}
    if ((status)); then
        say "the build failed:"
        sed -n '/^FAILED: /,$p;/^ninja: error/p' "$log" | head -n "${build_error_lines:-200}" >&2
        say "the whole log is $log"
    fi
    return "$status"
}

configure_build() {
    local folder=$1 log=$1/configure.log cache=$1/CMakeCache.txt
    shift
    if [[ -e $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
        say "build/${folder##*/build/} was made for another folder; starting it anew"
        rm -rf "$folder"
    fi
    mkdir -p "$folder"
    say "configuring build/${folder##*/build/}"
    if ! cmake -S "$root" -B "$folder" -G Ninja "$@" >"$log" 2>&1 </dev/null; then
        cat "$log" >&2
        rm -f "$folder/.configured" "$folder/build.ninja"
        return 1
    fi
}

# show_progress LOG: keeps ninja's output in LOG and tells on stderr how far it is: nothing when there is
# nothing to do, one changing line on a terminal, a line a minute elsewhere.
show_progress() {
    local line step shown=0 failed=0 next=0
    SECONDS=0
    : >"$1"
    while IFS= read -r line; do
        printf '%s\n' "$line" >>"$1"
        case $line in
            *'Re-checking globbed directories'* | *'Re-running CMake'* | 'ninja: '* | '-- '*) continue ;;
            'FAILED: '*) failed=1; continue ;;
            \[*/*\]*) step=${line%%]*}] ;;
            *) continue ;;
        esac
        if ((SECONDS < next)); then
            continue
        fi
        if [[ -t 2 ]]; then
            printf '\rsapwood: building %s ' "$step" >&2
        else
            say "building $step"
            next=$((SECONDS + 60))
        fi
        shown=1
    done
    if ((shown)); then
        [[ -t 2 ]] && printf '\r\033[K' >&2
        ((failed)) || say "built in ${SECONDS} s"
    fi
    return 0
}
