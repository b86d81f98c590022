-- Changes the title of a conference, with another one each time:
--   CONFERENCE=xcon:ID@example.com wrk -t2 -c32 -d10s --latency -s bench/wrk/title.lua http://127.0.0.1:8080/Xcon/Ccmp
-- Without CONFERENCE it retrieves the blueprint AudioRoom instead. A response that is no success is counted and told at the end.

local head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  .. '<ccmp:ccmpRequest xmlns:info="urn:ietf:params:xml:ns:conference-info" xmlns:ccmp="urn:ietf:params:xml:ns:xcon-ccmp"'
  .. ' xmlns:xcon="urn:ietf:params:xml:ns:xcon-conference-info">'
  .. '<ccmpRequest xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="ccmp:ccmp-%s-request-message-type">'
  .. '<confUserID>xcon-userid:alice@example.com</confUserID><confObjID>%s</confObjID><operation>%s</operation>'
local tail = '</ccmpRequest></ccmp:ccmpRequest>'
local conference = os.getenv("CONFERENCE")
local turn = 0
local threads = {}

wrk.method = "POST"
wrk.headers["Content-Type"] = "application/ccmp+xml"

function setup(thread)
  table.insert(threads, thread)
end

function init()
  refused = 0
end

function request()
  if not conference then
    return wrk.format(nil, nil, nil,
      head:format("blueprint", "xcon:AudioRoom@example.com", "retrieve") .. '<ccmp:blueprintRequest/>' .. tail)
  end
  turn = turn + 1
  return wrk.format(nil, nil, nil, head:format("conf", conference, "update")
    .. '<ccmp:confRequest><confInfo entity="' .. conference .. '"><info:conference-description><info:display-text>Title '
    .. turn .. '</info:display-text></info:conference-description></confInfo></ccmp:confRequest>' .. tail)
end

function response(status, headers, body)
  if not body:find("response-code>200</", 1, true) then
    refused = refused + 1
  end
end

function done()
  local all = 0
  for _, thread in ipairs(threads) do
    all = all + thread:get("refused")
  end
  io.write("Responses that were no success: " .. all .. "\n")
end
