#!/usr/bin/env bash
# A meeting of many: Alice makes a conference by CCMP, COUNT participants join and subscribe by SIP, all of them have to be in, Alice ends it
# by C3P, and nothing may be left of it. Against a server of example.com that runs:
#
#   parley-server.jar serve --sip 127.0.0.1:5060 --metrics 127.0.0.1:9090
#   meeting.sh tcp|udp [COUNT]
#
# HTTP, SIP and METRICS say where it listens, if elsewhere, and RATE how many join in a second. SIPp takes no message of more than 64 KiB, which
# the roster of some 180 participants is. The status is 0 if all went well.
set -euo pipefail

transport=${1:?tcp or udp} count=${2:-150}
http=${HTTP:-127.0.0.1:8080} sip=${SIP:-127.0.0.1:5060} metrics=${METRICS:-127.0.0.1:9090}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"; jobs -p | xargs -r kill 2>/dev/null || true' EXIT

case $transport in
  tcp) participants=tn ;;
  udp) participants=u1 ;;
  *) echo "meeting.sh: tcp or udp, not $transport" >&2; exit 2 ;;
esac

fail() { echo "meeting.sh: $*" >&2; tail -qn 40 "$scratch"/*.log | cut -c 1-300 >&2 || true; exit 1; }
ask() { sed "s|CONFERENCE|${conference:-}|" "$here/../requests/$1.xml" \
  | curl -sS -H 'Content-Type: application/ccmp+xml' --data-binary @- "http://$http/Xcon/Ccmp"; }
gauge() { curl -sS "http://$metrics/metrics" | sed -n "s/^parley_sip_$1 //p"; }
# Tries a command once in a while, for a minute at most.
until_true() { for _ in $(seq 120); do if "$@"; then return 0; fi; sleep 0.5; done; return 1; }

conference=$(ask create | sed 's|.*<confObjID>\(.*\)</confObjID>.*|\1|')
name=${conference#xcon:} name=${name%@*}
echo "conference $conference"

started=$(date +%s%N)
sipp "$sip" -sf "$here/attend.xml" -s "$name" -key domain example.com -key name g -t $participants -max_socket 1000 \
  -i 127.0.0.1 -m "$count" -l "$count" -r "${RATE:-20}" -aa -nostdin -timeout 180 -trace_err -error_file "$scratch/attend-errors.log" \
  >"$scratch/attend.log" 2>&1 &
guests=$!

present() { ask retrieve | grep -o '<info:user entity="xcon-userid:g[0-9]*@' | wc -l; }
all_present() { [ "$(present)" -eq "$count" ]; }
until_true all_present || fail "only $(present) of $count are in"
all_subscribed() { [ "$(gauge subscriptions)" = "$count.0" ]; }
until_true all_subscribed || fail "$(gauge subscriptions) of $count are subscribed"
echo "$(present) are in, $(gauge subscriptions) subscriptions, $(gauge dialogs) dialogs, $(gauge timers) timers," \
  "$(gauge connections) connections after $(( ($(date +%s%N) - started) / 1000000 )) ms"

sipp "$sip" -sf "$here/delete.xml" -s "$name" -key domain example.com -key name alice -t "${participants/tn/t1}" \
  -i 127.0.0.1 -m 1 -nostdin -timeout 60 >"$scratch/delete.log" 2>&1 || fail "Alice could not end it"
wait $guests || fail "sipp: $? for the participants"

nothing_left() { [ "$(gauge calls) $(gauge subscriptions) $(gauge dialogs) $(gauge timers)" = "0.0 0.0 0.0 0.0" ]; }
until_true nothing_left || fail "left: $(gauge calls) calls, $(gauge subscriptions) subscriptions, $(gauge dialogs) dialogs, $(gauge timers) timers"
ask retrieve | grep -q '<info:active>false<' || fail "the conference is still active"
echo "nothing is left of it"
