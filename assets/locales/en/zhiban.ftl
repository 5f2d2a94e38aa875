### Every text of the duty desk. The keys are those of zh-CN/zhiban.ftl, one for one.

## People and units

actor-post = Post { $post }
actor-system = system
actor-with-person = { $actor } { $person }

## Kinds, tags, stages

kind-ordinary = ordi
kind-urgent = urg
kind-waste-sorting = wast
kind-inspection = insp
kind-call-up = call
kind-full-ordinary = ordinary
kind-full-urgent = urgent
kind-full-waste-sorting = waste sorting
kind-full-inspection = inspection
kind-full-call-up = call-up
tag-discipline = discipline
tag-repeat = repeat
tag-difficult = difficult
tag-sensitive = sensitive
tag-rebound = rebound
tag-unclear-duty = unclear duty
tag-at-risk = at risk
tag-undecided = undecided
stage-awaiting-sign = to sign
stage-awaiting-dispatch = to dispatch
stage-with-unit = with unit
stage-awaiting-review = to review
stage-closed = closed
stage-aftercare = aftercare
stage-void = void
role-lead = lead
role-assist = assist
verdict-accepted = accepted
verdict-nonstandard = nonstandard
fault-not-point-by-point = not point by point
fault-loop-not-closed = loop not closed
fault-off-the-question = off the question
fault-wording = wording
fault-photos-missing = photos missing
fault-approval-missing = approval missing
fault-other = other
rating-satisfied = satisfied
rating-basically-satisfied = basically satisfied
rating-dissatisfied = dissatisfied
about-unit-sign = signing
about-reply = the reply
about-close = the close
party-unit = unit
party-office = office
already-signed = street sign
already-dispatched = dispatch
already-unit-signed = unit sign
already-replied = reply
already-reviewed = review
already-closed = close
suggestion-repeat = looks like a repeat
suggestion-sensitive = looks sensitive
suggestion-unclear-duty = duty looks unclear
suggestion-report = report to the principal
suggestion-escalate = escalate
suggestion-consult = consult the head
suggestion-lead = name a lead

## Clocks and states

clock-street-sign = street sign
clock-dispatch = dispatch
clock-unit-sign = unit sign
clock-transfer = transfer or co-assign
clock-consult = consult
clock-close = close
clock-reply = reply
clock-rereply = second reply
clock-extension-unit = extension, unit
clock-extension-office = extension, office
clock-follow-up = follow-up
clock-appeal = appeal
clock-look-back = look back
state-waiting = waiting
state-running = running
state-met = met
state-late = late
state-overdue = overdue
state-expired = expired
state-void = void

## Facts

event-received = received
event-signed = signed by the street
event-dispatched = dispatched
event-unit-signed = signed by the unit
event-phone-reminded = phoned the unit
event-transferred = transferred
event-co-assign-requested = asked for further units
event-replied = replied
event-reviewed = reviewed
event-extension-requested = asked for an extension
event-extension-decided = extension decided
event-closed = closed
event-rated = rated
event-followed-up = followed up
event-reworked = reworked
event-consulted = consulted the head
event-contacted = told the citizen
event-escalated = escalated
event-reported-to-principal = reported to the principal
event-linked = linked
event-suggestion-dismissed = dismissed a suggestion
event-appealed = appealed
event-appeal-decided = appeal decided
event-looked-back = looked back
event-tagged = tagged
event-untagged = untagged
event-noted = noted
event-amended = amended
event-voided = voided
event-undone = undid a fact
event-excused = excused a lapse
event-confirmed = confirmed by the platform
event-differed = differs from the platform
event-revision-adopted = adopted new rules
event-swapped = swapped duty
event-stood-in = stood in
event-handed-over = handed over
event-step-done = carried out a step

## Time

weekday-mon = Mon
weekday-tue = Tue
weekday-wed = Wed
weekday-thu = Thu
weekday-fri = Fri
weekday-sat = Sat
weekday-sun = Sun
span-days = { $days } d { $hours } h
span-hours = { $hours } h { $minutes } min
span-minutes = { $minutes } min { $seconds } s
span-whole-minutes = { $minutes } min
span-seconds = { $seconds } s

## The screen: header, queue, footer

desk = Duty desk
desk-demo = DEMO
day-working = working day
day-off = day off
day-make-up = make-up day
day-unlisted = { $kind } (no calendar)
time-working = working time
time-not-working = not working time
duty-post = { $post } signs and reviews today
duty-swapped = { $post } signs and reviews today (swapped)
duty-short = { $post } on duty
count-to-sign = sign
count-to-dispatch = dispatch
count-to-reply = reply
count-overdue = overdue
head-number = Number
head-kind = Kind
head-title = Subject
head-sign = Sign
head-dispatch = Dispatch
head-unit-sign = U-sign
head-reply = Reply
head-close = Close
unit-phoned = c
unit-day = d
unit-hour = h
unit-minute = m
unit-expired = expired
group-decide = To decide: kind or community unknown, press e
group-community = { $community } · { $post }
group-no-unit = No unit
group-nothing-due = Nothing is owed
group-cases = { $count ->
    [one] { $count } case
   *[other] { $count } cases
}
group-next = next { $left }
grouping-community = by community
grouping-due = by due day
grouping-unit = by unit
grouping-stage = by stage
queue-logged-as = acts logged as { $who }
queue-place = { $place }/{ $shown }
queue-place-of = { $place }/{ $shown } (of { $all })
queue-empty = No open case. Press n for a new one, or run zhiban import in another window: the cases appear here.
queue-nothing-found = Nothing is found for { $typed }. Enter: look for it at the end of all numbers, closed cases too
queue-loading = Reading...
status-marked = { $count } marked
status-found = find { $typed }
status-at = logged as of { $at }
status-writing = writing { $count }
too-small = Window too small: { $width }x{ $height }, at least { $least_width }x{ $least_height }

## The status line

