# What the scenes share: an office with a store of its own, its clock, the desk in a terminal, and the daemon that shows
# notifications. Every wait is for something to be seen, with a bound that a busy machine keeps too.
set -euo pipefail
day=2026-11-23
work=$(mktemp -d)
cd "$work"
export HOME="$work/home" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" LANG=zh_CN.UTF-8 TZ=America/New_York
# The desk watches the store's folder: nothing else is written there.
export ZHIBAN_STORE="$work/desk/zhiban.db" ZHIBAN_POLICY="$work/policy.toml"
unset ZHIBAN_NOW ZHIBAN_SPEED ZHIBAN_BY ZHIBAN_PERSON ZHIBAN_CONFIG NO_COLOR LC_ALL TMUX
mkdir -p "$HOME" "$XDG_CONFIG_HOME/zhiban"
# Somebody has sat here before: a first start would ask who.
: >"$XDG_CONFIG_HOME/zhiban/config.toml"
dunst=

close_office() {
    local status=$?
    tmux -S "$work/tmux" kill-server 2>/dev/null || true
    if [ -n "$dunst" ]; then
        kill -CONT "$dunst" 2>/dev/null || true
        kill -KILL "$dunst" 2>/dev/null || true
    fi
    cd /
    rm -rf "$work"
    exit "$status"
}
trap close_office EXIT

# Says what is wrong, with what the screen, the daemon and the journal said.
fail() {
    {
        printf 'FAILED: %s: %s\n' "$(basename "$0")" "$*"
        printf -- '-- screen\n%s\n' "$(screen 2>&1 | grep -v '^ *$' || true)"
        printf -- '-- daemon\n%s\n' "$(cat told 2>/dev/null || true)"
        printf -- '-- journal\n%s\n' "$(journal 2>&1 | jq -c '.[]' || true)"
    } >&2
    exit 1
}

# wait_until WHAT COMMAND...: until the command succeeds.
wait_until() {
    local what=$1 n
    shift
    for ((n = 0; n < 600; n++)); do
        if "$@"; then return; fi
        sleep .05
    done
    fail "waited in vain for $what"
}

# ---- the clock

micros() { printf '%s' "${EPOCHREALTIME/[.,]/}"; }

# begin TIME SPEED: from now on the office's clock runs.
begin() {
    origin=$(date -d "${day}T$1+08:00" +%s)
    speed=$2
    started=$(micros)
}

moment() { TZ=CST-8 date -d "@$((origin + ($(micros) - started) * speed / 1000000))" +%FT%T; }

# until_time TIME: sleeps until the office's clock shows it.
until_time() {
    local there left
    there=$(date -d "${day}T$1+08:00" +%s)
    left=$(((there - origin) * 1000000 / speed - ($(micros) - started)))
    if [ "$left" -gt 0 ]; then sleep "$(printf '%d.%06d' $((left / 1000000)) $((left % 1000000)))"; fi
}

# at TIME COMMAND...: a command of another terminal, once the clock shows the time.
at() {
    local time=$1
    shift
    until_time "$time"
    ZHIBAN_NOW=${day}T$time "$zhiban" "$@" >said 2>&1 || fail "$* says $(cat said)"
}

# ---- the desk

# settle_policy KEY=VALUE...: how things are told here.
settle_policy() {
    local pair
    cp "$here/../assets/policy.toml" policy.toml
    for pair in "$@"; do
        grep -q "^${pair%%=*} = " policy.toml || fail "the policy has no ${pair%%=*}"
        sed -i "s|^${pair%%=*} = .*|${pair%%=*} = ${pair#*=}|" policy.toml
    done
}

# open_desk [NAME]: the desk in a terminal of that name; the time goes on where it is.
open_desk() { in_terminal "${1:-desk}" "ZHIBAN_NOW=$(moment) ZHIBAN_SPEED=$speed"; }

# open_desk_now: the same on the machine's own clock.
open_desk_now() { in_terminal desk ""; }

# A shell stands between: tmux wakes a child of its own that was stopped.
in_terminal() {
    tmux -S "$work/tmux" -f /dev/null new-session -d -s "$1" -x 120 -y 36 \
        "sh -c 'echo \$\$ >$1.pid; exec env $2 \"\$zhiban\" 2>>stderr'; :" \; \
        pipe-pane -t "$1" -o "cat >>$1.raw"
    wait_until "the desk" shows 值班 "$1"
}

