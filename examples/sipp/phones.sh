#!/usr/bin/env bash
# Phones that know RFC 4579 and nothing else confer: the first has a conference made by the factory, the second joins it, the first has the focus
# call the third and send the second away, then goes, and with him the conference. Against a server of example.com that runs:
#
#   parley-server.jar serve --sip 127.0.0.1:5060 --metrics 127.0.0.1:9090
#   phones.sh tcp|udp
#
# SIP and METRICS say where it listens, if elsewhere, and PORT where the third phone does. The status is 0 if all went well.
set -euo pipefail

transport=${1:?tcp or udp}
sip=${SIP:-127.0.0.1:5060} metrics=${METRICS:-127.0.0.1:9090} port=${PORT:-5071}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'jobs -p | xargs -r kill 2>/dev/null || true; rm -rf "$scratch"' EXIT

case $transport in
  tcp) sockets=t1 ;;
  udp) sockets=u1 ;;
  *) echo "phones.sh: tcp or udp, not $transport" >&2; exit 2 ;;
esac

fail() { echo "phones.sh: $*" >&2; tail -qn 40 "$scratch"/*.log | cut -c 1-300 >&2 || true; exit 1; }
gauge() { curl -sS "http://$metrics/metrics" | sed -n "s/^parley_sip_$1 //p"; }
# Tries a command once in a while, for half a minute at most.
until_true() { for _ in $(seq 60); do if "$@"; then return 0; fi; sleep 0.5; done; return 1; }
# Plays a scenario for a phone: scenario, name, further options.
phone() { local scenario=$1 name=$2; shift 2
  sipp "$sip" -sf "$here/phone-$scenario.xml" -key domain example.com -key name "$name" -t $sockets -i 127.0.0.1 -m 1 -nostdin -timeout 60 \
    -trace_err -error_file "$scratch/$name-errors.log" -trace_logs -log_file "$scratch/$name-$scenario.txt" "$@" >"$scratch/$name.log" 2>&1; }
calls() { [ "$(gauge calls)" = "$1.0" ]; }
# Has the first ask for something: what, for whom.
refer() { phone refer alice -s "$conference" -key target "$2" || fail "no $1 by REFER: sipp $?"; }

phone host alice & host=$!
made() { grep -q 'focus sip:' "$scratch/alice-host.txt" 2>/dev/null; }
until_true made || fail "the factory has made no conference"
conference=$(sed -n 's/.*focus sip:\([^@]*\)@.*/\1/p' "$scratch/alice-host.txt")
echo "conference sip:$conference@example.com"

phone guest bob -s "$conference" & guest=$!
until_true calls 2 || fail "$(gauge calls) of 2 are in"
echo "the second is in"

phone called carol -p "$port" & called=$!
sleep 0.5
refer 'call to the third' "sip:carol@127.0.0.1:$port;transport=$transport"
until_true calls 3 || fail "$(gauge calls) of 3 are in"
echo "the third was called"

refer 'end of the second' "sip:bob@example.com;method=BYE"
wait $guest || fail "sipp: $? for the second"
until_true calls 2 || fail "$(gauge calls) calls, and not 2"
echo "the second was sent away"

refer 'end of the first' "sip:alice@example.com;method=BYE"
wait $host || fail "sipp: $? for the first"
wait $called || fail "sipp: $? for the third"
nothing_left() { [ "$(gauge calls) $(gauge subscriptions) $(gauge dialogs) $(gauge timers)" = "0.0 0.0 0.0 0.0" ]; }
until_true nothing_left || fail "left: $(gauge calls) calls, $(gauge subscriptions) subscriptions, $(gauge dialogs) dialogs, $(gauge timers) timers"
echo "nothing is left of it"