notice-did = { $number } { $what } ({ $at })
notice-undid = { $number } taken back: { $event }
notice-did-many = { $count } cases { $what }
deed-dispatched = dispatched to { $units }
notice-refused = { $number } refused: { $why }
notice-refused-some = { $done } done, { $refused } refused; { $number }: { $why }
notice-failed = not written: { $problem }
notice-left = { $number } was finished elsewhere and left the queue; choose again
notice-nothing-in-hand = no case is in hand
notice-still-writing = { $number } is still being written
notice-no-community = { $number } has no community: decide it with e, or choose units with d
notice-already-with = { $number } is with { $units } and stays there; d gives it to others or adds them
notice-already-dispatched = { $number } was dispatched before and stays there; d gives it to others
notice-no-unit = { $number } has no unit to phone yet
notice-nothing-to-undo = { $number } has nothing to take back
notice-no-group = there is no such group
notice-demo = Demo: made-up cases, time runs { $speed } times as fast, nothing is kept
notice-draft-kept = the unsaved case is kept; n goes on with it
notice-draft-back = the unsaved case is back; Ctrl-U empties a field
notice-how-to-leave = Ctrl-C does not leave; F10 does, and q in the queue
notice-copied = copied { $number }
notice-missing = { $number } is not in the store any more

## Keys

key-space = Space
key-enter = Enter
key-backspace = Backspace
key-delete = Delete
key-left = Left
key-right = Right
key-up = Up
key-down = Down
action-sign = Sign
action-dispatch = Dispatch: choose units
action-sign-and-dispatch = Sign and dispatch to its own community
action-remind = Log a phone reminder
action-decide = Decide kind and community
action-undo = Take back the last step
action-new-case = Key in a new case
action-at-time = Say when the next act happened
action-open = Open the case
action-search = Find (pinyin initials, pinyin, signs, number)
action-regroup = Next grouping
action-mark = Mark or unmark
action-mark-all = Mark all shown, or none
action-copy-number = Copy the number
action-help = Help
action-palette = All acts
action-theme = Next theme
action-quit = Quit
action-up = Up
action-down = Down
action-page-up = Page up
action-page-down = Page down
action-first = To the first
action-last = To the last
action-previous-group = Group above
action-next-group = Group below
action-group = To group { $place }
action-back = Back, cancel
action-accept = Accept
action-save = Save
action-next-field = Next field
action-previous-field = Field before
action-next-value = Next value
action-previous-value = Value before
action-toggle-assist = Assisting or not
action-unanswered = Log as unanswered
short-sign = Sign
short-dispatch = Dispatch
short-sign-and-dispatch = Sign+dispatch
short-remind = Phoned
short-decide = Decide
short-undo = Undo
short-new-case = New
short-at-time = At time
short-open = Open
short-search = Find
short-regroup = Group
short-mark = Mark
short-help = Help
short-quit = Quit
short-back = Back
short-accept = Accept
short-save = Save
short-next-field = Next
short-next-value = Value
short-toggle-assist = Assist
short-unanswered = Unanswered
scope-queue = The queue
scope-case = The case
scope-search = Finding
scope-dispatch = Dispatching
scope-remind = Phoning
scope-form = New case, deciding
scope-at-time = A past time
scope-confirm = A question
scope-help = Help
scope-palette = All acts
help-signs = Signs
help-sign-hand = the case in hand
help-sign-marked = marked
help-sign-over = a clock of this case is overdue
help-sign-overdue = overdue; the figure is by how much
help-sign-near = close to due
help-sign-decide = kind or community to be decided
help-sign-met = met in time; the figure is what was left
help-sign-late = met late; the figure is by how much
help-sign-phoned = the unit was phoned; it answers when late
help-sign-waiting = not started
help-sign-void = does not count
help-input-methods = With a Chinese input method full-width letters, digits and punctuation act as the plain ones; where it swallows letters, use the F and Ctrl keys.

## Windows

search-prompt = Find
dispatch-title = Dispatch { $number }
dispatch-title-many = Dispatch { $count } cases
dispatch-filter = Unit
dispatch-own = own
dispatch-present = has it
dispatch-hint = letters narrow, Space adds an assisting unit, Enter sends; the one in hand leads
dispatch-assisting = Assisting: { $units }
dispatch-none = no such unit
remind-title = Phone reminder { $number }
remind-about = about { $about }
remind-no-phone = no number known
remind-hint = Enter: answered, n: not answered
new-case-title = New case
decide-title = Kind and community of { $number }
decide-hint = a signed case needs a reason
form-hint = F2 saves, Tab next field, Left and Right change a value, Esc goes back
form-sent = writing...
field-number = Number
field-kind = Kind
field-community = Community
field-title = Subject
field-received = Received
field-close-due = Close by
field-address = Address
field-body = Text
field-reporter = Citizen
field-phone = Phone
field-reason = Reason
field-unassigned = unassigned
field-now = empty: now
field-by-rule = empty: by the rule
field-empty = must not be empty
field-bad-number = 1 to 64 characters
field-taken = the number is in the queue already
field-not-a-time = not a time; e.g. 9:03 or 11-22 21:50
field-future = later than now
field-before-receipt = before the receipt
at-time-title = When did the next act happen?
at-time-hint = e.g. 9:03 or 11-22 21:50; empty: now
at-time-not-a-time = not a time; e.g. 9:03 or 11-22 21:50
at-time-future = { $at } has not come yet
confirm-undo-title = Undo { $number }
confirm-undo = Take back "{ $event }", logged by { $who } at { $at }? The log keeps both.
confirm-batch = { $act }: { $count } marked cases, { $hidden } of them not on the screen. All of them?
batch-dispatch = Dispatch to { $units }
palette-title = All acts
palette-none = no such act
help-title = Help

## The case's page