pid_of_desk() { cat "${1:-desk}.pid"; }
screen() { tmux -S "$work/tmux" capture-pane -p -t "${1:-desk}"; }
shows() { screen "${2:-desk}" 2>/dev/null | grep -qE -- "$1"; }
shows_not() { ! shows "$@"; }
press() { tmux -S "$work/tmux" send-keys -t desk "$1"; }
is_gone() { ! kill -0 "$1" 2>/dev/null; }

close_desk() {
    local pid
    pid=$(pid_of_desk "${1:-desk}")
    kill "$pid"
    wait_until "the desk to close" is_gone "$pid"
}

# The help opens and closes while something hangs; what it took is told, and must be far less than that hanging takes.
answers_keys() {
    local begun
    begun=$(micros)
    press '?'
    wait_until "the help" shows '┌ 帮助'
    press Escape
    wait_until "the queue" shows_not '┌ 帮助'
    key_took=$((($(micros) - begun) / 1000))
}

rings() { LC_ALL=C tr -cd '\a' <"${1:-desk}.raw" | wc -c; }

# ---- the daemon

open_daemon() {
    cat >log <<LOG
#!/bin/sh
body=\$(printf %s "\$DUNST_BODY" | tr '\n' '/')
date +%s%N >>'$work/shown_at'
printf '%s|%s|%s|%s\n' "\$DUNST_ID" "\$DUNST_URGENCY" "\$DUNST_SUMMARY" "\$body" >>'$work/told'
LOG
    cat >dunstrc <<CONF
[global]
history_length = 10000
notification_limit = 0
stack_duplicates = false
dmenu = $work/choose
[log]
summary = "*"
script = "$work/log"
CONF
    chmod +x log
    touch told shown_at
    dunst -conf dunstrc 2>>dunst.err &
    dunst=$!
    disown
    wait_until "the daemon" daemon_answers
}

daemon_answers() { dunstctl count >/dev/null 2>&1; }

kill_daemon() {
    kill -KILL "$dunst"
    wait_until "the daemon's end" is_gone "$dunst"
    dunst=
}

# What the daemon has shown, in order, as `SUMMARY|BODY`. The clock runs fast, so that moments pass between a point and its
# popup: time left is rounded up to the minute, time over down.
told_by_daemon() { cut -d'|' -f3- told | round; }
round() {
    LC_ALL=C perl -CSDA -Mutf8 -pe 's/还剩 (\d+) 分 \d+ 秒/"还剩 " . ($1 + 1) . " 分"/ge; s/还剩 \d+ 秒/还剩 1 分/g;
        s/逾期 (\d+) 分 \d+ 秒/逾期 $1 分/g; s/逾期 \d+ 秒/到时限/g'
}

# The daemon's own history, oldest first, as `ID|SUMMARY|BODY`: one entry for each that was not replaced.
history_of_daemon() {
    dunstctl close-all
    wait_until "an empty screen" nothing_displayed
    dunstctl history | jq -r '.data[0] | sort_by(.timestamp.data)[] |
        "\(.id.data)|\(.summary.data)|\(.body.data | gsub("\n"; "/"))"'
}
nothing_displayed() { [ "$(dunstctl count displayed)$(dunstctl count waiting)" = 00 ]; }

# ---- the journal

journal() { ZHIBAN_NOW=${day}T23:59 "$zhiban" reminders --date "$day" --json; }

# rows FILTER: how many rows of the journal a jq condition holds for.
rows() { journal | jq "[.[] | select($1)] | length"; }
has_rows() { [ "$(rows "$1")" -gt 0 ]; }
expect_rows() { [ "$(rows "$2")" = "$1" ] || fail "expected $1 rows with $2, found $(rows "$2")"; }

# Nothing is told twice but after `unknown`, and nothing is left half told.
all_accounted_for() {
    local bad
    bad=$(journal | jq -c '
        (.[] | select(.outcome == "telling")),
        (group_by([.case, .rule, .clock, .unit, .point, .at])[] | sort_by(.attempt) |
         select((.[:-1] | any(.outcome != "unknown")) or .[-1].outcome == "unknown"))')
    [ -z "$bad" ] || fail "not accounted for: $bad"
}