page-loading = Reading...
page-nothing = No case is in hand
page-received = Received
page-community = Community
page-close-due = Close by
page-address = Address
page-reporter = Citizen
page-phone = Phone
page-channel = Channel
page-unassigned = unassigned
page-decide = kind or community unknown, press e to decide
page-row-kind = the list's word for the kind: "{ $word }"
page-row-community = the list's word for the community: "{ $word }"
page-already = done before the desk knew it: { $steps }
page-unconfirmed = not yet confirmed by the platform
page-gaps = no calendar data for { $years }; counted by weekday
page-text = The whole text
page-text-below = … (the whole text is at the end)
page-units = Units
page-unit-signed = signed { $at }
page-unit-unsigned = not signed
page-unit-signed-before = signed before the desk knew
page-unit-left = passed on { $at }
page-clocks = Clocks
page-base = from { $base }
page-due = due { $due }
page-met = met { $met }
page-answers = { $who } answers
page-answers-both = { $post } and { $unit } answer
page-breaches = Breaches and who answers
page-breach = { $rule } { $clock } late by { $late }
page-because = because: { $facts }
page-because-fact = { $at } { $event }
page-timeline = What happened
page-undone = undone
page-keyed-later = keyed { $at }
page-answered = answered
page-unanswered = not answered
page-photos = { $count } photos
page-approved = approved by { $who }
page-granted = granted until { $at }
page-not-granted = refused
page-upheld = upheld
page-not-upheld = not upheld
page-stable = stable
page-unstable = not stable

## Why an act is refused

refusal-unknown-case = there is no case { $number }
refusal-already-there = { $number } is in the store already
refusal-future = { $at } has not come yet; the future cannot be logged
refusal-before-receipt = earlier than the receipt at { $at }
refusal-already-done = done already: { $who } { $what } at { $at }
refusal-already-before = done before the desk knew the case
refusal-closed = the case is closed
refusal-closed-by = { $who } closed it at { $at }
refusal-void = { $who } voided it at { $at }
refusal-not-closed = not closed yet ({ $stage })
refusal-not-on-case = { $unit } is not on the case
refusal-which-unit = the case has no unit, or several; say which
refusal-not-lead = { $lead } leads, not { $unit }
refusal-nobody-leads = nobody leads yet, so { $unit } cannot
refusal-no-reply = there is no reply yet
refusal-already-reviewed = the latest reply is reviewed already
refusal-already-reviewed-by = { $who } reviewed the latest reply at { $at }
refusal-not-accepted = the latest reply is not accepted
refusal-needs-reason = a reason is needed
refusal-no-units = no unit was chosen
refusal-one-lead = exactly one unit leads, and no unit stands twice
refusal-no-community = the case has no community; decide it first, or choose a unit with d
refusal-no-close-due = a grant needs the new close time
refusal-no-bad-rating = no bad rating stands
refusal-no-open-appeal = no appeal is open
refusal-no-look-back = no look-back is owed
refusal-tag-unchanged = the tag would not change
refusal-nothing-changed = nothing would change
refusal-nothing-to-undo = there is nothing to undo
refusal-no-such-fact = no fact { $id } stands
refusal-receipt-stands = a receipt cannot be taken back; if it is wrong: zhiban void NUMBER --reason WHY
refusal-later-fact = { $who } { $what } later, at { $at }; undo that first
refusal-changed = the case has just changed; look again
refusal-changed-by = { $who } { $what } just now, at { $at }; look again
refusal-same-case = a case cannot be linked to itself
refusal-same-post = a post cannot stand in for itself

## Problems of an import

problem-missing = must not be empty
problem-not-a-time = not a time; expected e.g. 2026-11-23 09:00:00
problem-twice-in-file = the number stands in an earlier row
problem-bad-number = a number is 1 to 64 printable characters
problem-inexact-number = more than 15 digits in a cell kept as a figure: the last ones are no longer those that were typed; format it as text
problem-unknown-kind = no such kind; taken in as ordinary, to be decided
problem-unknown-community = no such community; taken in as unassigned
problem-unknown-status = no such status; read as if there were none
problem-unknown-rating = no such rating; left out
problem-unknown-unit = no such unit; kept as text
problem-unknown-tag = no such tag; left out
problem-broken-text = bytes that are no text; shown as �
problem-before-receipt = earlier than the receipt; left out
problem-control-characters = control characters were taken out
problem-too-many-cells = more cells than the header
problem-too-long = too long; cut (a title stands in full at the head of the text)
problem-future = later than now

## The command line

unassigned = unassigned
list-separator = , {""}
list-empty = no such case
next-left = { $clock } in { $span }
next-overdue = { $clock } { $span } late
act-done = { $number } logged: { $what }; now { $stage }
act-done-next = { $line }; { $clock } due { $due }
calendar-gaps = no published days off for { $years }: due times there count by weekday

label-title = Title
label-address = Address
label-reporter = Reporter
label-phone = Phone
label-channel = Channel
label-body = Text
label-received = Received
label-close-due = Close by
label-tags = Tags
label-units = Units
label-base = from
label-due = due
label-met = met
label-answers = answers
section-clocks = Clocks
section-breaches = Breaches
section-timeline = Timeline
breach-line = { $rule } { $clock } late by { $late } · answers { $answers } · rests on { $because }
fact-undone = {" "}(undone)

explain-not-yet = { $number } is not received yet at { $now }
explain-two-cases = the facts are about two cases, { $first } and { $second }; give one at a time
explain-no-receipt = no `received` fact: there is nothing to count from

log-exported = { $count } facts written to { $file }
log-imported = { $new } new facts, { $known } known, { $revisions } new revisions
log-cleaned = control characters were taken out of { $count } facts
backup-done = backed up to { $file }
restore-asks = { $file } would replace { $store }
restore-asks-mend = add --yes to do it; the replaced store is kept beside it
restore-done = { $store } restored from { $file }
restore-done-kept = { $store } restored from { $file }; the replaced store is kept as { $kept }

doctor-good = ok
doctor-bad = !!
doctor-told = --
doctor-store = store { $path }: { $facts } facts, { $cases } cases, { $open } open
doctor-no-store = store { $path } is not there yet; the first import makes it
doctor-rebuilt = the projection differed from the log and was rebuilt
doctor-file = database file: { $problem }
doctor-projection = case { $number }: the list differs from the log
doctor-gap = desk { $desk }: fact { $after } is followed by { $found }, some are missing
doctor-fact = a fact cannot be read: { $problem }
doctor-damaged = store { $path } is damaged ({ $problem })
doctor-readable-all = all { $facts } facts can be read: save them with zhiban log export FILE, then take them into a new store with --store NEW log import FILE
doctor-readable-some = only the first { $facts } facts can be read: save them with zhiban log export > FILE
doctor-readable-none = not one fact can be read
doctor-restore = put a backup back with zhiban restore BACKUP --yes; { $path } is kept beside it
doctor-network = the store lies on a network file system ({ $system }) where two writers can damage it; move it to a local disk
doctor-calendar = published days off for { $years }
doctor-calendar-missing = no published days off for { $year }: counted by weekday; put a file into calendar/ in the settings folder
doctor-revision = rules { $revision }
doctor-no-terminal = not in a terminal; the screen was not examined
doctor-size = terminal { $width }x{ $height }, at least 80x24 wanted
doctor-colours = terminal with { $colours } colours
doctor-wide = the terminal draws box signs two cells wide; set ascii = true
doctor-narrow = box signs take one cell; borders hold
doctor-writable = acts can be written
doctor-chinese = Chinese signs take two cells; columns hold
doctor-chinese-narrow = the terminal does not draw Chinese signs two cells wide; columns will not hold: use a UTF-8 locale and a terminal that knows East Asian widths

import-new = { $count } new
import-amended = { $count } amended
import-confirmed = { $count } confirmed
import-differed = { $count } differing from the platform
import-unchanged = { $count } unchanged
import-dry = (dry run, nothing was written)
import-problem-kept = row { $row } { $column } "{ $value }": { $problem } (kept)
import-problem-skipped = row { $row } { $column } "{ $value }": { $problem } (left out)
import-skipped = { $count } rows were left out, the others went in
import-skipped-mend = write them out with --problems FILE, mend them and import that
import-written = the rows left out were written to { $file }
import-over-list = --problems names { $file }, which is itself to be taken in
import-reading = reading
import-writing = writing
import-column = problem
intake-bytes = too large, more than { $most } bytes
intake-unpacked = too large when unpacked, more than { $most } bytes
intake-rows = too many rows, more than { $most }
intake-text = too much text, more than { $most } bytes
intake-empty = an empty file; expected xlsx, csv or json
intake-old-excel = an old xls, or one with a password; save it as xlsx without one
intake-html = a web page; save it as xlsx or csv
intake-binary = an unknown format; expected xlsx, csv or json
intake-broken = damaged { $format }: { $problem }
intake-no-header = no header row: no column for { $missing }; found { $seen }; name them with --map
intake-no-column = no column "{ $name }" for { $field }, which the mapping names; found { $seen }

# The inbox folder
inbox-file = inbox { $file }: { $what }
inbox-skipped = ; { $count } rows were left out: mend problems/{ $mend } and drop it in again
inbox-log = inbox { $file } (another desk's log): { $new } new facts, { $known } known
inbox-unusable = inbox { $file } cannot be used and was put into problems: { $problem }
inbox-facts = { $count } facts of another desk
inbox-files = inbox: { $count } files: { $what }
inbox-files-care = inbox: { $care } of { $count } files need you: { $first }; in all: { $what }
inbox-trouble = the inbox cannot be taken in just now, it is tried again: { $problem }
inbox-empty = nothing in the inbox to take in
error-no-inbox = no inbox is set
error-no-inbox-mend = write zhiban inbox FOLDER, or inbox = "/FOLDER" in the settings
help-inbox = take in the lists and logs of a folder
help-arg-folder = the folder; by default the settings' inbox
help-arg-watch = go on watching the folder until stopped
help-arg-since = only what was recorded then or later

# Pasted messages and pages
notice-pasted = { $found } things found in the pasted text, { $guessed } guessed; check them, F2 saves
notice-pasted-nothing = nothing found in the pasted text; it stands in the text field
field-guessed = ? guessed, please check
doctor-text-found = { $part }: { $text } (pattern { $pattern })
doctor-text-guess = { $part }: guessed { $value } (word { $word })
doctor-text-nothing = nothing found; all of it would go into the text
help-arg-doctor-text = only show what is found in this text; - for standard input


error-no-home = no home folder was found, so there is no place for the store
error-no-home-mend = name a file with --store
error-actor = { $option }: "{ $value }" names nobody; expected post:A, post:B or unit:NAME
error-unit = { $option }: no unit "{ $value }"; known: { $known }
error-community = { $option }: no community "{ $value }"; known: { $known }
error-unreadable = { $file } cannot be read: { $problem }
error-unwritable = { $file } cannot be written: { $problem }
error-line = { $file } line { $line }: { $problem }
error-config-key = { $file }: there is no setting { $key }; known: { $known }
error-config-value = { $file }: { $key } = { $found } does not fit; expected one of { $expected }
error-policy = { $file }: { $problem }
error-calendar = { $file }: { $problem }
error-speed = { $option }: "{ $value }" does not fit; expected a whole number from 1 to 3600
error-exists = { $file } is there already
error-exists-mend = name another file or move it away first
error-refused = { $number }: { $why }
error-reason-mend = give it with --reason
error-restore-self = { $file } is the store itself
error-field = "{ $value }" cannot be amended; expected FIELD=VALUE with one of { $known }
error-value = { $option }: "{ $value }" does not fit; { $problem }
error-mapping = { $file }: { $problem }
error-list = { $file }: { $problem }
error-terminal = not in a terminal: the desk cannot be opened
error-terminal-mend = run it in a terminal, or use zhiban list and zhiban show
error-store = store { $file }: { $problem }

expected-one-of = expected one of: { $known }
expected-time = expected a time such as 2026-11-23T09:00
expected-date = expected a date such as 2026-11-23
expected-number = expected 1 to 64 printable characters
expected-text = must not be empty
expected-after-receipt = earlier than the receipt at { $received }
expected-span = expected a length of time such as 30m, 2h, 1d
expected-count = expected a whole number from 0
expected-actor = expected post:A, post:B or unit:NAME
expected-utf8 = expected UTF-8 text

store-unreadable = cannot be opened ({ $problem })
store-unreadable-mend = check that the path exists and belongs to you
store-not-a-store = is not a zhiban store
store-not-a-store-mend = name another file with --store
store-newer = was written by a newer zhiban (store version { $found }, this program knows up to { $known })
store-newer-mend = update zhiban
store-replaced = no longer the file that was opened
store-replaced-mend = leave zhiban and open it anew
store-busy = held by another program for more than { $seconds } s
store-busy-mend = close that program or try again
store-read-only = cannot be written
store-read-only-mend = check the permissions of the file and its folder, and the disk
store-full = the disk is full
store-full-mend = free some space and try again
store-io = reading or writing failed ({ $problem })
store-io-mend = check the disk
store-corrupt = is damaged ({ $problem })
store-corrupt-mend = run zhiban doctor to see how much can be read, or zhiban restore BACKUP --yes
store-revision = has no rules { $revision }
store-revision-mend = import the log they came with first
store-sqlite = the built-in SQLite { $found } may damage a store with two writers; 3.51.3 or newer is needed
store-database = the database refused: { $problem }

usage-once = { $option } may be given only once
usage-unknown-option = there is no option { $option }
usage-unknown-command = there is no command { $name }
usage-missing = { $options } is missing
usage-no-value = { $option } needs a value
usage-conflict = { $option } cannot be used with { $other }
usage-similar = did you mean { $similar }
usage-mend = see --help


## The help of the command line

help-template =
    {"{about-with-newline}"}
    Usage: {"{usage}"}

    {"{all-args}{after-help}"}
help-heading-commands = Commands
help-heading-arguments = Arguments
help-heading-options = Options
help-heading-global = Global options
help-value-command = COMMAND
help-zhiban = The duty desk: signing, dispatch, limits and responsibility of citizens' cases
help-run = open the desk (the default)
help-demo = open a demo: a throwaway store and a made-up shift; the real store is not touched
help-import = take in cases from xlsx, csv or json
help-add = key in a case by hand
help-sign = the street signs
help-dispatch = hand a case to units; by default to its own community
help-unit-sign = a unit signs
help-remind = log a phone reminder
help-transfer = a unit passes a case on
help-co-assign = a unit asks for further units
help-excuse = a lapse was not neglect
help-reply = a unit answers
help-review = judge the latest reply
help-extend = ask for an extension, grant or refuse it
help-close = close a case
help-rate = log the citizen's rating
help-follow-up = log the follow-up of a bad rating
help-rework = log the rework after a bad rating
help-consult = log a talk with the unit's head
help-contact = log that the citizen was told
help-escalate = log that a case was escalated
help-report = log that the principal was told
help-link = two cases are one matter
help-dismiss = turn a suggestion down
help-appeal = file an appeal or log its decision
help-look-back = log a look-back visit
help-tag = put a tag on
help-untag = take a tag off
help-note = add a remark
help-amend = put facts right
help-void = withdraw a case
help-undo = take the last step back
help-swap = give a date's duty to a post
help-stand-in = one post stands in for the other
help-handover = hand the day over
help-list = list cases
help-show = a case with its facts, clocks, breaches and timeline
help-explain = the same for a made-up history; touches no store
help-log = export or import every fact
help-log-export = write JSON lines; without a file to standard output
help-log-import = read JSON lines; twice changes nothing
help-backup = write a copy of the store
help-restore = put a copy in the place of the store
help-doctor = examine store, calendar and terminal
help-completions = print a completion script

help-arg-store = the store
help-arg-policy = the policy; by default the built-in one
help-arg-lang = language; by default the system's
help-arg-json = answer in JSON
help-arg-by = who acts: post:A, post:B or unit:NAME; by default the post on duty then
help-arg-person = the name of the person who acts
help-arg-now = see the world as of this moment
help-arg-help = show this help
help-arg-version = show the version
help-arg-at = when it happened; by default now
help-arg-note = a remark
help-arg-case = the case's number
help-arg-cases = the cases' numbers
help-arg-unit = the unit
help-arg-reason = why
help-arg-id = the fact's id
help-arg-speed = how many times as fast
help-arg-files = the files to take in
help-arg-dry-run = read, write nothing
help-arg-map = names of columns (TOML)
help-arg-problems = write the rows left out to this file
help-arg-number = the case's number
help-arg-kind = its kind
help-arg-community = the community it lies in
help-arg-title = its subject
help-arg-received = when it was received; by default now
help-arg-close-due = the close time
help-arg-tags = a tag
help-arg-body = its text
help-arg-address = its address
help-arg-reporter = the citizen's name
help-arg-phone = the citizen's phone
help-arg-channel = how it came in
help-arg-stage = stage
help-arg-overdue = only overdue ones
help-arg-due-within = only those due within this time
help-arg-all = closed and void ones too
help-arg-search = by number, subject, text, address, community, unit or phone; pinyin initials too
help-arg-facts = the facts as JSON lines; - for standard input
help-arg-file = the file
help-arg-yes = replace the present store
help-arg-shell = which shell
help-arg-to = the lead unit
help-arg-transfer-to = the unit it should go to
help-arg-escalate-to = to whom
help-arg-report-to = to whom
help-arg-assist = an assisting unit
help-arg-about = what it was about
help-arg-unanswered = nobody answered
help-arg-from = the unit that passes it on
help-arg-grounds = the grounds
help-arg-add = the units asked for
help-arg-of = which clock, or rating, review
help-arg-text = the text
help-arg-photos = how many photos
help-arg-approved-by = the head who approved it
help-arg-verdict = the verdict
help-arg-faults = a fault
help-arg-step = which step
help-arg-unreviewed = close without an accepted reply
help-arg-rating = the rating
help-arg-other = the other case's number
help-arg-suggestion = which suggestion
help-arg-stamped = it is stamped
help-arg-found = whether it holds
help-arg-tag = the tag
help-arg-fields = FIELD=VALUE; an empty value clears
help-arg-roster = take back the last swap, stand-in or handover
help-arg-date = the date
help-arg-handover-date = which day; by default today
help-arg-post = the post
help-arg-absent = the absent post
help-arg-stand-in-post = the post that stands in
help-examples-zhiban =
    Examples:
      zhiban demo                         look around: a made-up shift, 60 times as fast
      zhiban import cases.xlsx            take in the platform's cases
      zhiban                              open the desk
      zhiban sign FZ26112300012           sign a case
      zhiban dispatch FZ26112300012 --to 城管办
      zhiban list --overdue --json
help-examples-import =
    Examples:
      zhiban import cases.xlsx --dry-run
      zhiban import cases.csv --problems mend.csv
    The mapping file (--map): field = header, or headers, the one that counts first; and words for kinds, stages, ratings, communities:
      {"["}columns]
      number = "流水号"
      received = {"["}"转办时间", "来件时间"]
      {"["}kind]
      "加急工单" = "urgent"
      {"["}status]
      "流转中" = "in_progress"
      {"["}rating]
      "非常好" = "satisfied"
      {"["}community]
      "南街驿里片" = "驿里"
    Fields: number received kind community title body address reporter phone channel close_due unit reply rating status closed tags
    Stages: awaiting_sign awaiting_dispatch dispatched in_progress awaiting_review closed
help-examples-list =
    Examples:
      zhiban list --community 柳河 --due-within 30m
      zhiban list --search lhsq
help-examples-dispatch =
    Examples:
      zhiban dispatch FZ26112300012
      zhiban dispatch FZ26112300012 --to 城管办 --assist 柳河 --at 2026-11-23T09:03
help-examples-extend =
    Examples:
      zhiban extend FZ26112300012 request --by unit --reason "digging needed"
      zhiban extend FZ26112300012 grant --close-due 2026-11-26T17:00
help-examples-amend =
    Examples:
      zhiban amend FZ26112300012 community=柳河 kind=urgent --reason "moved by the platform"

## What is told

tell-left = { $span } left
tell-due = due now
tell-over = overdue by { $span }
tell-arrival = new: { $kind }
tell-again = reminded again
tell-repeated = (you may have seen this)
tell-several = { $count } reminders
tell-several-over = { $count } reminders, { $over } overdue
tell-missed = { $count } reminders missed: { $why }
tell-more = { $count } more on the desk
absence-not-running = the desk was not open
absence-asleep = sleep, a stop, or a clock that jumped
notice-name-review = reply waits for review
notice-name-report = report to the principal
notice-name-escalate = discipline case to escalate
notice-name-undecided = kind or community undecided
shift-day = { $post } signs and reviews today
shift-handover = time to hand over; tomorrow { $post }
shift-summary = Summary of the day
shift-bulletin = Weekly bulletin
shift-open = { $open } open, { $over } overdue
todo-C1 = sign it
todo-C2 = dispatch it
todo-C3 = phone { $unit } to sign{ $phone }
todo-C4 = the window for a transfer is closing
todo-C5 = { $unit } is to consult its head
todo-C6 = review and close it
todo-C7 = ask { $unit } for the reply{ $phone }
todo-C8 = ask { $unit } for the new reply{ $phone }
todo-C9 = { $unit } must ask now for more time
todo-C10 = ask now for more time
todo-C11 = { $unit } is to follow up today{ $phone }
todo-C12 = { $unit } must appeal now
todo-C13 = arrange the look-back
todo-review = review the reply
todo-report = tell the principal and log it
todo-escalate = escalate it and log it
todo-undecided = press e to decide kind and community
todo-phone = { " " }({ $phone })
button-sign = Sign
button-dispatch = To its community
button-again = Again in { $span }
button-open = Open
banner-more = { $count } more: r
banner-hint = x seen
header-notify = no popups
header-muted = muted
notice-clock-ahead = the clock went ahead by { $span } (or the machine slept)
notice-clock-back = the clock went back by { $span }
notice-notify-failed = desktop notifications fail; bell and banner instead; zhiban doctor says why
notice-notify-works = desktop notifications work again
notice-again = again in { $span }
notice-nothing-in-view = no reminder to acknowledge
notice-muted = muted; banners stay
notice-unmuted = the bell rings again
journal-title = Reminders of { $date }
journal-count = { $count } rows
journal-empty = nothing was told on this day
journal-head-at = at
journal-head-told = told
journal-head-outcome = outcome
journal-head-means = by
journal-head-what = what
journal-day = the day's duty
journal-handover = handover
outcome-telling = telling
outcome-told = told
outcome-told-late = late
outcome-coalesced = with others
outcome-suppressed = needless
outcome-missed = missed
outcome-failed = failed
outcome-unknown = unknown
outcome-planned = planned
means-desktop = desktop
means-desktop-failed = popup failed
means-banner = banner
means-digest = digest
means-command = command
means-command-failed = command failed
notify-silent = the notification service did not answer within { $seconds } s
away-silent = the command did not end within { $seconds } s
away-failed = command: { $problem }
scope-journal = Reminders
action-acknowledge = reminders seen
action-journal = journal of reminders
action-mute = mute, unmute
action-previous-day = the day before
action-next-day = the day after
short-previous-day = Day before
short-next-day = Day after
short-acknowledge = Seen
help-reminders = the journal of reminders: when each was due, when and how it was told
help-arg-reminders-date = which day, today by default
doctor-notified = desktop notifications: a test was sent, shown by { $server }
doctor-notify-can = desktop notifications can do: { $able }
doctor-notify-no-buttons = this server shows no buttons; sign and dispatch on the desk
doctor-notify-failed = desktop notifications fail: { $problem }
doctor-notify-mend = run inside a desktop session with a notification service (dunst, mako, or the desktop's own); until then bell and banner tell
doctor-notify-silent-mend = the notification service hangs; restart it; until then bell and banner tell
doctor-test-summary = zhiban test notification
doctor-test-body = If you see this, desktop notifications work
point-arrival = arrival
point-start = start
point-half = half-way
point-day-start = morning
point-due = due
action-acknowledge-all = all reminders seen
confirm-acknowledge-all = { $count } reminders, some of them not on the screen. All seen? They stay in the journal.

## after the close

action-aftercare = After the close
scope-aftercare-month = After the close: the month
aftercare-count = { $count } owed · { $over } overdue
aftercare-empty = no follow-up, rework, appeal or look-back is owed
aftercare-over = { $count } late
aftercare-since = since { $at }
aftercare-hint = the figure counts what is due that day; Enter lists it
owed-follow-up = follow-up
owed-rework = rework
owed-appeal = may appeal
owed-appeal-open = appeal open
owed-look-back = look-back
when-overdue = overdue
when-at-once = at once
when-today = today
when-this-week = this week
when-this-month = this month
when-later = later

## held against the platform

action-reconcile = Against the platform
action-take = Take the platform's value over
action-keep = Keep what stands here
short-take = take
short-keep = keep ours
reconcile-list = list of { $at }, { $rows } cases
reconcile-skipped = , { $count } rows left out
reconcile-no-list = no list of the platform has been imported yet: zhiban import takes the newest one
reconcile-empty = the platform's list agrees, nothing is open
reconcile-differing = The two sides differ
reconcile-only-here = Here only, not in the list
reconcile-unconfirmed = Not confirmed by a list yet
reconcile-more = , and { $count } cases more
reconcile-here = here
reconcile-there = platform
reconcile-missing = received { $received }, not in the list of { $at }
reconcile-can-take = t takes the platform's value (an amendment is logged), n keeps ours and lists it no more
reconcile-cannot-take = The list does not say when: Enter goes to the case, to log it with its time; n keeps ours
reconcile-only-here-hint = Enter opens the case; n says that it is known and lists it no more
notice-confirmed-by-list = the next list of the platform confirms it; nothing to do here
status-dispatched = dispatched
differing-status = status
differing-unit = unit
differing-listed = list
differing-none = none
differing-taken = taken over

help-aftercare = what is owed after the close: follow-ups, reworks, appeals, look-backs
help-reconcile = where the platform's lists and the desk differ, or settling a field
help-roster = the duty roster: who is on duty each day of a month
help-arg-field = which field
help-arg-side = take the platform's value or keep the one here
help-arg-month = which month, e.g. 2026-11; default: this one

## The next step

action-next-step = do the next step
short-next-step = next step
grouping-mine = by whose turn
grouping-waiting = by whom we wait for
group-mine = for this post now
group-theirs = for { $post }
group-at-units = with units
group-owing = waiting for { $unit }
group-owing-phone = waiting for { $unit } · phone { $phone }
group-with-us = with us
group-no-step = nothing to do
step-by = { $task } · { $who }
step-due = by { $due }
step-at-once = at once
step-now = next
step-none = nothing to do
step-decide = decide kind, community
step-sign = sign
step-dispatch = dispatch
step-lead = name the lead
step-phone-sign = phone { $unit }: sign
step-escalate = escalate
step-report = report to the principal
step-review = review the reply
step-close = close
step-decide-extension = log the extension's answer
step-phone-reply = phone { $unit }: reply
step-contact = { $unit } to tell the citizen
step-unit-sign = { $unit } to sign
step-consult = { $unit } to consult
step-reply = { $unit } to reply
step-rereply = { $unit } to reply anew
step-follow-up = { $unit } to follow up
step-rework = { $unit } to rework
step-decide-appeal = log the appeal's answer
step-appeal = { $unit } may appeal
step-look-back = { $unit } to look back
step-rate = log the rating
notice-no-step = nothing is left to do on { $number }
label-next-step = next step
head-step = next step
head-step-due = due

## boards

action-boards = Boards
short-boards = boards
scope-boards = Boards
boards-title = Boards
action-other-side = The other side
short-other-side = other side

refusal-nothing-differs = the two sides do not differ there, or it has been settled
refusal-cannot-take = the list does not say when: log it on the case with its time (@)

## the duty roster

action-roster = Duty roster
scope-roster-ask = Duty roster: the reason
action-swap = Swap: the day goes to the other post
action-stand-in = Stand-in: one post for the other
action-hand-over = Hand over what is open
action-take-back = Take back the last fact about the day
short-swap = swap
short-stand-in = stand-in
short-hand-over = hand over
short-take-back = take back
roster-title = Duty roster { $month }
roster-mark-swap = s
roster-mark-stand-in = i
roster-mark-handover = h
roster-legend = * today  s swapped  i stand-in  h handed over
roster-by-week = {" "}(by the week { $post })
roster-stands-in = { $post } for { $absent }
roster-no-handlers = no [[handlers]] in the settings
roster-note = Note
roster-ask-swap = { $date } goes to { $post }.
roster-ask-stand-in = On { $date } { $post } stands in for { $absent }: duty and dispatch. Tab: for the other.
roster-ask-handover = What is open on { $date } ({ $open } cases, { $over } overdue) goes to { $post }.
roster-ask-back = Take back what was logged at { $at }: { $what }. It stays in the log.
roster-ask-hint = Enter does it, Esc leaves; a past day needs a reason
notice-roster-did = { $date } logged: { $what }
notice-nothing-of-day = nothing about { $date } to take back
notice-duty-changed = { $date }: { $post } is on duty now

# The citizen's name and number, and the case's page.
action-reveal = show the citizen's name and phone, or mask them again
page-openly = ! Name and phone are shown, masked at { $until } (P masks now)
page-other-desk = keyed at desk { $desk }
section-sign = 一 signing
section-dispatch = 二 dispatch
section-handle = 三 handling
section-reply = 四 reply
section-appeal = 五 appeal

# The dossier of a case.
action-export-dossier = export the dossier (HTML, Markdown)
action-copy-verdicts = copy the verdicts with their evidence
dossier-title = Dossier of case { $number }
dossier-about = The case
dossier-kind = Kind
dossier-stage = Stage
dossier-already = Done before the desk knew
dossier-nothing-late = Nothing was late.
dossier-unmet = not met yet
dossier-reading = Reading: { $reading }
dossier-evidence = Evidence: { $fact }
dossier-rule-head = Rule
dossier-clock = Clock
dossier-state = State
dossier-unit = Unit
dossier-role = Role
dossier-left = Left
dossier-at = When
dossier-who = Who
dossier-event = What
dossier-says = Details
dossier-keyed = Keyed
dossier-as-of = As of { $at }
dossier-basis = By 南办〔2024〕40号; times reckoned by revision { $revision }.
dossier-masked = The citizen's name and phone number are masked.
notice-exported = Dossier written to { $folder }/{ $files }
notice-export-failed = Dossier not written: { $problem }
notice-verdicts-copied = Verdicts of { $number } copied
notice-nothing-late = Nothing of { $number } was late; there is no verdict to copy
notice-not-read = { $number } is still being read; press again
dossier-written = Dossier written to { $file }
error-format = { $file } is of no known format; expected a name that ends in .html or .md
help-arg-unmasked = show citizens' names and phone numbers as they are
help-arg-show-out = write a dossier (.html or .md), never over a file that is there
## The acts: names and dialogs

action-acts = Acts: the menu of everything that can be done
short-acts = Acts
scope-acts = Menu of acts
scope-act = Dialogs of acts
acts-title = Acts { $number }
acts-hint = A letter or Enter does it; what is dim cannot be done: see beside it
phase-first-hour = Sign and dispatch
phase-work = Unit at work
phase-answer = Answer and close
phase-aftercare = After the rating
phase-beside = Besides
act-sign = Street sign
act-dispatch = Dispatch
act-unit-sign = Unit signed
act-remind = Phone reminder
act-transfer = Transfer
act-co-assign = Ask for units
act-lead = Change the lead
act-consult = Consulted
act-contact = Citizen told
act-reply = Reply
act-review = Review the reply
act-extend = Ask for time
act-decide-extension = Extension ruled
act-close = Close
act-rate = Citizen's rating
act-follow-up = Follow-up
act-rework = Rework
act-appeal = Appeal
act-decide-appeal = Appeal ruled
act-look-back = Look-back
act-tag = Tags
act-note = Note
act-amend = Amend
act-link = Link cases
act-escalate = Escalate
act-report = Tell principal
act-excuse = Excuse a lapse
act-void = Void
unable-no-unit = no unit has it yet
unable-no-other-unit = no other unit could lead
unable-nothing-to-excuse = nothing late, rated bad or nonstandard
slot-unit = Unit
slot-to = To
slot-units = Units
slot-grounds = Grounds
slot-text = Text
slot-photos = Photos
slot-approved-by = Approved by
slot-stamped = Stamped
slot-besides = Besides: { $fault }
slot-party = Asked by
slot-decision = Result
slot-rating = Rating
slot-cause = Cause
slot-whom = To whom
slot-found = Found
slot-other = Other case
slot-lapse = Which
slot-channel = Channel
point-by-point = Answered point by point
point-loop-closed = Loop closed
point-wording = Wording and attitude in order
point-photos = Photos complete
point-approval = Approved by the head
hint-photos = empty is 0
hint-approved-by = head or secretary; empty if nobody did
hint-appeal-approved-by = the leader who signed for it
hint-new-close-due = e.g. 11-26 17:00, if granted
hint-escalate = may be empty
hint-optional = may be empty
hint-unchanged = empty changes nothing
hint-amend-reason = needed for kind, community, limit once signed
hint-unreviewed = why it is closed without an accepted reply
problem-not-chosen = choose one
problem-not-a-count = a count, e.g. 2
problem-not-gone-through = go through the points first
pick-granted = granted
act-not-chosen = not chosen
act-no-unit-chosen = not chosen
act-taken = Chosen: { $units }
act-hint-text = F2 saves, Enter or Tab next, Enter on the last saves, Esc back
act-hint-lines = F2 saves, Enter new line, paste works, Tab next, Esc back
act-hint-choice = Left, Right, Space change, Enter next, F2 saves, Esc back
act-hint-tick = Space ticks and goes on, Up and Down move, F2 saves, Esc back
act-hint-unit = Letters narrow, Up and Down choose, Enter next, F2 saves, Esc back
act-hint-units = Letters narrow, Space adds, Enter next, F2 saves, Esc back
note-running = { $clock }: until { $due }, { $left } left
note-expired = { $clock }: was until { $due }; still possible, marked late
note-overdue = { $clock }: was due { $due }, overdue by { $late }
note-void = All its clocks stop. An undo brings it back.
note-close = The latest reply is not accepted; to close it all the same takes a reason.
note-decide-extension = Once granted, the limits of close and reply follow the new time.
note-lead = Who led assists from then on; the new lead answers for the reply.
note-escalate-community = { $unit } is a community: to its secretary
note-escalate-department = { $unit } is a department: to its leader in charge
note-not-approved = not approved
outcome-accepted = Verdict: accepted
outcome-nonstandard = Verdict: nonstandard, back for a new reply: { $faults }
notice-act-draft-kept = { $act } not saved is kept; open it again to go on
notice-act-draft-back = Going on with the { $act } that was not saved
notice-not-found = No case has a number that ends in { $typed }
notice-changed-meanwhile = { $number } has just changed elsewhere; look before you save, what you typed is all here

# Erasing names and numbers of long closed cases.
help-anonymise = erase citizens' names and phone numbers of long closed cases; says what first, does it with --yes
help-arg-anonymise-older-than = closed how long ago; by default the policy's age
help-arg-anonymise-yes = erase them for good
anonymise-none = no case closed before { $at } has a citizen's name or phone number left
anonymise-would = would erase { $names } names and { $phones } phone numbers of { $cases } cases (closed { $from } to { $to })
anonymise-done = erased { $names } names and { $phones } phone numbers of { $cases } cases (closed { $from } to { $to })
anonymise-stays = in { $count } of them subject, text, reply or remark mentions a name or number: the log is append-only, these words stay
anonymise-keeps = counts, limits, responsibility and statistics stay as they are; earlier backups and exported logs still hold the names
anonymise-asks = nothing is erased yet; add --yes to erase for good
